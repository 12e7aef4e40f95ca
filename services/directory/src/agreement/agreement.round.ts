import { type Platform, type RequestContext, type Round, sql, systemActor } from '@gongjian/platform';
import { dayIn } from '../day.ts';
import { Agreement } from './agreement.entity.ts';
import { administratorsOf, linkTo, withParties } from './agreement.parts.ts';
import { endOf, warningDue } from './agreement.standing.ts';

/** Warns the parties ninety, thirty and seven days before what they signed ends. */
export const agreementRound: Round = {
  name: 'ending agreements',
  everySeconds: 300,
  run: (platform, now) => warnOfEndingAgreements(platform, now),
};

export async function warnOfEndingAgreements(platform: Platform, now: Date): Promise<void> {
  // The day it is where it is latest; in each consortium its own day counts.
  const latest = dayIn('Pacific/Kiritimati', now);
  const rows = (await platform.dataSource.query('select tenant_id as "tenantId" from directory.agreements_ending($1)', [latest])) as { tenantId: string }[];
  for (const { tenantId } of rows) await platform.run(systemActor(tenantId), { now, operation: 'agreement.warn' }, warn);
}

async function warn(ctx: RequestContext): Promise<void> {
  ctx.authorize('update', Agreement);
  const [here] = await ctx.query<{ timeZone: string }>(sql`select time_zone as "timeZone" from directory.consortium where id = ${ctx.currentTenant}`);
  const day = dayIn(here!.timeZone, ctx.now);
  const running = await ctx.find(Agreement, { where: [sql`t.state = 'SIGNED'`, sql`t.replaced_on is null`, sql`least(t.until, t.ends_on) > ${day}`, sql`least(t.until, t.ends_on) <= ${day}::date + 90`], lock: 'update' });
  for (const agreement of running) {
    const due = warningDue(endOf(agreement), day);
    if (due === null || (agreement.warnedDays !== null && agreement.warnedDays <= due)) continue;
    await withParties(ctx, agreement);
    ctx.tell({ kind: 'AGREEMENT_ENDING', audience: administratorsOf(agreement, ctx.currentTenant), params: { title: agreement.title, number: agreement.number, until: { day: endOf(agreement) } }, about: { type: 'Agreement', id: agreement.id }, link: linkTo(agreement) });
    await ctx.update(agreement, { warnedDays: due });
  }
}
