import { openTrial } from './isolation/trial.mjs';
import { fieldsOf, unclassified } from './isolation/cells.mjs';
import { reasonOf } from './isolation/columns.mjs';
import { control, CONTROLS } from './isolation/controls.mjs';
import { count } from './isolation/counts.mjs';
import { refer, startSubgraphs } from './isolation/entities.mjs';
import { filter } from './isolation/filters.mjs';
import { listen } from './isolation/news.mjs';
import { order } from './isolation/orders.mjs';
import { read } from './isolation/reads.mjs';
import { recordsOf } from './isolation/records.mjs';
import { registeredRoutes } from './isolation/registered.mjs';
import { visit } from './isolation/routes.mjs';
import { write } from './isolation/writes.mjs';
import { speakTo } from './common/people.mjs';

export const about = 'every field, entity, file, export, stream and route, asked for by every role in every relation to whose it is, to read, find, sort, count and change it: nothing is shown that may not be seen; with seeded faults that must be found';
export const options = { roles: { type: 'string', default: '13' } };

const named = (list) => (list.length > 0 ? ` (${list.slice(0, 5).join(', ')}${list.length > 5 ? ', …' : ''})` : '');

export async function measure(bed) {
  const started = Date.now();
  const say = (text) => bed.say(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${text}`);
  const database = await bed.database();
  const product = await bed.product({ database, env: { PASSWORD_HASHING: 'cheap', ROUNDS: 'quick' } });
  speakTo(product);
  say('settling …');
  const trial = await openTrial({ database, product }, { roles: some(bed.number('roles')) });
  bed.keep(() => trial.voice.close());
  if (trial.refused.length > 0) bed.say(`samples that were refused: ${trial.refused.join('; ')}`);
  say(`${trial.actors.length} people, ${trial.records.all.length} rows, ${trial.records.byCanary.size} canaries`);
  const done = {};
  for (const [name, part] of Object.entries(PARTS)) {
    done[name] = await part(trial, bed, done);
    say(`${name}: ${trial.judge.responses} answers, ${trial.judge.leaks.length} leaks`);
  }
  tell(bed, trial, done);
  seeded(bed, done.controls);
}

/** What is done with the world, in this order: what changes it comes last. */
const PARTS = {
  reads: (trial) => read(trial),
  places: (trial) => filter(trial),
  orders: (trial) => order(trial),
  routes: (trial) => visit(trial, registeredRoutes(trial.database)),
  async entities(trial, bed) {
    const subgraphs = await startSubgraphs(trial.database);
    const stop = bed.keep(subgraphs.stop);
    const found = await refer(trial, subgraphs);
    await stop();
    return found;
  },
  news: (trial) => listen(trial),
  counts: (trial) => count(trial),
  async controls(trial) {
    const found = {};
    for (const name of Object.keys(CONTROLS)) found[name] = await control(trial, name);
    return Object.entries(found).filter(([, one]) => one !== null);
  },
  changes: (trial) => write(trial),
  // What ends sessions comes at the very end.
  ends: (trial, _bed, { routes }) => visit(trial, routes.registered, trial.actors, { last: true }),
  // By now there are rows that were not there when the world was looked at.
  late: async (trial) => trial.judge.late(await recordsOf(trial.database.url, trial.tenants)),
};

/** Roles in turn, another part of them for each relation. */
const some = (count) => (relation, index, all) => all.filter((_role, at) => (at - index * 3 + all.length * 3) % all.length < count);

function tell({ report, say }, trial, { reads, places, orders, routes, entities, news, counts, changes, late }) {
  const { judge, cells, planted } = trial;
  const all = fieldsOf(trial.schema);
  const asked = new Set(Object.values(cells).flatMap((set) => [...set].map((cell) => cell.split(' ')[0])));
  const unasked = all.filter((field) => !asked.has(field));
  const { missing, stale } = unclassified(trial.schema);
  const bare = [...planted.empty, ...planted.refused].filter((column) => !reasonOf(column));

  report.section('The world');
  report.line('people, of every role in every relation', trial.actors.length, { atLeast: 20 });
  report.line('columns with a canary in them', planted.planted.length, { atLeast: 90 });
  report.line(`without one, and without a reason${named(bare)}`, bare.length, { exactly: 0 });
  report.line('canaries', trial.records.byCanary.size, { atLeast: 1000 });

  report.section('Cells: a field, a way or a route, by somebody of a role in a relation, to do something of a kind');
  for (const [kind, set] of Object.entries(cells)) report.line(kind, set.size, { atLeast: 1 });
  report.line('all of them', Object.values(cells).reduce((sum, set) => sum + set.size, 0), { atLeast: 100_000 });
  report.line('questions, each aimed at the target’s things', reads.length, { atLeast: 80 });
  report.line('places by which questions are narrowed', places.length, { atLeast: 50 });
  report.line('orders of lists', orders.length, { atLeast: 20 });
  report.line('questions that count something', counts.length, { atLeast: 20 });
  report.line('entities that subgraphs refer to', entities.types, { atLeast: 20 });
  report.line('routes', routes.registered.length, { atLeast: 60 });
  report.line('changes', changes.mutations, { atLeast: 90 });
  report.line(`fields of the schema that were asked for, of ${all.length}${named(unasked)}`, all.length - unasked.length, { exactly: all.length });
  report.line(`unclassified${named([...missing, ...judge.unclassified])}`, missing.length + judge.unclassified.size, { exactly: 0 });
  report.line(`classified, and in the schema no more${named([...stale, ...routes.stale])}`, stale.length + routes.stale.length, { exactly: 0 });

  report.section('What came');
  report.line('answers', judge.responses, { atLeast: 1000 });
  report.line('megabytes searched', Math.round(judge.bytes / 1_048_576), { atLeast: 1 });
  report.line('values judged by the row in which they stand', judge.values, { atLeast: 10_000 });
  for (const leak of trial.leaks) say(`LEAK ${leak}`);
  report.line('of which rows that were made in the meantime', late);
  report.line('leaks', judge.leaks.length, { exactly: 0 });
  for (const [what, { count: times, text }] of trial.faults) say(`fault ${what}, ${times} times: ${String(text).slice(0, 300)}`);
  report.line(`answers that were broken or not understood${named([...trial.faults.keys()])}`, trial.faults.size, { exactly: 0 });
  report.line('changes that were tried without a right', changes.asked, { atLeast: 1000 });
  report.line(`rows of the target that were changed by them${named(changes.changed)}`, changes.changed.length, { exactly: 0 });
  report.line('entities asked for without a signature, all refused', entities.unsigned, { atLeast: 10 });
  report.line('the public door has no entry for entities', entities.hidden ? 1 : 0, { exactly: 1 });
  report.line('files that were handed out', routes.files, { atLeast: 100 });
  report.line('open pages that heard of a change in their own consortium', news.heard, { atLeast: 5 });
  positive({ report }, trial);
}

/** What should be seen is seen. */
function positive({ report }, { judge, planted }) {
  const seen = (relation) => new Set([...judge.seen.keys()].filter((key) => key.endsWith(` ${relation}`)).map((key) => key.slice(0, -relation.length - 1)));
  const own = seen('OWN');
  report.section('Control: what may be seen is seen');
  report.line('columns whose canaries their own organisation has seen', planted.planted.filter((column) => own.has(column)).length, { atLeast: 60 });
  report.line('types that their own organisation has seen', [...own].filter((name) => !name.includes('.')).length, { atLeast: 25 });
  for (const [relation, table] of [['SIBLING', 'scheduling.resource.name'], ['SIBLING_ACTIVE', 'directory.agreement.title'], ['SIBLING_EXPIRED', 'directory.agreement.title'], ['FOREIGN_ACTIVE', 'Resource'], ['FOREIGN_ACTIVE', 'Agreement'], ['OPERATOR', 'directory.consortium.name']]) {
    report.line(`${relation.toLowerCase().replace('_', ' with agreement ')}: ${table}`, judge.seen.get(`${table} ${relation}`) ?? 0, { atLeast: 1 });
  }
}

function seeded({ report }, found) {
  report.section('Control: each fault that is put in has to be found, and nothing once it is mended');
  for (const [name, { broken, mended }] of found) {
    report.line(`${name}: leaks found`, broken, { atLeast: 1 });
    report.line(`${name}, mended: leaks`, mended, { exactly: 0 });
  }
}
