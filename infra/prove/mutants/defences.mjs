import { Lending } from '../common/lending.mjs';
import { speakTo } from '../common/people.mjs';
import { Runtime } from './walls.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BOOK = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id version } ... on BookingRefusal { reasons { code } } } }';

/**
 * What the database itself holds, whatever the product believes: each defence with the way to take it away, and a try that
 * it has to stop. A try answers whether it was stopped.
 */
export async function defences(bed, product, database, owner) {
  const { report } = bed;
  speakTo(product);
  const runtime = await Runtime.open(database);
  bed.keep(() => runtime.end());
  const trigger = (table, name) => ({ off: `alter table ${table} disable trigger ${name}`, on: `alter table ${table} enable trigger ${name}` });
  const app = (await owner.query(`select rolname from pg_roles where rolname like '%\\_app' and rolname = current_database() || '_app'`)).rows[0].rolname;
  const right = (what, table) => ({ off: `grant ${what} on ${table} to "${app}"`, on: `revoke ${what} on ${table} from "${app}"` });
  const write = (text) => async ({ lending, agreement }) => !(await writes(runtime, lending.giver.consortium.id, text, [agreement.id]));
  const held = [
    { name: 'a signed agreement is not changed', ...trigger('directory.agreement', 'signed_stays'), stops: write(`update directory.agreement set title = 'x' where id = $1`) },
    { name: 'nor are its clauses', ...trigger('directory.clause', 'signed_stays'), stops: write(`update directory.clause set wording = 'x' where agreement_id = $1`) },
    { name: 'nor its parties', ...trigger('directory.agreement_party', 'signed_stays'), stops: write(`update directory.agreement_party set ordinal = ordinal + 5 where agreement_id = $1`) },
    { name: 'nor its signatures', ...trigger('directory.agreement_signature', 'signed_stays'), stops: write(`update directory.agreement_signature set office = 'x' where agreement_id = $1`) },
    { name: 'nobody but the database writes grants', ...right('update', 'directory.access_grant'), stops: write(`update directory.access_grant set valid_until = 'infinity' where agreement_id = $1`) },
    { name: 'nor what they reach', ...right('delete', 'scheduling.reach'), stops: write(`delete from scheduling.reach where agreement_id = $1`) },
    { name: 'nor a balance', ...right('update', 'scheduling.ledger_balance'), stops: write(`update scheduling.ledger_balance set beyond = beyond + 5, available = available + 5 where grant_id in (select id from directory.access_grant where agreement_id = $1)`) },
    { name: 'nor a line of the books once it stands', ...right('delete', 'scheduling.ledger_entry'), stops: write(`delete from scheduling.ledger_entry where grant_id in (select id from directory.access_grant where agreement_id = $1)`) },
    { name: 'grants follow a suspended agreement', ...trigger('directory.agreement', 'compile'), stops: async ({ lending, machine, agreement }) => {
      await lending.giver.who.run('mutation ($id: ID!) { suspendAgreement(id: $id, input: { reason: "x" }) { id } }', { id: agreement.id });
      return (await book(lending, machine, 20)) === 'NO_AGREEMENT';
    } },
    { name: 'and a member that is suspended', ...trigger('directory.suspension', 'compile'), stops: async ({ lending, machine }) => {
      const { organisation } = await lending.giver.consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: lending.giver.id });
      await lending.giver.consortium.secretary.run('mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "x" }) { id } }', { id: organisation.membership.id });
      return (await book(lending, machine, 20)) === 'NO_AGREEMENT';
    } },
    { name: 'and a member that leaves', ...trigger('directory.membership', 'compile'), stops: async ({ lending, machine }) => {
      const { organisation } = await lending.giver.consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: lending.giver.id });
      await lending.giver.consortium.secretary.run('mutation ($id: ID!) { endMembership(id: $id) { id } }', { id: organisation.membership.id });
      return (await book(lending, machine, 20)) === 'NO_AGREEMENT';
    } },
    { name: 'what is reached follows a grant', ...trigger('directory.access_grant', 'reach'), stops: async ({ lending, machine, agreement }) => {
      await lending.giver.who.run('mutation ($id: ID!) { suspendAgreement(id: $id, input: { reason: "x" }) { id } }', { id: agreement.id });
      return (await book(lending, machine, 20)) === 'NO_AGREEMENT';
    } },
    { name: 'and a pool', ...trigger('scheduling.pool_resource', 'reach'), stops: async ({ lending, machine, pool }) => {
      const other = await lending.machine('另一台');
      await lending.giver.who.run('mutation ($id: ID!, $version: Int!, $input: UpdatePoolInput!) { updatePool(id: $id, version: $version, input: $input) { id } }', { ...pool, input: { name: '池', resourceIds: [other] } });
      return (await book(lending, machine, 20)) === 'NO_AGREEMENT';
    } },
    { name: 'no quota below zero', off: 'alter table scheduling.ledger_balance drop constraint quota_never_below_zero', on: 'alter table scheduling.ledger_balance add constraint quota_never_below_zero check (available >= 0) not valid', stops: write(`insert into scheduling.ledger_entry (grant_id, period, kind, debit, credit, minutes, at) select grant_id, period, 'RESERVE', 'AVAILABLE', 'RESERVED', 100000, now() from scheduling.ledger_balance b where grant_id in (select id from directory.access_grant where agreement_id = $1) limit 1`) },
    { name: 'a line changes its balance', ...trigger('scheduling.ledger_entry', 'adds_up'), stops: async ({ lending, machine }) => (await book(lending, machine, 20, 7)) === 'Booking' && (await book(lending, machine, 21, 7)) === 'OVER_QUOTA' },
    { name: 'a booking that ends gives back', ...trigger('scheduling.booking', 'release_uses'), stops: async ({ lending, machine, booked }) => {
      await lending.taker.who.run('mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }', booked);
      return (await book(lending, machine, 20, 12)) === 'Booking';
    } },
    { name: 'what becomes of one part of a booking becomes of all', across: true, ...trigger('scheduling.booking', 'parts_follow'), stops: async ({ lending, machine, booked }) => {
      await lending.taker.who.run('mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }', booked);
      return (await book({ taker: lending.giver }, machine, 2)) === 'Booking';
    } },
    { name: 'nothing is taken twice', off: 'alter table scheduling.allocation drop constraint allocation_takes_resource_once', on: `delete from scheduling.allocation a using scheduling.allocation b where a.resource_id = b.resource_id and a.id > b.id and a.state <> 'RELEASED' and b.state <> 'RELEASED' and tstzrange(a.blocked_from, a.blocked_until) && tstzrange(b.blocked_from, b.blocked_until); alter table scheduling.allocation add constraint allocation_takes_resource_once exclude using gist (tenant_id with =, resource_id with =, tstzrange(blocked_from, blocked_until) with &&) where (state <> 'RELEASED')`, stops: async ({ lending, machine }) => (await book(lending, machine, 2)) === 'TAKEN' },
  ];

  bed.say(`${held.length} defences …`);
  const [open, unnoticed] = [[], []];
  for (const { name, off, on, stops, across } of held) {
    if (!(await stops(await lent(product, across)))) open.push(name);
    const place = await lent(product, across);
    await owner.query(off);
    const stopped = await stops(place).catch(() => true);
    await owner.query(on);
    if (stopped) unnoticed.push(name);
  }
  report.section('Defences in the database: triggers, constraints and rights that the runtime role has not');
  report.line('tried', held.length, { atLeast: 15 });
  report.line('that did not hold while they stood', open.length, { exactly: 0 });
  report.line('whose absence nothing noticed', unnoticed.length, { exactly: 0 });
  for (const each of [...open, ...unnoticed]) bed.say(each);
}

