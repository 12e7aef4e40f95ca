import { type Platform, type RequestContext, type Round, sql, systemActor } from '@gongjian/platform';
import { GrantUse } from './grant.entity.ts';

const AT_ONCE = 500;

/** What was reserved is used once the booking is over; what is not covered any more is put before its giver. */
export const usesRound: Round = {
  name: 'uses of grants',
  everySeconds: 60,
  run: (platform, now) => settleUses(platform, now),
};

/** @param only of one consortium alone, such as a test's, whose clock goes ahead */
export async function settleUses(platform: Platform, now: Date, only?: string): Promise<void> {
  await platform.dataSource.query('select directory.compile_after_suspensions()');
  const rows = (await platform.dataSource.query('select tenant_id as "tenantId" from scheduling.uses_due($1)', [now])) as { tenantId: string }[];
  for (const { tenantId } of rows) {
    if (only && tenantId !== only) continue;
    const settle = <T>(work: (ctx: RequestContext) => Promise<T>) =>
      platform.run(systemActor(tenantId), { now, operation: 'uses.settle' }, async (ctx) => {
        ctx.authorize('update', GrantUse);
        return work(ctx);
      });
    for (const account of await settle(dueAccounts)) await settle((ctx) => enterUsed(ctx, account));
    await settle(askGivers);
  }
}

interface Account {
  grantId: string;
  period: string;
}

const isDue = (ctx: RequestContext) => sql`u.tenant_id = ${ctx.currentTenant} and u.state = 'RESERVED' and b.state = 'CONFIRMED' and b.ends_at <= ${ctx.now}`;

function dueAccounts(ctx: RequestContext): Promise<Account[]> {
  return ctx.query<Account>(sql`select distinct u.grant_id as "grantId", u.period::text as period from scheduling.grant_use u join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id where ${isDue(ctx)} limit ${AT_ONCE}`);
}

/**
 * One account in each transaction, and no booking that somebody holds: who changes a booking holds it and waits for accounts,
 * so to hold accounts and wait for bookings, or for other accounts, would end as a deadlock. What is left out comes with the next round.
 */
async function enterUsed(ctx: RequestContext, { grantId, period }: Account): Promise<void> {
  await ctx.query(sql`
    with due as (
      select u.id, u.grant_id, u.period, u.booking_id, u.minutes from scheduling.grant_use u join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id
      where ${isDue(ctx)} and u.grant_id = ${grantId} and u.period = ${period}::date
      order by u.id limit ${AT_ONCE} for no key update of b, u skip locked),
    entered as (
      insert into scheduling.ledger_entry (grant_id, period, booking_id, kind, debit, credit, minutes, at)
      select grant_id, period, booking_id, 'USE', 'RESERVED', 'USED', minutes, ${ctx.now} from due)
    update scheduling.grant_use u set state = 'USED', updated_at = ${ctx.now}, version = u.version + 1 from due where u.tenant_id = ${ctx.currentTenant} and u.id = due.id`);
}

interface Asked {
  agreementId: string;
  title: string;
  giverId: string;
  count: number;
}

/** Once for each booking: who ended the agreement may not know what hangs on it. */
async function askGivers(ctx: RequestContext): Promise<void> {
  const asked = await ctx.query<Asked>(sql`
    with open as (
      update scheduling.grant_use u set asked_at = ${ctx.now}, updated_at = ${ctx.now}
      from scheduling.booking b, directory.known_grant g
      where u.tenant_id = ${ctx.currentTenant} and b.tenant_id = u.tenant_id and b.id = u.booking_id and g.tenant_id = u.tenant_id and g.id = u.grant_id
        and u.state = 'RESERVED' and u.kept_at is null and u.asked_at is null and b.state in ('PENDING', 'CONFIRMED') and b.starts_at > ${ctx.now} and not (g.valid_from <= b.starts_at and b.ends_at <= g.valid_until)
      returning g.agreement_id, g.agreement_title, g.giver_id)
    select agreement_id as "agreementId", agreement_title as title, giver_id as "giverId", count(*)::int as count from open group by 1, 2, 3`);
  ctx.tell(
    ...asked.map(({ agreementId, title, giverId, count }) => ({
      kind: 'USES_IN_QUESTION',
      audience: [{ organisationId: giverId, roles: ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'PARK_ADMINISTRATOR'] as const }],
      params: { title, count },
      about: { type: 'Agreement', id: agreementId },
      link: '/agreements/uses',
    })),
  );
}
