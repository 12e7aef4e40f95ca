import { as } from '../../test/product.mjs';
import { Lending, sideOf } from '../../prove/common/lending.mjs';
import { foundConsortium } from '../../prove/common/people.mjs';

/** Clauses of an agreement, each on a pool; pools of a giver; things in a pool. */
const CLAUSES = 5;
const POOLS = 20;
const THINGS = 6;
/** Agreements of the organisation that holds few. */
const FEW = 2;

/**
 * So many consortia that lend to each other, each by its lead. One agreement is made as people make it; the others are
 * written by the superuser after its pattern, and compiled and spread by the product's own functions.
 * @returns the organisations that hold many grants and few, with who asks for them
 */
export async function fillConsortia(bed, product, database, counts) {
  const home = await foundConsortium(product, '借用方联合体');
  const many = await sideOf(home, await home.member('大量借用的职业学院', 'SCHOOL'), '大校');
  const few = await sideOf(home, await home.member('少量借用的技工学校', 'SCHOOL'), '小校');
  const away = await foundConsortium(product, '出借方联合体');
  const pattern = new Lending(await sideOf(away, away.lead, '企方'), many);
  const uses = [];
  let machine;
  for (let number = 1; number <= CLAUSES; number++) {
    machine = await pattern.machine(`五轴加工中心${number}`);
    uses.push(pattern.use((await pattern.pool(`出借池${number}`, [machine])).id));
  }
  const agreement = await pattern.signed(uses);
  const asking = async ({ id }) => ({ id, cookie: (await home.person(['COORDINATOR'], id)).cookie });
  const ground = { many: await asking(many), few: await asking(few) };

  const began = Date.now();
  const told = (what) => bed.say(`${what}, ${Math.round((Date.now() - began) / 1000)} s`);
  await as(database.url, async (client) => {
    const run = (text, values) => client.query(text, values);
    await run(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`);
    await run(`create temp table giver as select n::int, case n when 0 then $2::uuid else gen_random_uuid() end as tenant, case n when 0 then $3::uuid else gen_random_uuid() end as organisation from generate_series(0, $1::int - 2) n`, [counts.consortia, away.id, away.lead.id]);
    const copy = (table, from, changes, where) => `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(p) || jsonb_build_object(${changes}))).* from ${table} p, ${from} where ${where}`;
    await run(copy('directory.consortium', 'giver', `'id', tenant, 'name', '第' || n || '号联合体', 'short_name', n || '号'`, `p.id = $1 and n > 0`), [away.id]);
    await run(copy('directory.organisation', 'giver', `'id', organisation, 'name', '第' || n || '号出借企业', 'short_name', n || '号企业', 'uscc', '9' || lpad(n::text, 17, '0')`, `p.id = $1 and n > 0`), [away.lead.id]);
    await run(copy('directory.membership', 'giver', `'tenant_id', tenant, 'id', gen_random_uuid(), 'organisation_id', organisation`, `p.tenant_id = $1 and p.organisation_id = $2 and n > 0`), [away.id, away.lead.id]);
    told('consortia');

    await run(`create temp table pool as select n, tenant, organisation, slot::int, gen_random_uuid() as id from giver, generate_series(0, ${POOLS} - 1) slot`);
    await run(`create temp table thing as select pool.*, gen_random_uuid() as resource, number::int from pool, generate_series(1, ${THINGS}) number`);
    const { rows } = await run(`select column_name as name from information_schema.columns where table_schema = 'scheduling' and table_name = 'resource' and is_generated = 'NEVER' and column_name not in ('tenant_id', 'id', 'owner_id', 'name', 'name_key')`);
    const [columns, values] = ['', 'p.'].map((prefix) => rows.map(({ name }) => prefix + client.escapeIdentifier(name)).join(', '));
    await run(`insert into scheduling.resource (tenant_id, id, owner_id, name, name_key, ${columns}) select thing.tenant, thing.resource, thing.organisation, '设备' || n || '-' || slot || '-' || thing.number, md5(thing.resource::text), ${values} from thing, scheduling.resource p where p.id = $1`, [machine]);
    await run(`insert into scheduling.pool (tenant_id, id, owner_id, name, created_at, updated_at, version) select tenant, id, organisation, '资源池' || slot, now(), now(), 1 from pool`);
    await run(`insert into scheduling.pool_resource (tenant_id, pool_id, resource_id) select tenant, id, resource from thing`);
    told('things and pools');

    // The many from all givers in turn, the few from two of them, the rest between the leads.
    const manyAgreements = counts.held / CLAUSES - 1;
    await run(
      `create temp table signed as
       select a.id, a.number, g.n as giver, g.tenant as giver_home, g.organisation as giver_id, a.first, coalesce(t.tenant, $3::uuid) as taker_home, coalesce(t.organisation, a.taker) as taker_id
       from (
         select gen_random_uuid() as id, number::int, case when number <= $4::int then $1::uuid when number <= $4::int + ${FEW} then $2::uuid end as taker, (number % $6::int)::int as giver,
           (1 + number + number / $6::int) % $6::int as other, ((number / $6::int) * ${CLAUSES})::int % ${POOLS} as first
         from generate_series(1, $5::int) number) a
       join giver g on g.n = a.giver left join giver t on a.taker is null and t.n = a.other
       where a.taker is not null or a.other <> a.giver`,
      [many.id, few.id, home.id, manyAgreements, counts.grants / CLAUSES - 1, counts.consortia - 1],
    );
    await run('analyze pool; analyze thing; analyze signed');
    await run(`create temp table copied as select signed.*, home from signed, lateral (values (giver_home), (taker_home)) homes(home)`);
    await run('analyze copied');
    await run(copy('directory.agreement', 'copied', `'tenant_id', copied.home, 'id', copied.id, 'number', 'M' || copied.number, 'drafted_for_id', copied.giver_id`, `p.tenant_id = $1 and p.id = $2`), [away.id, agreement.id]);
    await run(
      `insert into directory.agreement_party (tenant_id, id, agreement_id, organisation_id, ordinal, home_id, created_at, updated_at, version)
       select home, gen_random_uuid(), id, giver_id, 0, giver_home, now(), now(), 1 from copied union all select home, gen_random_uuid(), id, taker_id, 1, taker_home, now(), now(), 1 from copied`,
    );
    await run(`create temp table clause as select signed.id as agreement, gen_random_uuid() as id, ordinal::int, pool.id as pool from signed, generate_series(0, ${CLAUSES} - 1) ordinal join pool on true where pool.n = signed.giver and pool.slot = (signed.first + ordinal) % ${POOLS}`);
    await run('analyze clause');
    await run(
      copy('directory.clause', 'copied join clause on clause.agreement = copied.id', `'tenant_id', copied.home, 'id', clause.id, 'agreement_id', copied.id, 'ordinal', clause.ordinal, 'giver_id', copied.giver_id, 'taker_id', copied.taker_id, 'pool_id', clause.pool`, `p.tenant_id = $1 and p.id = $2`),
      [away.id, agreement.clauses[0].id],
    );
    await run('analyze');
    told('agreements');
    await run('select count(directory.compile_grants(a.tenant_id, a.id)) from directory.agreement a');
    await run('analyze directory.access_grant');
    told('compiled');
    await run('select count(scheduling.fill_reach(tenant, null, null)) from giver');
    await run('set session_replication_role = default');
    await run('vacuum analyze scheduling.reach, scheduling.resource, scheduling.pool_resource, directory.access_grant, directory.agreement, directory.agreement_party, directory.clause, directory.organisation, directory.membership, directory.consortium');
    told('reach');
    const held = async ({ id }) => (await run(`select count(*)::int as grants, (select count(*)::int from scheduling.reach x where x.tenant_id = $1 and x.taker_id = $2) as things from directory.access_grant g where g.tenant_id = $1 and g.taker_id = $2`, [home.id, id])).rows[0];
    Object.assign(ground.many, await held(many), { resources: await some(client, home.id, many.id) });
    Object.assign(ground.few, await held(few), { resources: await some(client, home.id, few.id) });
    ground.all = (await run(`select (select count(*)::int from directory.consortium) as consortia, (select count(*)::int from directory.access_grant where tenant_id = giver_home_id and pool_id is not null) as grants, (select count(*)::int from scheduling.reach) as reach`)).rows[0];
  });
  return ground;
}

/** Things that somebody may use, to ask for. */
async function some(client, tenantId, takerId) {
  const { rows } = await client.query('select resource_id as id from scheduling.reach where tenant_id = $1 and taker_id = $2 order by md5(id::text) limit 50', [tenantId, takerId]);
  return rows.map(({ id }) => id);
}
