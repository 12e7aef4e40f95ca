import { Client, TestConsortium } from '../../../libs/platform/dist/testing/index.js';
import { OPERATOR_TENANT } from '../../../libs/platform/dist/index.js';
import { as } from '../../test/product.mjs';
import { openWorld } from '../../test/sample-world.mjs';
import { SAMPLES } from '../../test/samples.mjs';
import { dayFromNow, Lending, sideOf } from '../common/lending.mjs';
import { aCanary } from './canaries.mjs';

export const ROLES = ['SECRETARY', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'COORDINATOR', 'STUDENT', 'AUDITOR'];

/** What somebody’s organisation is to the one whose things they ask for: in its consortium or in another one, with or without an agreement. */
export const RELATIONS = ['OWN', 'SIBLING', 'SIBLING_ACTIVE', 'SIBLING_EXPIRED', 'SIBLING_SUSPENDED', 'SIBLING_REVOKED', 'SUSPENDED_MEMBER', 'FOREIGN', 'FOREIGN_ACTIVE', 'FOREIGN_EXPIRED', 'FOREIGN_SUSPENDED', 'FOREIGN_REVOKED'];

/** What the samples do that ends accounts, or is no consortium's. */
const NEVER = ['closeAccount', 'importHolidays'];

/**
 * A consortium in which everything has been done that can be done to the things of its leading organisation, and people of every
 * role in every relation to it. All is made by the product's own door; what needs time to pass is moved back in time afterwards.
 * @param {{ roles?: (relation: string, index: number, all: string[]) => string[], done?: boolean, prepare?: (name: string) => boolean }} options `done: false`: changes are prepared and not done; `prepare`: which of them
 */
export async function settle(database, { roles = () => ROLES, done = true, prepare = () => true } = {}) {
  const world = await openWorld(database);
  const refused = [];
  for (const [name, sample] of Object.entries(SAMPLES).filter(([each]) => done && !NEVER.includes(each))) {
    const { who = world.secretary, query, variables } = await sample(world);
    const { errors } = await who.try(query, variables);
    if (errors) refused.push(`${name} ${errors[0].extensions.code}`);
  }
  const target = world.consortium;
  const own = await sideOf(target, target.lead, '本单位');
  const texts = await furnish(world, own);
  const sides = Object.fromEntries(await together(RELATIONS, async (relation) => {
    if (relation === 'OWN') return [relation, { consortium: target, id: target.lead.id }];
    const away = relation.startsWith('FOREIGN');
    const consortium = away ? await TestConsortium.found(`别处联合体 ${aCanary()}`) : target;
    const organisation = away ? consortium.lead : await target.member(`成员 ${aCanary()}`);
    return [relation, await sideOf(consortium, organisation, '签约人')];
  }));
  const agreements = Object.fromEntries((await together(RELATIONS.filter((relation) => /_(ACTIVE|EXPIRED|SUSPENDED|REVOKED)$/.test(relation)), async (relation) => [relation, await lend(own, { ...sides[relation], active: relation.endsWith('_ACTIVE') })])));
  const actors = (await together(RELATIONS, async (relation) => {
    const { consortium, id } = sides[relation];
    const people = [];
    for (const role of roles(relation, RELATIONS.indexOf(relation), ROLES)) {
      const client = await consortium.person([role], id, `人员 ${aCanary()}`);
      people.push({ relation, role, tenant: consortium.id, organisation: id, person: client.personId, client, live: relation !== 'SUSPENDED_MEMBER' });
    }
    return people;
  })).flat();
  const { me } = await world.operator.run('{ me { person { id } } }');
  actors.push({ relation: 'OPERATOR', role: 'PLATFORM_OPERATOR', tenant: OPERATOR_TENANT, organisation: OPERATOR_TENANT, person: me.person.id, client: world.operator, live: true }, { relation: 'ANONYMOUS', role: 'NOBODY', tenant: null, organisation: null, person: null, client: new Client(), live: false });
  await end({ consortium: target, own, sides, agreements }, database);
  const changes = await prepared(world, own, prepare);
  return { world, changes, target: { id: target.id, organisation: target.lead.id, uscc: target.lead.uscc }, own, sides, agreements, actors, texts, refused };
}

/** Changes that will be tried: prepared now, so that what they are aimed at has canaries in it as well. */
async function prepared(world, own, prepare) {
  const changes = new Map();
  const [hooks, rest] = [[], []];
  for (const entry of Object.entries(SAMPLES).filter(([name]) => prepare(name))) (/Webhook/.test(entry[0]) ? hooks : rest).push([entry]);
  // Those of webhooks one after the other: each takes the webhook of the one before away.
  await together([hooks.flat(), ...rest], async (lane) => {
    for (const [name, sample] of lane) changes.set(name, await sample(world));
  });
  const { webhooks } = await own.who.run('{ webhooks { id } }');
  for (const [name, { variables }] of changes) if (/Webhook(Secret)?$/.test(name) && variables?.id) variables.id = webhooks[0].id;
  return changes;
}

/** A few at a time: they wait for the product, and not it for them. */
async function together(list, run) {
  const results = [];
  const queue = [...list.entries()];
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await run(next[1]);
  }));
  return results;
}

