import { as } from '../test/product.mjs';
import { Door } from '../prove/common/door.mjs';
import { quantile } from '../prove/common/numbers.mjs';
import { fillConsortia } from './grants/fill.mjs';

export const about = 'what grants cost whoever holds many of them, beside whoever holds few: 1,000 consortia, 100,000 grants, one organisation with 5,000 and one with 10';
export const options = {
  consortia: { type: 'string', default: '1000' },
  grants: { type: 'string', default: '100000' },
  held: { type: 'string', default: '5000' },
  asked: { type: 'string', default: '200' },
};

const DAY = 86_400_000;
const LIST = 'sharedThings(first: 50) { pageInfo { hasNextPage endCursor } nodes { consortium resource { id name kind owner { id name } } grant { inForce validUntil clause { number } } }';
const time = (number) => {
  const start = (Math.floor(Date.now() / DAY) + 2 + (number % 300)) * DAY + (Math.floor(number / 300) % 20) * 3_600_000;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() };
};

/** Each question with what its answer has to be: nothing that was refused counts as fast. */
const QUESTIONS = {
  'sharedThings, first 50': { query: `{ ${LIST} } }`, variables: () => ({}), right: ({ sharedThings }) => sharedThings.nodes.length === 50 && sharedThings.nodes.every(({ resource }) => resource?.owner.name) },
  'sharedThings with the number of all': { query: `{ ${LIST} totalCount } }`, variables: () => ({}), right: ({ sharedThings }, { things }) => sharedThings.totalCount === things },
  resourceAccess: {
    query: 'query ($id: ID!) { resourceAccess(resourceId: $id) { action allowed steps { kind holds text clause { number } } } }',
    variables: ({ resources }, number) => ({ id: resources[number % resources.length] }),
    right: ({ resourceAccess }) => resourceAccess.find(({ action }) => action === 'BOOK').allowed,
  },
  checkBooking: {
    query: 'query ($input: CheckBookingInput!) { checkBooking(input: $input) { reasons { code message } } }',
    variables: ({ resources }, number) => ({ input: { resourceIds: [resources[number % resources.length]], purpose: 'PRACTICE_TEACHING', ...time(number) } }),
    right: ({ checkBooking }) => checkBooking.reasons.length === 0,
  },
};
const LISTED = 'sharedThings, first 50';

export async function measure(bed) {
  const database = await bed.database();
  const product = await bed.product({ database });
  const ground = await fillConsortia(bed, product, database, { consortia: bed.number('consortia'), grants: bed.number('grants'), held: bed.number('held') });
  const door = new Door(1);
  bed.keep(() => door.close());
  const { report } = bed;
  const asked = bed.number('asked');
  report.section(`${ground.all.consortia.toLocaleString('en')} consortia, ${ground.all.grants.toLocaleString('en')} grants on pools, ${ground.all.reach.toLocaleString('en')} things reached`);
  report.line('grants held by the one', ground.many.grants, { exactly: bed.number('held') });
  report.line('grants held by the other', ground.few.grants, { exactly: 10 });
  report.line('things that these reach', `${ground.many.things} / ${ground.few.things}`);

  const times = await askInTurn(door, product, ground, Object.keys(QUESTIONS), asked);
  report.section(`Asked ${asked} times each, in turn (many / few)`);
  for (const name of Object.keys(QUESTIONS)) {
    const { many, few } = times[name];
    for (const share of [0.5, 0.95]) report.line(`p${share * 100} of ${name}`, `${quantile(many, share).toFixed(1)} / ${quantile(few, share).toFixed(1)} ms`);
    report.line(`  p95 of who holds many, as a multiple`, quantile(many, 0.95) / quantile(few, 0.95), name === LISTED ? { atMost: 1.3 } : {});
  }

  await as(database.url, (client) => client.query('drop index scheduling.reach_taker; drop index scheduling.reach_all; analyze scheduling.reach'));
  const without = await askInTurn(door, product, ground, [LISTED], Math.max(20, Math.round(asked / 5)));
  report.section('Control: the list without its indexes');
  report.line('p95 of who holds many, as a multiple', quantile(without[LISTED].many, 0.95) / quantile(without[LISTED].few, 0.95), { atLeast: 1.3 });
  await product.stop();
}

/** One question after the other, one side after the other, so that whatever else the machine does hits all. */
async function askInTurn(door, product, ground, names, asked) {
  const times = Object.fromEntries(names.map((name) => [name, { many: [], few: [] }]));
  const warm = Math.max(20, Math.round(asked / 5));
  for (let number = 0; number < asked + warm; number++) {
    for (const name of names) {
      for (const side of number % 2 ? ['many', 'few'] : ['few', 'many']) {
        const { query, variables, right } = QUESTIONS[name];
        const { status, data, errors, milliseconds } = await door.ask(product.url, ground[side].cookie, query, variables(ground[side], number));
        if (status !== 200 || errors || !right(data, ground[side])) throw new Error(`${name} of ${side}: ${status} ${JSON.stringify(errors ?? data).slice(0, 500)}`);
        if (number >= warm) times[name][side].push(milliseconds);
      }
    }
  }
  return times;
}
