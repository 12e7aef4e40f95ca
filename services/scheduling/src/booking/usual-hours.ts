import { type RequestContext, sql } from '@gongjian/platform';
import { type Interval, openIntervals, type OpeningPeriod } from '../resource/opening.ts';
import { dayOf } from '../time.ts';

interface Season {
  /** MM-DD. */
  since: string;
  periods: { starts: string; ends: string }[];
}

interface Known {
  /** What new resources of the consortium are open, unless they say something else. */
  openingHours: OpeningPeriod[] | null;
  /** Lessons of the actor's organisation, or of the consortium. */
  seasons: Season[] | null;
}

const SCHOOL_DAYS = [1, 2, 3, 4, 5];
const OFFICE = { opens: '08:00', closes: '18:00' };

/**
 * When people here usually work: the consortium's opening hours, else from the first lesson to the last, else office hours.
 * Resources that are always open are not therefore offered at odd times first.
 */
export async function usualHours(ctx: RequestContext, around: number, { from, until }: Interval): Promise<readonly Interval[]> {
  const [known] = await ctx.query<Known>(sql`
    select (select default_opening_hours from directory.consortium_setting where tenant_id = ${ctx.currentTenant}) as "openingHours",
      (select seasons from directory.lesson_hours where tenant_id = ${ctx.currentTenant} and (organisation_id is null or organisation_id = ${ctx.actor.organisationId}) and seasons <> '[]'
        order by organisation_id nulls last limit 1) as seasons`);
  return openIntervals(weekOf(known, dayOf(around, ctx.actor.timeZone)), from, until, ctx.actor.timeZone);
}

/** The usual week around a day, given as YYYY-MM-DD. */
export function weekOf(known: Known | undefined, day: string): OpeningPeriod[] {
  if (known?.openingHours?.length) return known.openingHours;
  const periods = seasonOn(known?.seasons ?? [], day)?.periods ?? [];
  const hours = periods.length > 0 ? { opens: periods.map(({ starts }) => starts).sort()[0]!, closes: periods.map(({ ends }) => ends).sort().at(-1)! } : OFFICE;
  return SCHOOL_DAYS.map((weekday) => ({ weekday, ...hours }));
}

/** The one that began last, be it in the year before. */
function seasonOn(seasons: readonly Season[], day: string): Season | undefined {
  const inOrder = seasons.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  return inOrder.findLast(({ since }) => since <= day.slice(5)) ?? inOrder.at(-1);
}
