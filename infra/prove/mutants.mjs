import pg from 'pg';
import { rolesOf } from '../../libs/platform/dist/index.js';
import { sitesOf, without } from './mutants/sites.mjs';
import { Runtime, walled } from './mutants/walls.mjs';
import { defences } from './mutants/defences.mjs';
import { ask } from './permissions.mjs';
import { records } from './permissions/trial.mjs';
import { fill, platformOf, SUBGRAPHS } from './permissions/world.mjs';

export const about = 'each right, each wall between consortia and each defence in the database is taken away in turn; each time it must be noticed';
export const options = { questions: { type: 'string', default: '6000' } };

const ROLES = ['SECRETARY', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT', 'AUDITOR', 'PLATFORM_OPERATOR'];

export async function measure(bed) {
  const database = await bed.database({ durable: false });
  const product = await bed.product({ database });
  bed.say('filling two consortia with everything that can be done …');
  await fill(bed, product, database);
  const platform = await platformOf(database);
  bed.keep(() => platform.close());
  const world = await records(platform, database.url);
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  bed.keep(() => owner.end());

  await rights(bed, platform, world);
  await walls(bed, database, owner, world);
  await defences(bed, product, database, owner);
}

async function rights(bed, platform, world) {
  const { report } = bed;
  const actors = ROLES.flatMap((role) => [true, false].map((separated) => ({ personId: 'p', organisationId: 'o', tenantId: 't', roles: [role], separated })));
  const definitions = SUBGRAPHS.map(({ permissions }) => permissions);
  const sites = sitesOf(definitions.flat(), actors);
  bed.say(`${sites.length} rights …`);
  // What is asked of a kind alone, or has no row in this world, no question can be about.
  const asked = new Set(world.kinds.filter(({ rows }) => rows.length > 0).map(({ type }) => type));
  const silent = sites.filter(({ type }) => !asked.has(type));
  const unnoticed = [];
  const questions = bed.number('questions');
  for (const site of sites) {
    if (!asked.has(site.type)) continue;
    const cut = SUBGRAPHS.map((subgraph, index) => ({ ...subgraph, permissions: without(definitions[index], site) }));
    if (!(await missed(platform, cut, world, site, questions))) unnoticed.push(`${site.type} ${site.action} (${site.site})`);
  }
  report.section('Rights: each sentence of the permissions without one of its actions');
  report.line('taken away', sites.length - silent.length, { atLeast: 100 });
  report.line('about kinds without a record in this world, not tried', [...new Set(silent.map(({ type }) => type))].join(' ') || 'none');
  report.line('that nothing noticed', unnoticed.length, { exactly: 0 });
  for (const each of unnoticed) bed.say(`not noticed: ${each}`);
}

/** Asks until somebody misses the right. */
async function missed(platform, subgraphs, world, { type, action }, questions) {
  const other = Object.create(platform, { permissions: { value: [...platform.permissions.filter((define) => !SUBGRAPHS.some(({ permissions }) => permissions.includes(define))), ...subgraphs.flatMap(({ permissions }) => permissions)] }, abilities: { value: new Map() } });
  for (let seed = 1; seed * 1000 <= questions; seed++) {
    const { disagreements } = await ask(other, world, 1000, 1000 + seed, [type], action);
    if (disagreements.length > 0) return true;
  }
  return false;
}

async function walls(bed, database, owner, world) {
  const { report } = bed;
  const runtime = await Runtime.open(database);
  bed.keep(() => runtime.end());
  const [tenantId, otherId] = [...new Set(world.seats.map((seat) => seat.tenantId))];
  const tables = await walled(owner, rolesOf(database.url).app);
  const [open, leaks, blind] = [[], [], []];
  bed.say(`${tables.length} walls …`);
  for (const table of tables) {
    const seen = async () => (await runtime.foreign(table, tenantId)) + (await runtime.foreign(table, otherId));
    if ((await seen()) > 0) open.push(table);
    await owner.query(`alter table ${table} disable row level security`);
    const after = await seen();
    const { rows } = await owner.query(`select count(distinct tenant_id)::int as count from ${table}`);
    await owner.query(`alter table ${table} enable row level security`);
    if (after === 0 && rows[0].count > 0) leaks.push(table);
    if (rows[0].count === 0) blind.push(table);
    if (await runtime.escapes(table, tenantId, otherId)) {
      const { rows: own } = await owner.query(`select 1 from ${table} where tenant_id = $1 limit 1`, [tenantId]);
      if (own.length > 0) open.push(`${table} (writes)`);
    }
  }
  report.section('Walls: each table without its row-level security');
  report.line('tables of consortia that the runtime role reads', tables.length, { atLeast: 50 });
  report.line('open while the wall stands', open.length, { exactly: 0 });
  report.line('whose missing wall nothing noticed', leaks.length, { exactly: 0 });
  report.line('without a row in this world, not tried', blind.join(' ') || 'none');
  for (const each of [...open, ...leaks]) bed.say(each);
}
