import { randomUUID } from 'node:crypto';
import { nameKeys } from '../../../services/directory/dist/index.js';
import { derivedColumns } from '../../../services/scheduling/dist/resource/resource.search.js';
import { saidOf } from '../../../services/scheduling/dist/search/said.js';
import { foundConsortium } from '../../prove/common/people.mjs';
import { Chance } from '../../prove/common/numbers.mjs';
import { as } from '../../test/product.mjs';
import { organisationNames, personName, resource, title } from './names.mjs';

const DAY = 86_400_000;
const AT_ONCE = 2000;

/**
 * One consortium of thirty members, founded as people do it and filled as its superuser: what services derive from names
 * is derived by their own code.
 * @returns who asks, and some of the records to ask for
 */
export async function fillConsortium(bed, product, database, counts) {
  const consortium = await foundConsortium(product, '测量联合体');
  const members = [];
  for (const name of organisationNames) members.push(await consortium.member(name));
  const administrator = await consortium.person(['PARK_ADMINISTRATOR'], consortium.lead.id);
  const teacher = await consortium.person(['TEACHER'], members[0].id);
  const chance = new Chance(5);
  const began = Date.now();
  const ground = { members, administrator: administrator.cookie, teacher: teacher.cookie, resources: [], bookings: [], people: [] };
  await as(database.url, async (client) => {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`);
    const putBack = await takeIndexesAway(client);
    const tenantId = consortium.id;
    const told = (what) => bed.say(`${what}, ${Math.round((Date.now() - began) / 1000)} s`);
    ground.people = await fillPeople(client, { tenantId, members, chance }, counts.people);
    told('people');
    ground.resources = await fillResources(client, { tenantId, members, chance }, counts.resources);
    told('resources');
    ground.bookings = await fillBookings(client, { tenantId, members, chance, resources: ground.resources, requester: administrator.personId }, counts.bookings);
    told('bookings');
    for (const statement of putBack) await client.query(statement);
    await client.query('vacuum analyze scheduling.resource, scheduling.resource_search, scheduling.booking, scheduling.booking_search, scheduling.allocation, directory.person, directory.affiliation, directory.role_grant');
    const { rows } = await client.query(`select pg_size_pretty(pg_total_relation_size('scheduling.resource_search')) as resources, pg_size_pretty(pg_total_relation_size('scheduling.booking_search')) as bookings`);
    bed.say(`filled in ${Math.round((Date.now() - began) / 1000)} s; what is searched takes ${rows[0].resources} for resources, ${rows[0].bookings} for bookings`);
  });
  return ground;
}

/** Written row by row they take ten times as long as all at once. @returns the statements that bring them back */
async function takeIndexesAway(client) {
  const { rows } = await client.query(`select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as definition from pg_index where indexrelid in ('scheduling.resource_search_pieces'::regclass, 'scheduling.booking_search_pieces'::regclass, 'directory.person_pieces'::regclass)`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function fillPeople(client, { tenantId, members, chance }, count) {
  const people = Array.from({ length: count }, () => ({ id: randomUUID(), grant: randomUUID(), name: personName(chance), organisation_id: chance.pick(members).id, role: chance.next() < 0.8 ? 'STUDENT' : 'TEACHER' }));
  for (const part of parts(people)) {
    const rows = part.map((person) => ({ ...person, sort_name: nameKeys(person.name, { surname: true }).sortName, search: nameKeys(person.name, { surname: true }).search }));
    const from = `from jsonb_to_recordset($1::jsonb) as n(id uuid, "grant" uuid, name text, sort_name text, search text, organisation_id uuid, role text)`;
    await client.query(`insert into directory.person (id, name, sort_name, search, created_at, updated_at, version) select id, name, sort_name, search, now(), now(), 1 ${from}`, [JSON.stringify(rows)]);
    await client.query(`insert into directory.affiliation (tenant_id, person_id, created_at) select $2, id, now() ${from}`, [JSON.stringify(rows), tenantId]);
    await client.query(`insert into directory.role_grant (tenant_id, id, person_id, organisation_id, role, since, created_at, updated_at, version) select $2, "grant", id, organisation_id, role, current_date - 10, now(), now(), 1 ${from}`, [JSON.stringify(rows), tenantId]);
  }
  return people;
}

async function fillResources(client, { tenantId, members, chance }, count) {
  const resources = Array.from({ length: count }, (_, n) => ({ id: randomUUID(), owner_id: chance.pick(members).id, ...resource(chance, n) }));
  for (const part of parts(resources)) {
    const rows = part.map((one) => {
      const { nameKey, codeKey, placeKey, searchText } = derivedColumns(one);
      return { ...one, name_key: nameKey, code_key: codeKey, place_key: placeKey, search_text: searchText, ...saidOf(one.name, [one.code, one.model, one.place, one.keeper]) };
    });
    await client.query(
      `with n as (select * from jsonb_to_recordset($1::jsonb) as n(id uuid, owner_id uuid, kind text, name text, code text, model text, place text, keeper text, name_key text, code_key text, place_key text, search_text text, said text, pieces int[])),
       made as (insert into scheduling.resource (tenant_id, id, created_at, updated_at, version, kind, name, code, model, place, owner_id, keeper, state, buffer_before, buffer_after, needs_approval, hold_hours, max_minutes, horizon_days, name_key, code_key, place_key, search_text)
         select $2, id, now(), now(), 1, kind, name, code, model, place, owner_id, keeper, 'IN_USE', 0, 0, false, 48, 1440, 180, name_key, code_key, place_key, search_text from n)
       insert into scheduling.resource_search (tenant_id, resource_id, said, pieces) select $2, id, said, pieces from n`,
      [JSON.stringify(rows), tenantId],
    );
  }
  return resources;
}

/** Each takes one resource for two hours; round by round, so that no two meet. From half a year back to half a year ahead. */
async function fillBookings(client, { tenantId, members, chance, resources, requester }, count) {
  const bookings = Array.from({ length: count }, (_, n) => {
    const taken = resources[(n * 7919) % resources.length];
    const startsAt = new Date(Math.floor(Date.now() / DAY) * DAY + ((chance.below(360) - 180) * 24 + 1 + (Math.floor(n / resources.length) % 10) * 2) * 3_600_000);
    return { id: randomUUID(), allocation: randomUUID(), title: title(chance), member: chance.pick(members), taken, startsAt };
  });
  for (const part of parts(bookings)) {
    const rows = part.map(({ id, allocation, title: name, member, taken, startsAt }) => ({
      id, allocation, title: name, organisation_id: member.id, resource_id: taken.id, owner_id: taken.owner_id, starts_at: startsAt,
      ...saidOf(name, [taken.name, taken.code], { readers: [member.id, requester, taken.owner_id], at: startsAt, organisationId: member.id }),
    }));
    await client.query(
      `with n as (select * from jsonb_to_recordset($1::jsonb) as n(id uuid, allocation uuid, title text, organisation_id uuid, resource_id uuid, owner_id uuid, starts_at timestamptz, said text, pieces int[])),
       made as (insert into scheduling.booking (tenant_id, id, created_at, updated_at, version, title, purpose, organisation_id, requested_by_id, starts_at, ends_at, state, home_id)
         select $2, id, now(), now(), 1, title, 'PRACTICE_TEACHING', organisation_id, $3, starts_at, starts_at + interval '100 minutes', 'CONFIRMED', $2 from n),
       took as (insert into scheduling.allocation (tenant_id, id, created_at, updated_at, version, resource_id, owner_id, booking_id, starts_at, ends_at, blocked_from, blocked_until, state)
         select $2, allocation, now(), now(), 1, resource_id, owner_id, id, starts_at, starts_at + interval '100 minutes', starts_at, starts_at + interval '100 minutes', 'CONFIRMED' from n)
       insert into scheduling.booking_search (tenant_id, booking_id, said, pieces) select $2, id, said, pieces from n`,
      [JSON.stringify(rows), tenantId, requester],
    );
  }
  return bookings;
}

function* parts(rows) {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}
