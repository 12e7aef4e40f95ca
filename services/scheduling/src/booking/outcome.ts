import { DomainError, type RequestContext, sqlState } from '@gongjian/platform';
import { Booking } from './booking.entity.ts';
import type { Reason } from './booking.rules.ts';
import { type Alternative, alternatives, type Bundle, inWords, type ReasonView, Refused } from './refusal.ts';

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
export function conflict(ctx: RequestContext, current: Booking, knownVersion: number): BookingConflict {
  ctx.refuse();
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

/** SQLSTATE exclusion_violation. */
const OVERLAP = '23P01';
const TRIES = 3;

/**
 * Tries inside a savepoint, so that a refusal gives its locks back at once. Should the constraint have to step in, the
 * try is made again, and then sees what is in the way.
 */
export async function tryToTake<T>(ctx: RequestContext, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ctx.savepoint(attempt);
    } catch (error) {
      if (sqlState(error) !== OVERLAP) throw error;
      if (tries === TRIES) throw new DomainError('BOOKING_BUSY');
    }
  }
}

/** A refusal is an answer; everything else goes on as an error. */
export function refusedOrThrown(ctx: RequestContext, error: unknown): BookingRefusal {
  if (!(error instanceof Refused)) throw error;
  ctx.refuse();
  return new BookingRefusal(error.bundle, error.reasons);
}

/** Jobs act as nobody in particular. */
function isJob(personId: string): boolean {
  return personId.startsWith('00000000-');
}
