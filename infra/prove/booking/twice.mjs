import { as } from '../../test/product.mjs';
import { OPERATIONS } from './words.mjs';

const DAY = 86_400_000;
const TWINS = 50;

/**
 * The same request with the same idempotency key, fifty times at once through several processes: one effect, one answer.
 * The resources are their own, so each of them can succeed.
 */
export async function askTwice({ world, door, urls, databaseUrl, rounds = 12 }) {
  const [secretary, park] = world.people;
  const own = [];
  for (const number of [1, 2, 3, 4]) own.push((await door.run(urls[0], secretary.cookie, OPERATIONS.createResource, { input: { kind: 'EQUIPMENT', name: `twins-${number}`, ownerId: world.owners[0].id }, key: null })).createResource.id);
  const counts = { rounds: 0, wrongEffects: 0, differentAnswers: 0, faults: [] };
  for (let round = 0; round < rounds; round++) {
    const start = Math.floor(Date.now() / DAY) * DAY + (25 + round) * DAY;
    const time = { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() };
    const label = `once-${round}`;
    const booking = { title: label, purpose: 'PILOT_TEST', organisationId: world.owners[0].id, resourceIds: own.slice(0, 3), ...time };
    const tries = [
      { by: secretary, operation: 'createBooking', input: booking, count: `select count(*)::int from scheduling.booking where title = $1` },
      { by: park, operation: 'createMaintenance', input: { resourceId: own[3], reason: label, ...time }, count: `select count(*)::int from scheduling.maintenance where reason = $1` },
      { by: secretary, operation: 'createResource', input: { kind: 'VENUE', name: label, ownerId: world.owners[0].id }, count: `select count(*)::int from scheduling.resource where name = $1` },
    ];
    const { by, operation, input, count } = tries[round % tries.length];
    const answers = await Promise.all(Array.from({ length: TWINS }, (_, twin) => door.ask(urls[twin % urls.length], by.cookie, OPERATIONS[operation], { input, key: label })));
    counts.rounds++;
    counts.faults.push(...answers.filter(({ status, errors }) => status !== 200 || errors).map(({ status, errors }) => ({ kind: operation, status, code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message })));
    if (new Set(answers.map(({ data }) => data?.[operation]?.id)).size !== 1) counts.differentAnswers++;
    const effects = await as(databaseUrl, async (client) => (await client.query(count, [label])).rows[0].count);
    if (effects !== 1) counts.wrongEffects++;
  }
  return counts;
}
