import { asUuid, badInput, DomainError, notFound, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { Booking } from '../booking/booking.entity.ts';
import { tellUseCancelled } from '../booking/booking.tells.ts';
import { cancelled } from '../booking/endings.ts';
import { GrantUse } from './grant.entity.ts';
import { type Grant, grantsWhere, isParty, loadGrant } from './grants.ts';

export interface LedgerPeriod {
  period: string;
  allotted: number;
  beyond: number;
  available: number;
  reserved: number;
  used: number;
  fee: number;
}

export interface LedgerEntry {
  id: string;
  at: Date;
  kind: string;
  minutes: number;
  debit: string;
  credit: string;
  bookingId: string | null;
}

/** Uses (as `u`, with their booking as `b` and grant as `g`) that their grant does not cover any more, and that nobody has decided on. */
const inQuestion = (ctx: RequestContext) => sql`u.state = 'RESERVED' and u.kept_at is null and b.state in ('PENDING', 'CONFIRMED') and b.ends_at > ${ctx.now} and not (g.valid_from <= b.starts_at and b.ends_at <= g.valid_until)`;

/** The books of what agreements allow, and what becomes of what they allow no longer. */
@Injectable()
export class LedgerService {
  async of(ctx: RequestContext, agreementId: string, year: number): Promise<{ agreementId: string; year: number; grants: Grant[] }> {
    ctx.authorize('read', GrantUse);
    if (year < 2000 || year > 2100) throw badInput('year', 'OUT_OF_RANGE', { min: 2000, max: 2100 });
    const grants = (await grantsWhere(ctx, sql`g.agreement_id = ${asUuid(agreementId)}`)).filter((grant) => isParty(ctx, grant));
    if (grants.length === 0) throw notFound('agreementId');
    return { agreementId, year, grants };
  }

  /** They stand with the giver; both sides read the same lines. */
  periods(ctx: RequestContext, { id, giverHomeId }: Grant, year: number): Promise<LedgerPeriod[]> {
    return ctx.across(giverHomeId, () =>
      ctx.query<LedgerPeriod>(sql`
        select b.period::text as period, b.allotted, b.beyond, b.available, b.reserved, b.used,
          coalesce((select sum(u.fee)::float8 from scheduling.grant_use u where u.tenant_id = b.tenant_id and u.grant_id = b.grant_id and u.period = b.period and u.state <> 'RELEASED'), 0) as fee
        from scheduling.ledger_balance b where b.tenant_id = ${ctx.currentTenant} and b.grant_id = ${id} and extract(year from b.period) = ${year} order by b.period`),
    );
  }

  async entries(ctx: RequestContext, grantId: string, period: string): Promise<LedgerEntry[]> {
    ctx.authorize('read', GrantUse);
    const grant = await loadGrant(ctx, grantId);
    if (!grant || !isParty(ctx, grant)) throw notFound('grantId');
    return ctx.across(grant.giverHomeId, () =>
      ctx.query<LedgerEntry>(sql`select id, at, kind, minutes, debit, credit, booking_id as "bookingId" from scheduling.ledger_entry where tenant_id = ${ctx.currentTenant} and grant_id = ${grant.id} and period = ${period}::date 
        -- What was written at one instant, in the order in which it was done.
        order by at desc, case when kind = 'USE' then 1 when kind = 'RESERVE' then 2 when kind = 'EXCEED' and debit = 'BEYOND' then 3 when kind = 'EXCEED' then 4 when kind = 'RELEASE' then 5 else 6 end, id limit 500`),
    );
  }

  async inQuestion(ctx: RequestContext): Promise<GrantUse[]> {
    const rows = await ctx.query<{ id: string }>(sql`
      select u.id from scheduling.grant_use u
      join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id
      join directory.access_grant g on g.tenant_id = u.tenant_id and g.id = u.grant_id
      where u.tenant_id = ${ctx.currentTenant} and ${inQuestion(ctx)} and (g.giver_id = ${ctx.actor.organisationId} or b.organisation_id = ${ctx.actor.organisationId})
      order by b.starts_at, u.id limit 200`);
    const uses = await ctx.find(GrantUse, { where: [sql`t.id = any(${rows.map(({ id }) => id)}::uuid[])`] });
    return rows.flatMap(({ id }) => uses.find((use) => use.id === id) ?? []);
  }

  async isInQuestion(ctx: RequestContext, use: GrantUse): Promise<boolean> {
    if (use.state !== 'RESERVED' || use.keptAt) return false;
    return ctx.across(use.tenantId, () =>
      ctx.batch('GrantUse.inQuestion', use.id, async (ids) => {
        const rows = await ctx.query<{ id: string }>(sql`
          select u.id from scheduling.grant_use u join scheduling.booking b on b.tenant_id = u.tenant_id and b.id = u.booking_id join directory.access_grant g on g.tenant_id = u.tenant_id and g.id = u.grant_id
          where u.tenant_id = ${ctx.currentTenant} and u.id = any(${ids}::uuid[]) and ${inQuestion(ctx)}`);
        return ids.map((id) => rows.some((row) => row.id === id));
      }),
    );
  }

  async decide(ctx: RequestContext, id: string, decision: 'KEEP' | 'CANCEL', reason: string | null): Promise<GrantUse> {
    const use = await ctx.must(GrantUse, id, 'id', 'update');
    const grant = await loadGrant(ctx, use.grantId);
    if (!grant || (grant.giverId !== ctx.actor.organisationId && !isParty(ctx, grant))) throw notFound('id');
    ctx.authorize('decide', use);
    if (grant.giverId !== ctx.actor.organisationId) throw new DomainError('FORBIDDEN');
    if (!(await this.isInQuestion(ctx, use))) throw new DomainError('USE_NOT_IN_QUESTION');
    if (decision === 'KEEP') {
      await ctx.update(use, { keptAt: ctx.now, keptById: ctx.actor.personId });
      ctx.changed('Booking', [use.bookingId]);
      return use;
    }
    if (!reason) throw badInput('reason', 'REASON_NEEDED');
    await this.cancel(ctx, use.bookingId, reason);
    return ctx.must(GrantUse, id);
  }

  /** One hole is enough: the whole bundle goes, in every consortium. */
  private async cancel(ctx: RequestContext, bookingId: string, reason: string): Promise<void> {
    const booking = await ctx.must(Booking, bookingId, 'id', 'update');
    await tellUseCancelled(ctx, booking, reason);
    await cancelled(ctx, booking, reason);
  }
}
