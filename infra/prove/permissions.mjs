import { as } from '../test/product.mjs';
import { Chance } from './common/numbers.mjs';
import { compare, records } from './permissions/trial.mjs';
import { fill, platformOf, SUBGRAPHS } from './permissions/world.mjs';
import { RIGHTS } from './permissions/oracle.mjs';

export const about = 'the decision, the rows that PostgreSQL shows, and an oracle that tries each right agree; with controls that must not';
export const options = { tries: { type: 'string', default: '100000' }, seed: { type: 'string', default: '2026' } };

const AT_ONCE = 12;
const SIDE_BY_SIDE = 4;

export async function measure(bed) {
  const { report } = bed;
  const database = await bed.database({ durable: false });
  const product = await bed.product({ database });
  bed.say('filling two consortia with everything that can be done …');
  await fill(bed, product, database);
  const platform = await platformOf(database);
  bed.keep(() => platform.close());
  const world = await records(platform, database.url);

  const wanted = bed.number('tries');
  bed.say(`${wanted} questions …`);
  const found = await ask(platform, world, wanted, bed.number('seed'));
  report.section('Random actors, rows and actions');
  report.line('questions asked', found.tried, { atLeast: wanted });
  report.line('answered with yes', found.granted, { atLeast: Math.round(wanted / 20) });
  report.line('kinds of records with rows', world.kinds.filter(({ rows }) => rows.length > 0).length, { atLeast: 35 });
  report.line('kinds of records without a row, not asked', world.kinds.filter(({ rows }) => rows.length === 0).map(({ type }) => type).join(' ') || 'none');
  report.line('rights of the oracle', RIGHTS.length);
  report.line('where the decision and the oracle differ', found.disagreements.filter(({ who }) => who === 'decision').length, { exactly: 0 });
  report.line('where PostgreSQL and the oracle differ', found.disagreements.filter(({ who }) => who === 'SQL').length, { exactly: 0 });
  for (const one of found.disagreements.slice(0, 8)) bed.say(JSON.stringify(one));

  report.section('Controls: each must be noticed');
  const few = Math.max(3000, Math.round(wanted / 10));
  // Somebody gives too much away.
  const loose = await platformOf(database, [...SUBGRAPHS.slice(0, 1), { ...SUBGRAPHS[1], permissions: [...SUBGRAPHS[1].permissions, (allow, actor) => actor.roles.includes('STUDENT') && allow('update', platform.entityOf('Booking'))] }]);
  const tooMuch = await ask(loose, world, few, 7, ['Booking']);
  await loose.close();
  report.line('a student who may change bookings', tooMuch.disagreements.length, { atLeast: 1 });
  // A wall falls.
  await as(database.url, (owner) => owner.query('alter table scheduling.pool disable row level security'));
  const open = await ask(platform, world, few, 8, ['Pool']);
  report.line('a table without row-level security', open.disagreements.filter(({ who }) => who === 'SQL').length, { atLeast: 1 });
}

/** @param only these kinds of records, and this action, for controls that are about one */
export async function ask(platform, world, wanted, seed, only, action) {
  const chance = new Chance(seed);
  const here = only ? { ...world, kinds: world.kinds.filter(({ type }) => only.includes(type)) } : world;
  const sum = { tried: 0, granted: 0, disagreements: [] };
  const walk = async () => {
    while (sum.tried < wanted) {
      const { tried, granted, disagreements } = await compare(platform, here, chance, { rowsAtOnce: AT_ONCE, action });
      sum.tried += tried;
      sum.granted += granted;
      sum.disagreements.push(...disagreements);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, walk));
  return sum;
}
