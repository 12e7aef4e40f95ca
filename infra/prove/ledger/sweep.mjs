/**
 * Adds the lines up by itself, with none of the product's functions, and compares with the balances that it keeps and with
 * what bookings use. Lines of one account in the order in which they were committed: whoever writes to it waits for who
 * came before, so there is one.
 * @param client of the superuser; what it has changed and not committed is seen too
 * @returns a count of each kind of fault, and of what there was
 */
export async function sweep(client) {
  await client.query(`set work_mem = '256MB'; set max_parallel_workers_per_gather = 2`);
  const one = async (text) => (await client.query(text)).rows[0];
  return { ...(await one(LINES)), ...(await one(BALANCES)), ...(await one(RUNNING)), ...(await one(USES)), ...(await one(BOOKINGS)) };
}

const moved = (account) => `sum(minutes) filter (where credit = '${account}')`;
const left = (account) => `sum(minutes) filter (where debit = '${account}')`;
/** What is in an account: what came less what went; of a source, what went less what came back. */
const held = (account) => `coalesce(${moved(account)}, 0) - coalesce(${left(account)}, 0)`;
const given = (account) => `coalesce(${left(account)}, 0) - coalesce(${moved(account)}, 0)`;

const ADDED = `select tenant_id, grant_id, period, ${given('ALLOTTED')} as allotted, ${given('BEYOND')} as beyond, ${held('AVAILABLE')} as available, ${held('RESERVED')} as reserved, ${held('USED')} as used
  from scheduling.ledger_entry group by 1, 2, 3`;

const LINES = `
  select count(*)::int as lines, count(distinct booking_id)::int as "bookingsInLines",
    (select coalesce(sum(debits), 0) - coalesce(sum(credits), 0) from (
      select ${['ALLOTTED', 'BEYOND', 'AVAILABLE', 'RESERVED'].map((account) => `coalesce(${left(account)}, 0)`).join(' + ')} as debits, ${['AVAILABLE', 'RESERVED', 'USED', 'BEYOND', 'ALLOTTED'].map((account) => `coalesce(${moved(account)}, 0)`).join(' + ')} as credits from scheduling.ledger_entry) sums)::int as unequal
  from scheduling.ledger_entry`;

const BALANCES = `
  select count(*)::int as accounts,
    count(*) filter (where (a.allotted, a.beyond, a.available, a.reserved, a.used) is distinct from (b.allotted::bigint, b.beyond::bigint, b.available::bigint, b.reserved::bigint, b.used::bigint))::int as "otherThanLines",
    count(*) filter (where least(a.allotted, a.beyond, a.available, a.reserved, a.used, b.allotted, b.beyond, b.available, b.reserved, b.used) < 0)::int as negative,
    count(*) filter (where a.allotted + a.beyond <> a.available + a.reserved + a.used or b.allotted + b.beyond <> b.available + b.reserved + b.used)::int as unbalanced,
    count(*) filter (where c.quota is not null and a.allotted <> c.quota)::int as "allottedTwice",
    count(*) filter (where a.available = 0)::int as drained
  from (${ADDED}) a full join scheduling.ledger_balance b on b.tenant_id = a.tenant_id and b.grant_id = a.grant_id and b.period = a.period
  left join proof.clause c on c.id = a.grant_id`;

const OF_ACCOUNT = 'partition by tenant_id, grant_id, period order by committed, place, id';
const running = (account) => `sum(case '${account}' when credit then minutes when debit then -minutes else 0 end) over (${OF_ACCOUNT})`;
const RUNNING = `
  select count(*) filter (where available < 0)::int as "belowZero", count(*) filter (where reserved < 0 or used < 0 or allotted > 0 or beyond > 0)::int as "otherBelowZero"
  from (
    select ${running('AVAILABLE')} as available, ${running('RESERVED')} as reserved, ${running('USED')} as used, ${running('ALLOTTED')} as allotted, ${running('BEYOND')} as beyond
    from (select *, pg_xact_commit_timestamp(xmin) as committed,
        case when kind = 'RELEASE' then 1 when kind = 'EXCEED' and credit = 'BEYOND' then 2 when kind = 'ALLOT' then 3 when kind = 'EXCEED' then 4 when kind = 'RESERVE' then 5 else 6 end as place
      from scheduling.ledger_entry) line) sums`;

const USES = `
  with used as (
    select tenant_id, grant_id, period, coalesce(sum(minutes) filter (where state = 'RESERVED'), 0) as reserved, coalesce(sum(minutes) filter (where state = 'USED'), 0) as used, coalesce(sum(beyond) filter (where state <> 'RELEASED'), 0) as beyond
    from scheduling.grant_use group by 1, 2, 3),
  kept as (select booking_id, grant_id, period, ${held('RESERVED')} as reserved, ${held('USED')} as used from scheduling.ledger_entry where booking_id is not null group by 1, 2, 3),
  said as (select booking_id, grant_id, period, sum(minutes) filter (where state = 'RESERVED') as reserved, sum(minutes) filter (where state = 'USED') as used from scheduling.grant_use group by 1, 2, 3)
  select
    (select count(*)::int from used u full join scheduling.ledger_balance b on b.tenant_id = u.tenant_id and b.grant_id = u.grant_id and b.period = u.period
      where (coalesce(u.reserved, 0), coalesce(u.used, 0), coalesce(u.beyond, 0)) is distinct from (b.reserved::bigint, b.used::bigint, b.beyond::bigint)) as "otherThanUses",
    (select count(*)::int from kept k full join said s on s.booking_id = k.booking_id and s.grant_id = k.grant_id and s.period = k.period
      where coalesce(k.reserved, 0) <> coalesce(s.reserved, 0) or coalesce(k.used, 0) <> coalesce(s.used, 0)) as "bookingsOtherThanLines"`;

const BOOKINGS = `
  select count(*) filter (where u.state = 'RESERVED')::int as reservations, count(*) filter (where u.state = 'USED')::int as "entered",
    count(*) filter (where u.state = 'RESERVED' and (b.id is null or b.state not in ('PENDING', 'CONFIRMED')))::int as "withoutBooking",
    (select count(*)::int from scheduling.booking b where b.state in ('PENDING', 'CONFIRMED') and b.tenant_id in (select books from proof.clause) and b.title in ('并发实训', '接口实训')
      and not exists (select from scheduling.grant_use u where u.tenant_id = b.tenant_id and u.booking_id = b.id and u.state in ('RESERVED', 'USED'))) as "withoutReservation"
  from scheduling.grant_use u left join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id`;
