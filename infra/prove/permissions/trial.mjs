import { hydrate, raw, selectFrom, sql } from '../../../libs/platform/dist/index.js';
import { as } from '../../test/product.mjs';
import { mayDo } from './oracle.mjs';

export const ACTIONS = ['read', 'create', 'update', 'cancel', 'decide', 'block', 'reveal', 'export', 'import', 'grant', 'book', 'separate', 'secure', 'handOver'];
const OPERATOR_TENANT = '00000000-0000-7000-8000-000000000000';
const ROLES = ['SECRETARY', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT', 'AUDITOR'];
const NARROWED = ['RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT'];
const TAKEN = ['BOOK', 'DECIDE', 'BLOCK', 'KEEP', 'IMPORT', 'EXPORT', 'REVEAL'];
const MOST_ROWS = 400;

/** Every kind of record that permissions speak of, with rows of it, read as the owner of the database reads: without any wall. */
export async function records(platform, databaseUrl) {
  const entities = platform.subgraphs.flatMap(({ entities: own }) => own).concat(['Message', 'MessageSettings', 'StoredFile', 'Mail', 'Webhook', 'WebhookDelivery'].map((name) => platform.entityOf(name)));
  return as(databaseUrl, async (owner) => {
    const found = [];
    for (const entity of entities) {
      const metadata = platform.dataSource.getMetadata(entity);
      if (!metadata.findColumnWithPropertyName('id')) continue;
      const { rows } = await owner.query(`${selectFrom(entity, platform.dataSource).render().text} order by random() limit ${MOST_ROWS}`);
      for (const [relation, { entity: target, foreignKey }] of Object.entries(entity.relations ?? {})) {
        const key = platform.dataSource.getMetadata(target()).findColumnWithPropertyName(foreignKey).databaseName;
        const { rows: parts } = await owner.query(`${selectFrom(target(), platform.dataSource).render().text} where t."${key}" = any($1)`, [rows.map(({ id }) => id)]);
        for (const row of rows) row[relation] = parts.filter((part) => part[foreignKey] === row.id && part.tenantId === row.tenantId);
      }
      found.push({ entity, type: entity.name, table: `"${metadata.schema}"."${metadata.tableName}"`, rows: rows.map((row) => hydrate(entity, row)) });
    }
    const ids = async (text) => new Set((await owner.query(text)).rows.map(({ key }) => key));
    // Organisations and people stand outside of consortia: who is seen from where.
    const walls = { Organisation: await ids(`select tenant_id || ' ' || organisation_id as key from directory.membership union select tenant_id || ' ' || organisation_id from directory.agreement_party`), Person: await ids(`select tenant_id || ' ' || person_id as key from directory.affiliation`) };
    const seats = (await owner.query('select tenant_id as "tenantId", organisation_id as "organisationId", person_id as "personId" from directory.seat')).rows;
    // Also organisations from which nobody may work today.
    const organisations = (await owner.query('select distinct organisation_id as id from directory.membership')).rows.map(({ id }) => id);
    return { kinds: found, walls, seats, organisations };
  });
}

/** Somebody made up: a seat that there is, or parts of two, with any roles. */
export function anActor(chance, { seats, organisations }) {
  if (chance.below(25) === 0) return { personId: OPERATOR_TENANT, organisationId: OPERATOR_TENANT, tenantId: OPERATOR_TENANT, roles: ['PLATFORM_OPERATOR'], separated: false };
  const [seat, other] = [chance.pick(seats), chance.pick(seats)];
  const roles = chance.some(ROLES, 1 + chance.below(3));
  const narrowed = chance.below(4) === 0 ? Object.fromEntries(chance.some(NARROWED, 2).map((role) => [role, chance.some(TAKEN, 1 + chance.below(3))])) : null;
  return { personId: chance.below(3) === 0 ? other.personId : seat.personId, organisationId: chance.below(3) === 0 ? chance.pick(organisations) : seat.organisationId, tenantId: seat.tenantId, roles, separated: chance.below(3) === 0, narrowed };
}

/** What two consortia share has one id in both, and a row in each. */
const nameOf = ({ id, tenantId }) => `${tenantId ?? ''} ${id}`;

const whole = (actor) => ({ accountId: actor.personId, sessionId: 'made up', name: '试', timeZone: 'Asia/Shanghai', ...actor });

function inWall({ walls }, type, row, actor) {
  if (type === 'Consortium') return row.id === actor.tenantId || actor.tenantId === OPERATOR_TENANT;
  if (walls[type]) return walls[type].has(`${actor.tenantId} ${row.id}`);
  return row.tenantId === undefined || row.tenantId === actor.tenantId;
}

/**
 * Asks for some rows of one kind three times: the product's decision, the rows that PostgreSQL shows under the same rule and
 * its policies, and the oracle.
 */
export async function compare(platform, world, chance, { rowsAtOnce, action: wanted }) {
  const actor = anActor(chance, world);
  const kind = chance.pick(world.kinds.filter(({ rows }) => rows.length > 0));
  const action = wanted ?? (chance.below(3) === 0 ? 'read' : chance.pick(ACTIONS));
  const rows = chance.some(kind.rows, rowsAtOnce);
  const { decided, shown } = await platform.run(whole(actor), { readOnly: true }, async (ctx) => {
    const answers = rows.map((row) => ctx.can(action, row));
    const permitted = ctx.permitted(action, kind.entity);
    const tenant = raw(rows[0].tenantId === undefined ? 'null' : 't.tenant_id');
    const visible = await ctx.query(sql`select t.id, ${tenant} as "tenantId" from ${raw(kind.table)} t where t.id = any(${rows.map(({ id }) => id)}::uuid[]) and ${permitted}`);
    return { decided: answers, shown: new Set(visible.map(nameOf)) };
  });
  const disagreements = [];
  rows.forEach((row, index) => {
    const oracle = mayDo(actor, action, kind.type, row);
    const expected = oracle && inWall(world, kind.type, row, actor);
    // Mails of all consortia lie in the operators' outbox; that is told by a policy of its own.
    const walled = kind.type === 'Mail' && actor.tenantId === OPERATOR_TENANT ? null : shown.has(nameOf(row));
    if (decided[index] !== oracle) disagreements.push({ who: 'decision', type: kind.type, action, actor, id: row.id, decided: decided[index], oracle });
    if (walled !== null && walled !== expected) disagreements.push({ who: 'SQL', type: kind.type, action, actor, id: row.id, shown: walled, expected });
  });
  return { tried: rows.length, granted: decided.filter(Boolean).length, type: kind.type, action, disagreements };
}
