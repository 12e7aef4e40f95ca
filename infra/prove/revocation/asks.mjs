import { OPERATIONS } from '../booking/words.mjs';
import { hour } from './world.mjs';

const DAY = 86_400_000;
/** Answers to whoever has lost a seat, a role or what was lent. Everything else that is neither this nor granted is a fault. */
const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'];
const REASONS = ['NO_AGREEMENT', 'OUTSIDE_AGREEMENT', 'NOT_BOOKABLE'];

const day = (days) => new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY).toISOString();
const booking = (world) => ({ resourceIds: [world.machine], ...hour(world.hours++) });
const judged = (reasons) => (reasons.length === 0 ? 'granted' : reasons.every(({ code }) => REASONS.includes(code)) ? 'refused' : null);

/** What is asked, and whether an answer grants it. `sees`: by whoever may only look. `across`: means something between consortia alone. */
export const ASKS = {
  resource: {
    sees: true,
    across: true,
    query: 'query ($id: ID!) { resource(id: $id) { id name } }',
    variables: ({ machine }) => ({ id: machine }),
    reads: ({ resource }) => (resource ? 'granted' : 'refused'),
  },
  sharedThings: {
    sees: true,
    across: true,
    query: '{ sharedThings(first: 50) { nodes { resource { id } } } }',
    variables: () => ({}),
    reads: ({ sharedThings }, { machine }) => (sharedThings.nodes.some(({ resource }) => resource.id === machine) ? 'granted' : 'refused'),
  },
  allocations: {
    sees: true,
    across: true,
    query: 'query ($ids: [ID!]!, $from: DateTime!, $until: DateTime!) { allocations(resourceIds: $ids, from: $from, until: $until) { id startsAt } }',
    variables: ({ machine }) => ({ ids: [machine], from: day(0), until: day(30) }),
    reads: ({ allocations }) => (allocations.length > 0 ? 'granted' : 'refused'),
  },
  resourceAccess: {
    query: 'query ($id: ID!) { resourceAccess(resourceId: $id) { action allowed } }',
    variables: ({ machine }) => ({ id: machine }),
    reads: ({ resourceAccess }) => (resourceAccess.find(({ action }) => action === 'BOOK').allowed ? 'granted' : 'refused'),
  },
  checkBooking: {
    query: OPERATIONS.checkBooking,
    variables: (world) => ({ input: { ...booking(world), purpose: 'PRACTICE_TEACHING' } }),
    reads: ({ checkBooking }) => judged(checkBooking.reasons),
  },
  createBooking: {
    query: OPERATIONS.createBooking,
    variables: (world) => ({ input: { title: '借用实训', purpose: 'PRACTICE_TEACHING', organisationId: world.lending.taker.id, ...booking(world) } }),
    reads: ({ createBooking }) => (createBooking.__typename === 'Booking' ? 'granted' : judged(createBooking.reasons)),
  },
};

/** @returns granted, refused, or what it was instead */
export async function ask(door, url, cookie, name, world) {
  const { query, variables, reads } = ASKS[name];
  const sent = Date.now();
  const { status, data, errors, code } = await door.ask(url, cookie, query, variables(world));
  const received = Date.now();
  const said = errors?.[0]?.extensions?.code ?? code;
  const outcome = status === 200 && data && !errors ? reads(data, world) : status > 0 && status < 500 && REFUSALS.includes(said) ? 'refused' : null;
  return { outcome: outcome ?? `${name}: ${status} ${said ?? ''} ${JSON.stringify(errors ?? data)?.slice(0, 300)}`, isFault: outcome === null, sent, received };
}
