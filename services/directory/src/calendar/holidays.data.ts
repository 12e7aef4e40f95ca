import { daysOf } from '../day.ts';
import type { HolidayDay } from './calendar.rules.ts';

/** What one yearly notice of the State Council's office says. */
export interface HolidayNotice {
  year: number;
  /** The number of the notice. */
  notice: string;
  /** Where it can be read. */
  address: string;
  /** Days off as [first, last], days on which one works instead, by holiday, as the notice lists them. */
  holidays: readonly { name: string; off: readonly [string, string]; work: readonly string[] }[];
}

/** Published once a year, about November. Later years are imported by the platform's operators; never guessed. */
export const shippedNotices: readonly HolidayNotice[] = [
  {
    year: 2025,
    notice: '国办发明电〔2024〕12号',
    address: 'https://www.gov.cn/zhengce/content/202411/content_6986382.htm',
    holidays: [
      { name: '元旦', off: ['2025-01-01', '2025-01-01'], work: [] },
      { name: '春节', off: ['2025-01-28', '2025-02-04'], work: ['2025-01-26', '2025-02-08'] },
      { name: '清明节', off: ['2025-04-04', '2025-04-06'], work: [] },
      { name: '劳动节', off: ['2025-05-01', '2025-05-05'], work: ['2025-04-27'] },
      { name: '端午节', off: ['2025-05-31', '2025-06-02'], work: [] },
      { name: '国庆节、中秋节', off: ['2025-10-01', '2025-10-08'], work: ['2025-09-28', '2025-10-11'] },
    ],
  },
  {
    year: 2026,
    notice: '国办发明电〔2025〕7号',
    address: 'https://www.gov.cn/zhengce/content/202511/content_7047090.htm',
    holidays: [
      { name: '元旦', off: ['2026-01-01', '2026-01-03'], work: ['2026-01-04'] },
      { name: '春节', off: ['2026-02-15', '2026-02-23'], work: ['2026-02-14', '2026-02-28'] },
      { name: '清明节', off: ['2026-04-04', '2026-04-06'], work: [] },
      { name: '劳动节', off: ['2026-05-01', '2026-05-05'], work: ['2026-05-09'] },
      { name: '端午节', off: ['2026-06-19', '2026-06-21'], work: [] },
      { name: '中秋节', off: ['2026-09-25', '2026-09-27'], work: [] },
      { name: '国庆节', off: ['2026-10-01', '2026-10-07'], work: ['2026-09-20', '2026-10-10'] },
    ],
  },
];

export function daysOfNotice(notice: HolidayNotice): HolidayDay[] {
  const days = notice.holidays.flatMap(({ name, off, work }) => [
    ...daysOf(...off).map((day): HolidayDay => ({ day, name, kind: 'OFF', follows: null })),
    ...work.map((day): HolidayDay => ({ day, name, kind: 'WORK', follows: null })),
  ]);
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}
