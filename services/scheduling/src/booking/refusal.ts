import { type RequestContext, spokenDay, spokenLastDay } from '@gongjian/platform';
import type { Resource } from '../resource/resource.entity.ts';
import { Allocation } from './allocation.entity.ts';
import { Booking } from './booking.entity.ts';
import type { Reason } from './booking.rules.ts';
import type { Alternative, Bundle } from './bundle.ts';
import { otherResources } from './other-resources.ts';
import { otherTimes } from './other-times.ts';

/** Thrown, so that everything is rolled back and its locks are gone before alternatives are looked for. */
export class Refused extends Error {
  constructor(
    readonly reasons: readonly Reason[],
    readonly bundle: Omit<Bundle, 'resources'> & { resources: readonly Pick<Resource, 'id' | 'tenantId'>[] },
  ) {
    super('refused');
  }
}

/** How many alternatives of each kind are offered; one kind fills up what the other lacks. */
const OF_EACH = 3;

export async function alternatives(ctx: RequestContext, bundle: Bundle, reasons: readonly Reason[]): Promise<Alternative[]> {
  if (reasons.length === 0) return [];
  const most = 2 * OF_EACH;
  const resources = await otherResources(ctx, bundle, reasons, most);
  const times = await otherTimes(ctx, bundle, reasons, { enough: Math.max(1, OF_EACH - resources.length), most });
  const shownTimes = times.slice(0, Math.max(OF_EACH, most - resources.length));
  return [...shownTimes, ...resources.slice(0, most - shownTimes.length)];
}

export interface ReasonView {
  code: string;
  message: string;
  resource: Resource | null;
  allocation: Allocation | null;
}

/** Reasons in the viewer's words, naming other people's bookings only as far as the viewer may see them. */
export function inWords(ctx: RequestContext, bundle: Bundle, reasons: readonly Reason[]): Promise<ReasonView[]> {
  return Promise.all(
    reasons.map(async ({ code, resourceId, allocationId, params }) => {
      const resource = bundle.resources.find(({ id }) => id === resourceId) ?? null;
      const allocation = await ctx.load(Allocation, allocationId);
      const booking = await ctx.load(Booking, allocation?.bookingId);
      const known = { resource: resource?.name ?? '', ...params, ...wordsOf(ctx, params) };
      const message =
        allocation === null
          ? ctx.text(code === 'OVER_CAPACITY' && resourceId === null ? 'REFUSED_OVER_CAPACITY_TOGETHER' : `REFUSED_${code}`, { ...known, ...(isBusy(code) && { when: spoken(ctx, new Date(params.from!), new Date(params.until!)) }) })
          : ctx.text(booking ? 'REFUSED_TAKEN_BY' : `REFUSED_${code}`, { ...known, when: spoken(ctx, allocation.startsAt, allocation.endsAt), booking: booking?.title ?? '' });
      return { code, message, resource, allocation };
    }),
  );
}

const isBusy = (code: Reason['code']): boolean => code === 'TAKEN' || code === 'UNDER_MAINTENANCE';

/** Codes among the facts as people say them. */
function wordsOf(ctx: RequestContext, { state, purposes, per, unit, from, until }: Reason['params']): Record<string, string> {
  return {
    ...(state && { state: ctx.text(`STATE_${state}`) }),
    ...(purposes && { purposes: String(purposes).split(',').map((each) => ctx.text(`PURPOSE_${each}`)).join(ctx.language === 'en' ? ', ' : '、') }),
    ...(per && unit && { per: ctx.text(`PER_${per}`), unit: ctx.text(`UNIT_${unit}`) }),
    ...(from && until && { from: spokenDay(new Date(from), ctx.actor.timeZone, ctx.language), until: spokenLastDay(new Date(until), ctx.actor.timeZone, ctx.language) }),
  };
}

/** 11月24日 09:00–11:00, with the second day where there is one. */
function spoken(ctx: RequestContext, startsAt: Date, endsAt: Date): string {
  const { timeZone } = ctx.actor;
  const day = new Intl.DateTimeFormat(ctx.language === 'en' ? 'en-GB' : ctx.language, { timeZone, month: ctx.language === 'en' ? 'short' : 'long', day: 'numeric' });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const second = day.format(endsAt) === day.format(startsAt) ? '' : `${day.format(endsAt)} `;
  return `${day.format(startsAt)} ${clock.format(startsAt)}–${second}${clock.format(endsAt)}`;
}
