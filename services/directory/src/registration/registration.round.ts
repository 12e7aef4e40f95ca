import { DomainError, type RequestContext, type Round, sql, systemActor } from '@gongjian/platform';
import { lapsedMail } from './registration.mail.ts';
import { Registration } from './registration.entity.ts';
import { releaseApplicant, toldOf } from './registration.service.ts';

const AT_ONCE = 100;

/** Forgets requests whose time is over or whose organisation has left, and the accounts that were made for them alone. */
export const registrationRound: Round = {
  name: 'registrations that are over',
  everySeconds: 3,
  async run(platform, now) {
    const rows = (await platform.dataSource.query('select tenant_id as "tenantId" from directory.registrations_over($1)', [now])) as { tenantId: string }[];
    for (const { tenantId } of rows) await platform.run(systemActor(tenantId), { now, operation: 'registration.lapse' }, forget);
  },
};

async function forget(ctx: RequestContext): Promise<void> {
  const over = sql`(t.expires_at <= ${ctx.now} or (t.state in ('ASKED', 'WAITING') and exists (select from directory.membership m join directory.consortium c on c.id = m.tenant_id
    where m.tenant_id = t.tenant_id and m.organisation_id = t.organisation_id and m.until <= (${ctx.now}::timestamptz at time zone c.time_zone)::date)))`;
  for (const registration of await ctx.find(Registration, { where: [over], limit: AT_ONCE, lock: 'update' })) {
    const { id, state, personId } = registration;
    if (state === 'WAITING') {
      await tell(ctx, registration);
      ctx.settle({ kind: 'REGISTRATION_ASKED', about: [id] });
    }
    await ctx.remove(registration);
    ctx.changed('Registration', [id]);
    if (state === 'WAITING') await releaseApplicant(ctx, personId!);
  }
}

/** What nobody can open any more is told to nobody; it goes all the same. */
async function tell(ctx: RequestContext, registration: Registration): Promise<void> {
  try {
    await ctx.mail(lapsedMail(await toldOf(ctx, registration)));
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'SEALED_FOR_GOOD')) throw error;
  }
}
