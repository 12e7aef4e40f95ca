import { randomUUID } from 'node:crypto';
import { getNamedType, isRequiredArgument } from 'graphql';
import { as } from '../../test/product.mjs';
import { TABLES } from './audience.mjs';
import { plainOf } from './filters.mjs';
import { answerOf, valueAt } from './operations.mjs';
import { mayChange, rightsOf } from './rights.mjs';
import { TYPES } from './types.mjs';
import { each, turn } from './voice.mjs';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What is done to whoever does it, and to nothing of the target: anybody may, each to themselves. */
const TO_ONESELF = ['createJoinCode', 'markAllMessages', 'updateMessageSettings', 'acknowledgeNotice', 'giveConsent', 'withdrawConsent', 'askCorrection', 'revealMyData', 'closeAccount', 'withdrawClosing', 'openSelfRegistration', 'closeSelfRegistration', 'rotateRegistrationLink', 'createApiKey', 'createWebhook', 'addAccount', 'addMember', 'updateConsortium', 'separateAdministration', 'requireSecondFactor', 'rotateDataKey', 'saveSchoolCalendar'];
/** Goes on by itself, or tells of what was tried. */
const MOVING = /^platform\.(audit_|idempotency|mail|message|webhook_|data_key)|^directory\.(session|device|attempt|sign_in_attempt|letter|key_usage|account|api_key|join_code)/;
/** Ends the account of whoever does it: last of all. */
const LAST = 'closeAccount';

