import { badInput, type RequestContext } from '@gongjian/platform';
import { type Term, today } from '../day.ts';

/**
 * The term of roles that are given: from today on when nobody says, and without end.
 * @throws SINCE_PAST, TERM_EMPTY at `input.since` and `input.until`
 */
export function termFrom(ctx: RequestContext, given: { since?: string | null; until?: string | null }): Term {
  const day = today(ctx);
  const since = given.since ?? day;
  const until = given.until ?? null;
  if (since < day) throw badInput('input.since', 'SINCE_PAST');
  if (until !== null && until <= since) throw badInput('input.until', 'TERM_EMPTY');
  return { since, until };
}