/** What the samples leave out, with texts that are found again by searching for them. */
async function furnish(world, own) {
  const { consortium, secretary } = world;
  const text = () => aCanary();
  const sought = { name: text(), code: text(), model: text(), place: text(), keeper: text(), title: text() };
  const machine = await secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'EQUIPMENT', name: sought.name, ownerId: own.id, code: sought.code, model: sought.model, place: sought.place, keeper: sought.keeper, department: text(), note: text(), manufacturer: text(), category: text() } });
  const at = (hour) => new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 40 * 86_400_000 + (hour - 8) * 3_600_000).toISOString();
  await own.who.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename } }', { input: { title: sought.title, notes: text(), purpose: 'PRACTICE_TEACHING', organisationId: own.id, resourceIds: [machine.createResource.id], startsAt: at(9), endsAt: at(11) } });
  await own.who.run('mutation ($input: SchoolCalendarInput!) { saveSchoolCalendar(input: $input) { id } }', { input: { organisationId: own.id, schoolYear: 2027, terms: [{ kind: 'FIRST', firstDay: '2027-09-06', teachingWeeks: 18, examWeeks: 2 }], days: [] } });
  // Who has asked to come in and waits for an answer.
  const { openSelfRegistration } = await own.who.run('mutation { openSelfRegistration { link } }');
  const [guest, token, email] = [new Client(), openSelfRegistration.link.split('#')[1], `${text()}@isolation.example`];
  const { noticeVersion } = await (await guest.post('/auth/registration/link', { token })).json();
  await guest.post('/auth/registration/ask', { token, name: text(), email, role: 'TEACHER', note: text(), noticeVersion });
  await guest.post('/auth/registration/register', { token: await world.letter(email), name: text(), login: `a-${text()}`, password: 'Correct-Horse-2026' });
  // Clauses of each kind have words of their own.
  const lending = new Lending(own, await sideOf(consortium, await consortium.member(`签约 ${text()}`), '对方'));
  const [giverId, takerId] = [own.id, lending.taker.id];
  await lending.signed([{ kind: 'INTERNS', giverId, takerId, interns: { posts: 2, per: 'YEAR', majors: text() } }, { kind: 'DATA', giverId, takerId, data: { fields: ['PROFESSION'], mask: 'PARTLY', duties: text() } }, { kind: 'PROGRAMME', giverId, takerId, programme: { rights: ['READ'], majors: text() } }, { kind: 'EXCHANGE', giverId, takerId, exchange: { who: 'TEACHER', amount: 5, unit: 'DAYS' } }]);
  return sought;
}

/** A machine of its own for each that borrows. While it counts, who borrows has booked it. */
async function lend(own, side) {
  const lending = new Lending(own, side);
  const machine = await lending.machine(`出借 ${aCanary()}`, { note: aCanary(), keeper: aCanary(), department: aCanary() });
  const pool = await lending.pool(`资源池 ${aCanary()}`, [machine]);
  const agreement = await lending.signed([lending.use(pool.id, { quota: { amount: 100, unit: 'HOURS', per: 'YEAR' } })]);
  const startsAt = Math.floor(Date.now() / 86_400_000) * 86_400_000 + 50 * 86_400_000;
  const times = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 3_600_000).toISOString() };
  // Where it goes on counting, who borrows has booked it. Elsewhere a booking of their own would go on showing the machine.
  const [booker, organisationId] = side.active ? [side.who, side.id] : [own.who, own.id];
  await booker.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename } }', { input: { title: aCanary(), notes: aCanary(), purpose: 'PRACTICE_TEACHING', organisationId, resourceIds: [machine], ...times } });
  return { id: agreement.id, machine, pool: pool.id };
}

const MOVES = {
  // Both its days are over, and what was compiled from it as well.
  EXPIRED: [
    `update directory.agreement set since = current_date - 90, until = current_date - 1 where id = any($1)`,
    `update directory.access_grant set valid_from = now() - interval '90 days', valid_until = now() - interval '1 day' where agreement_id = any($1)`,
    `update scheduling.reach set valid_from = now() - interval '90 days', valid_until = now() - interval '1 day' where agreement_id = any($1)`,
  ],
};

/** What was in force until now is not any more, each in its way. */
async function end({ consortium, own, sides, agreements }, database) {
  const of = (standing) => Object.keys(agreements).filter((relation) => relation.endsWith(standing)).map((relation) => agreements[relation].id);
  for (const id of of('_SUSPENDED')) await own.who.run('mutation ($id: ID!) { suspendAgreement(id: $id, input: { reason: "年检" }) { id } }', { id });
  for (const id of of('_REVOKED')) await own.who.run('mutation ($id: ID!, $input: TerminateAgreementInput!) { terminateAgreement(id: $id, input: $input) { id } }', { id, input: { on: dayFromNow(1), reason: '设备迁址' } });
  await as(database.url, async (client) => {
    // Its day has come: the database compiles anew.
    await client.query(`update directory.agreement set ends_on = (now() at time zone 'Asia/Shanghai')::date where id = any($1)`, [of('_REVOKED')]);
    await client.query('set session_replication_role = replica');
    for (const statement of MOVES.EXPIRED) await client.query(statement, [of('_EXPIRED')]);
  });
  const { organisation } = await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: sides.SUSPENDED_MEMBER.id });
  await consortium.secretary.run('mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "核查" }) { id } }', { id: organisation.membership.id });
}
