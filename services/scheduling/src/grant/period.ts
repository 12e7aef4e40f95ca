import { addDays, dayOf, weekdayOf } from '../time.ts';
import type { QuotaPeriod } from './grant.rules.ts';

/**
 * The first day of the period that a booking counts to: the one in which it begins, where the thing is. Weeks begin on
 * Mondays; terms as the taker's school calendar says, and where there is none in February and in August.
 */
export function periodOf(per: QuotaPeriod, startsAt: Date, timeZone: string, { validFrom, terms }: { validFrom: Date; terms: readonly string[] }): string {
  const day = dayOf(startsAt.getTime(), timeZone);
  switch (per) {
    case 'WEEK':
      return addDays(day, 1 - weekdayOf(day));
    case 'MONTH':
      return `${day.slice(0, 7)}-01`;
    case 'YEAR':
      return `${day.slice(0, 4)}-01-01`;
    case 'TERM':
      return terms.filter((first) => first <= day).sort().at(-1) ?? halfYear(day);
    case 'WHOLE':
      return dayOf(validFrom.getTime(), timeZone);
  }
}

function halfYear(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month >= 8 ? `${year}-08-01` : month >= 2 ? `${year}-02-01` : `${year - 1}-08-01`;
}