/** The operation of a sample with everything selected that it can answer. */
function whole(schema, name, { query, variables = {} }) {
  const { text, fragments, covered } = answerOf(schema, name);
  const heads = /^mutation\s*(\([^{]*\))?\s*\{\s*\w+\s*(\((?:[^()]|\([^)]*\))*\))?/.exec(query);
  return { query: `mutation ${heads?.[1] ?? ''} { ${name}${heads?.[2] ?? ''} ${text} }\n${fragments}`, variables, covered };
}

/** Whose id is meant by an argument of this name. */
const MEANT = { organisationId: 'directory.organisation', ownerId: 'directory.organisation', giverId: 'directory.organisation', takerId: 'directory.organisation', partyIds: 'directory.organisation', toOrganisationId: 'directory.organisation', personId: 'directory.person', toPersonId: 'directory.person', resourceId: 'scheduling.resource', resourceIds: 'scheduling.resource', bookingId: 'scheduling.booking', agreementId: 'directory.agreement', membershipId: 'directory.membership', fileId: 'platform.file', poolId: 'scheduling.pool' };

/** A change of something of the target as plain as the schema allows. */
function plainChange(schema, name, { things }) {
  const field = schema.getMutationType().getFields()[name];
  const table = TYPES[getNamedType(field.type).name]?.table;
  const plain = (type, at) => (type.name === 'ID' ? (things(MEANT[at] ?? table ?? 'directory.person').at(-1) ?? randomUUID()) : plainOf(type, at));
  const used = field.args.filter(isRequiredArgument);
  const { text, fragments, covered } = answerOf(schema, name);
  const variables = Object.fromEntries(used.map((argument) => [argument.name, valueAt(argument.type, null, null, (inner, at) => plain(inner, at ?? argument.name))]));
  return { query: `mutation ${used.length > 0 ? `(${used.map((argument) => `$${argument.name}: ${argument.type}`).join(', ')})` : ''} { ${name}${used.length > 0 ? `(${used.map((argument) => `${argument.name}: $${argument.name}`).join(', ')})` : ''} ${text} }\n${fragments}`, variables, covered };
}

/** Every row of the target's consortium, as it stands now. */
async function snapshot(databaseUrl, tenant, tables) {
  return as(databaseUrl, async (client) => {
    const rows = new Map();
    for (const table of tables) {
      const found = await client.query(`select md5(t::text) as sum, to_jsonb(t) as row from ${table} t where tenant_id = $1`, [tenant]);
      for (const { sum, row } of found.rows) rows.set(`${table} ${row.id ?? sum}`, { table, sum, row });
    }
    return rows;
  });
}

/**
 * Each change of the schema, aimed at the target's things by everybody who has no right to it: it is refused, in the same words as a
 * change of what is nowhere where nothing of the target may be known, and not a row of the target is another one afterwards.
 */
export async function write(trial, actors = trial.actors, only = () => true) {
  const rights = rightsOf();
  const names = Object.keys(trial.schema.getMutationType().getFields()).filter((name) => only(name));
  const done = { asked: 0, refused: 0, allowed: 0, changed: [] };
  const samples = new Map();
  for (const name of names) {
    const change = trial.changes.has(name) ? whole(trial.schema, name, trial.changes.get(name)) : trial.sampled && plainChange(trial.schema, name, trial.target);
    if (change && rights.has(name)) samples.set(name, change);
    else trial.judge.unclassified.add(`Mutation.${name}`);
  }
  const tables = [...new Set(trial.records.all.map(({ table }) => table))].filter((table) => !MOVING.test(table) && trial.records.all.some((record) => record.table === table && record.row.tenant_id));
  await settled();
  const before = await snapshot(trial.database.url, trial.target.id, tables);
  const withoutRight = (name, some) => some.filter((actor) => !mayChange(rights, name, actor));
  // Where all of those whose turn it is may do it, one who may not comes forward: every change is tried.
  const asking = (name, index) => [withoutRight(name, turn(actors, index)), withoutRight(name, trial.actors).slice(0, 1)].find((some) => some.length > 0) ?? [];
  const asks = [...samples].flatMap(([name, sample], index) => asking(name, index).map((actor) => ({ name, sample, actor })));
  const attempt = async ({ name, sample, actor }) => {
    const { text, code } = await trial.ask('write', actor, { name, names: sample.covered, ...sample });
    done.asked++;
    if (code !== 'ok') done.refused++;
    else if (TO_ONESELF.includes(name)) done.allowed++;
    else trial.leak(actor, name, 'was done', text.slice(0, 200));
    // A partner is known, and what is known may be told apart from what is nowhere.
    if (!/^FOREIGN$|^FOREIGN_(EXPIRED|SUSPENDED|REVOKED)$/.test(actor.relation) || TO_ONESELF.includes(name) || knows(trial, actor, sample.variables)) return;
    const [query, variables] = [sample.query, JSON.parse(JSON.stringify(sample.variables).replaceAll(UUID, () => randomUUID()))];
    const other = await trial.ask('write', actor, { name, names: [], query, variables });
    if (told(other.text) !== told(text)) trial.leak(actor, name, 'refused in other words than what is nowhere', `${told(text)} | ${told(other.text)}`);
  };
  await each(asks.filter(({ name }) => name !== LAST), attempt);
  await each(asks.filter(({ name }) => name === LAST), attempt);
  const after = await snapshot(trial.database.url, trial.target.id, tables);
  const own = new Set(trial.actors.filter(({ relation }) => relation !== 'OWN').map(({ organisation }) => organisation));
  const people = new Set(trial.actors.map(({ person }) => person));
  const others = ({ row }) => own.has(row.organisation_id) || own.has(row.owner_id) || people.has(row.person_id) || people.has(row.id);
  for (const [key, one] of after) if (before.get(key)?.sum !== one.sum && !others(one) && !ALLOWED.test(one.table)) done.changed.push(`${key} ${difference(before.get(key)?.row, one.row)}`);
  for (const [key, one] of before) if (!after.has(key) && !others(one)) done.changed.push(`${key} is gone`);
  return { ...done, mutations: samples.size };
}

const knows = ({ records }, actor, variables) => (JSON.stringify(variables).match(UUID) ?? []).some((id) => records.byId.get(id)?.some((record) => TABLES[record.table]?.seen(actor, record)));

/** Settings of a consortium, and accounts without a role in it, are made by other members' administrators too: the table says so. */
const ALLOWED = /^directory\.(consortium|school_calendar|affiliation)$/;

const told = (text) => text.replaceAll(UUID, 'ID').replaceAll(/"requestId":"[^"]*"/g, '');
const difference = (before, after) => (before ? Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).join(', ') : 'is new');
/** What the samples have set going comes to its end. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 2000));
