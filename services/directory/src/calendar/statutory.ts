import { addDays } from '../day.ts';

/**
 * 春节 (初一), 清明, 端午 and 中秋 of each year as MM-DD. Facts of astronomy, kept as data: the Chinese calendar that comes with
 * the runtime puts the new year of 2027 a day too late, its new moon being four minutes before midnight in Beijing.
 */
const FESTIVALS: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
  2041: ['02-01', '04-04', '06-03', '09-10'],
  2042: ['01-22', '04-04', '06-22', '09-28'],
  2043: ['02-10', '04-05', '06-11', '09-17'],
  2044: ['01-30', '04-04', '05-31', '10-05'],
  2045: ['02-17', '04-04', '06-19', '09-25'],
  2046: ['02-06', '04-04', '06-08', '09-15'],
  2047: ['01-26', '04-05', '05-29', '10-04'],
  2048: ['02-14', '04-04', '06-15', '09-22'],
  2049: ['02-02', '04-04', '06-04', '09-11'],
  2050: ['01-23', '04-04', '06-23', '09-30'],
};

/** The years that can be imported: whose statutory days are known, so that a list can be checked against them. */
export const KNOWN_YEARS = { first: 2025, last: 2050 } as const;

/** The 13 statutory holidays of a year (全国年节及纪念日放假办法, 2024, article 2); empty for a year out of reach. */
export function statutoryDays(year: number): Map<string, string> {
  const festivals = FESTIVALS[year];
  if (!festivals) return new Map();
  const [spring, qingming, duanwu, zhongqiu] = festivals.map((date) => `${year}-${date}`) as [string, string, string, string];
  return new Map([
    [`${year}-01-01`, '元旦'],
    ...[-1, 0, 1, 2].map((offset): [string, string] => [addDays(spring, offset), '春节']),
    [qingming, '清明节'],
    [`${year}-05-01`, '劳动节'],
    [`${year}-05-02`, '劳动节'],
    [duanwu, '端午节'],
    [zhongqiu, '中秋节'],
    ...['01', '02', '03'].map((date): [string, string] => [`${year}-10-${date}`, '国庆节']),
  ]);
}
