import { DomainError, hydrate, mailPlaces, OPERATOR_TENANT, type Platform, readRecipient, type RequestContext, type Round, sql, systemActor } from '@gongjian/platform';
import { today } from '../day.ts';
import { requireOthers } from '../person/indispensable.ts';
import { nameKeys } from '../search.ts';
import { heldRoles, openDuties, othersAreDone } from './closing.queries.ts';
import { tellDeciders } from './closing.service.ts';
import { Erasure } from './erasure.entity.ts';

/** Does the directory's part for people who close their account: last, since the others know them by name. */
export const closingRound: Round = {
  name: 'erasure of accounts',
  everySeconds: 2,
  async run(platform, now) {
    const due = (await platform.dataSource.query('select tenant_id as "tenantId", person_id as "personId" from directory.erasures_due($1)', [now])) as { tenantId: string; personId: string }[];
    for (const { tenantId, personId } of due) await eraseIn(platform, tenantId, personId, now);
    const late = (await platform.dataSource.query('select tenant_id as "tenantId" from directory.erasures_overdue($1)', [now])) as { tenantId: string }[];
    for (const { tenantId } of late) await platform.run(systemActor(tenantId), { now, operation: 'closing.remind' }, remind);
  },
};

async function eraseIn(platform: Platform, tenantId: string, personId: string, now: Date): Promise<void> {
  const options = { now, operation: 'erasure.directory' };
  try {
    const address = await platform.run(systemActor(tenantId), options, (ctx) => erase(ctx, personId));
    // Mails of the installation itself, such as new-device notices: they belong to no consortium.
    if (address) await platform.run(systemActor(OPERATOR_TENANT), options, (ctx) => eraseMails(ctx, address));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await platform.run(systemActor(tenantId), options, (ctx) => block(ctx, personId, error.code));
  }
}

/** @returns the address, when the account is gone */
async function erase(ctx: RequestContext, personId: string): Promise<string | null> {
  const closing = await locked(ctx, personId);
  if (!closing || closing.state !== 'WAITING' || closing.dueAt > ctx.now) return null;
  const grants = await heldRoles(ctx, personId);
  const duties = await openDuties(ctx, personId);
  if (duties > 0) throw new DomainError('DUTIES_OPEN', { count: duties });
  await requireOthers(ctx, grants, today(ctx));
  if (!(await othersAreDone(ctx, personId))) return null;

  const day = today(ctx);
  for (const grant of grants) await ctx.update(grant, { until: grant.since > day ? grant.since : day });
  const mine = sql`tenant_id = ${ctx.currentTenant} and person_id = ${personId}`;
  await ctx.query(sql`delete from platform.message where ${mine}`);
  await ctx.query(sql`delete from platform.message_settings where tenant_id = ${ctx.currentTenant} and id = ${personId}`);
  await ctx.query(sql`delete from platform.idempotency where ${mine}`);
  await ctx.query(sql`delete from directory.correction where ${mine}`);
  await ctx.query(sql`update directory.suspension set reason = '—', updated_at = ${ctx.now}, version = version + 1 where ${mine}`);
  const [{ address }] = (await ctx.query<{ address: string | null }>(sql`select directory.address_of_leaver(${personId}, ${ctx.now}) as address`)) as [{ address: string | null }];
  if (address) await eraseMails(ctx, address);
  const [{ gone }] = (await ctx.query<{ gone: boolean }>(sql`select directory.erase_account(${personId}, ${nameKeys(closing.pseudonym).sortName}, ${ctx.now}) as gone`)) as [{ gone: boolean }];
  await ctx.update(closing, { state: 'DONE', blockedBy: null });
  ctx.audit('erase', { type: 'Person', id: personId });
  ctx.changed('Person', [personId]);
  return gone ? address : null;
}

/** Mails name their recipient in what is sealed alone, so each is opened; none is older than half a year. */
async function eraseMails(ctx: RequestContext, address: string): Promise<void> {
  ctx.can('read', Erasure);
  const mails = await ctx.query<{ id: string; recipient: Buffer }>(sql`select id, recipient from platform.mail where tenant_id = ${ctx.currentTenant}`);
  const theirs: string[] = [];
  for (const { id, recipient } of mails) {
    if (readRecipient(await ctx.open(mailPlaces(id).recipient, recipient)).address.toLowerCase() === address.toLowerCase()) theirs.push(id);
  }
  await ctx.query(sql`delete from platform.mail where tenant_id = ${ctx.currentTenant} and id = any (${theirs}::uuid[])`);
}

/** Something has come up since it was asked for: the person hears of it once, and it is tried again. */
async function block(ctx: RequestContext, personId: string, code: string): Promise<void> {
  const closing = await locked(ctx, personId);
  if (!closing || closing.state !== 'WAITING') return;
  if (closing.blockedBy !== code) ctx.tell({ kind: 'CLOSING_BLOCKED', people: [personId], params: {}, link: '/account/data' });
  await ctx.query(sql`update directory.erasure set blocked_by = ${code}, due_at = ${new Date(ctx.now.getTime() + 3_600_000)} where tenant_id = ${ctx.currentTenant} and id = ${closing.id}`);
}

async function remind(ctx: RequestContext): Promise<void> {
  ctx.can('read', Erasure);
  const rows = await ctx.query<Erasure>(sql`
    update directory.erasure set reminded_at = ${ctx.now} where tenant_id = ${ctx.currentTenant} and state = 'ASKED' and answer_by <= ${ctx.now} and (reminded_at is null or reminded_at <= ${new Date(ctx.now.getTime() - 86_400_000)})
    returning person_id as "personId", answer_by as "answerBy"`);
  for (const row of rows) await tellDeciders(ctx, row, 'CLOSING_OVERDUE');
}

async function locked(ctx: RequestContext, personId: string): Promise<Erasure | null> {
  ctx.can('read', Erasure);
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`erasure ${personId}`}, 0))`);
  const [row] = await ctx.query<object>(sql`
    select id, tenant_id as "tenantId", person_id as "personId", pseudonym, state, due_at as "dueAt", keep_until::text as "keepUntil", blocked_by as "blockedBy", version
    from directory.erasure where tenant_id = ${ctx.currentTenant} and person_id = ${personId} and state in ('ASKED', 'WAITING')`);
  return row ? hydrate(Erasure, row) : null;
}
