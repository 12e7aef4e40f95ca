import type { RequestContext } from '@gongjian/platform';
import { govern } from '../grant/grant.rules.ts';
import { Booking } from './booking.entity.ts';
import { wanted } from './parts.ts';
import type { Reason } from './booking.rules.ts';
import type { Alternative, Bundle } from './bundle.ts';
import { alternatives, inWords, type ReasonView, Refused } from './refusal.ts';

/** What a try came to, whether it was one or only a question. Words and alternatives are made when they are asked for. */
abstract class Judged {
  constructor(
    private readonly bundle: Bundle,
    private readonly found: readonly Reason[],
  ) {}

  inWords(ctx: RequestContext): Promise<ReasonView[]> {
    return inWords(ctx, this.bundle, this.found);
  }

  alternatives(ctx: RequestContext): Promise<Alternative[]> {
    return alternatives(ctx, this.bundle, this.found);
  }
}

/** Nothing was written; this is why, and what would work instead. */
export class BookingRefusal extends Judged {
  readonly __typename = 'BookingRefusal';
}

export class BookingCheck extends Judged {
  constructor(
    bundle: Bundle,
    found: readonly Reason[],
    readonly ownerIds: readonly string[],
    /** How many wishes that wait would end. */
    readonly endsWaiting: number,
  ) {
    super(bundle, found);
  }
}

/** Somebody changed the booking meanwhile; nothing was written. */
export interface BookingConflict {
  __typename: 'BookingConflict';
  current: Booking;
  changedFields: string[];
  changedBy: { __typename: 'Person'; id: string } | null;
  changedAt: Date;
}

export type BookingOutcome = Booking | BookingRefusal | BookingConflict;

/** What changed since the version that the caller knew, by whom and when. */
export async function conflict(ctx: RequestContext, current: Booking, knownVersion: number): Promise<BookingConflict> {
  await ctx.refuse();
  const since = current.history.filter(({ version }) => version > knownVersion);
  const last = since.at(-1);
  return {
    __typename: 'BookingConflict',
    current,
    changedFields: [...new Set(since.flatMap(({ fields }) => fields))],
    changedBy: last && !isJob(last.personId) ? { __typename: 'Person', id: last.personId } : null,
    changedAt: last ? new Date(last.at) : current.updatedAt,
  };
}

/** A refusal is an answer, for which the resources are read in full; everything else goes on as an error. */
export async function refusedOrThrown(ctx: RequestContext, error: unknown): Promise<BookingRefusal> {
  if (!(error instanceof Refused)) throw error;
  await ctx.refuse();
  const { taker, wish } = error.bundle;
  const placed = error.bundle.resources.map(({ id, tenantId }) => ({ resourceId: id, tenantId }));
  const { resources, held } = await wanted(ctx, placed.map(({ resourceId }) => resourceId), taker.organisationId, 'input.resourceIds', { lock: false, placed });
  return new BookingRefusal({ ...error.bundle, resources: govern(resources, held, taker, wish, ctx.currentTenant).resources }, error.reasons);
}

/** Jobs act as nobody in particular. */
function isJob(personId: string): boolean {
  return personId.startsWith('00000000-');
}