/** A machine that is lent by agreement alone, twelve hours a year, and two of them booked. */
async function lent(product, across) {
  const lending = await (across ? Lending.across(product) : Lending.within(product));
  const machine = await lending.machine('五轴');
  const pool = await lending.pool('池', [machine]);
  const agreement = await lending.signed([lending.use(pool.id, { quota: { amount: 12, unit: 'MACHINE_HOURS', per: 'WHOLE' } })]);
  const { createBooking: booked } = await lending.taker.who.run(BOOK, { input: wish(lending, machine, 2, 2) });
  return { lending, machine, pool, agreement, booked: { id: booked.id, version: booked.version } };
}

const wish = ({ taker }, machine, day, hours) => {
  const startsAt = Math.floor(Date.now() / DAY) * DAY + day * DAY + HOUR;
  return { title: '试', purpose: 'PRACTICE_TEACHING', organisationId: taker.id, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + hours * HOUR).toISOString(), resourceIds: [machine] };
};

/** What comes of a try: Booking, or the first reason against it. */
async function book(lending, machine, day, hours = 2) {
  const { createBooking } = await lending.taker.who.run(BOOK, { input: wish(lending, machine, day, hours) });
  return createBooking.__typename === 'Booking' ? 'Booking' : createBooking.reasons[0].code;
}

/** Whether the runtime role, inside a consortium, changes anything by this. */
async function writes(runtime, tenantId, text, values) {
  await runtime.client.query('begin');
  try {
    await runtime.client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
    const { rowCount } = await runtime.client.query(text, values);
    return rowCount > 0;
  } catch {
    return false;
  } finally {
    await runtime.client.query('rollback');
  }
}
