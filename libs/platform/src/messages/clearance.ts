import { OPERATOR_TENANT, systemActor, type Actor, type Role } from '../actor.ts';
import { asUuid } from '../context/ids.ts';
import type { RequestContext } from '../context/request-context.ts';
import { permittedRows } from '../permissions.ts';
import type { Platform } from '../platform.ts';
import type { Round } from '../rounds.ts';
import { name, sql } from '../sql.ts';
import { Message } from './message.entity.ts';

/** Consortia in which a mail of a message may be due. */
export async function tenantsWithMail(platform: Platform, now: Date): Promise<string[]> {
  const rows = (await platform.dataSource.query('select platform.message_work($1) as "tenantId"', [now])) as { tenantId: string }[];
  return rows.map(({ tenantId }) => tenantId);
}

export const messageRound: Round = {
  name: 'message clearance',
  everySeconds: 3,
  async run(platform, now) {
    for (const tenantId of await tenantsWithMail(platform, now)) await clearMessages(platform, tenantId, now);
  },
};

/** Old messages go, once an hour. */
export const messageSweep: Round = {
  name: 'message sweep',
  everySeconds: 3600,
  run: async (platform, now) => void (await platform.dataSource.query('select platform.sweep_messages($1)', [now])),
};

interface Due {
  id: string;
  personId: string;
  organisationId: string | null;
  subjectType: string | null;
  subjectId: string | null;
}

interface Seat {
  personId: string;
  organisationId: string;
  roles: Role[];
}

/**
 * Before a message is mailed: is it still unread, does the reader still sit where it was told to them, and may they, by the permissions of
 * today, still read what it tells of? Asked by the process that knows those permissions, for the messages of its own subgraphs.
 */
async function clearMessages(platform: Platform, tenantId: string, now: Date): Promise<void> {
  const kinds = platform.subgraphs.flatMap((subgraph) => Object.keys(subgraph.kinds ?? {}));
  if (kinds.length === 0) return;
  await platform.run(systemActor(tenantId), { now }, async (ctx) => {
    ctx.can('update', Message);
    const due = await ctx.query<Due>(sql`
      select id, person_id as "personId", organisation_id as "organisationId", subject_type as "subjectType", subject_id as "subjectId" from platform.message
      where tenant_id = ${tenantId} and mail = 'DUE' and mail_at <= ${now} and kind = any(${kinds}) and read_at is null
      order by mail_at limit 200 for update skip locked`);
    const seats = due.length === 0 ? [] : await ctx.query<Seat>(sql`select person_id as "personId", organisation_id as "organisationId", roles from directory.seat where tenant_id = ${tenantId} and person_id = any(${due.map(({ personId }) => personId)})`);
    const cleared = await readable(platform, ctx, due, seats);
    await ctx.query(sql`update platform.message set mail = case when id = any(${[...cleared]}) then 'CLEARED' else 'NONE' end where tenant_id = ${tenantId} and id = any(${due.map(({ id }) => id)})`);
    // What was read in the meantime needs no mail.
    await ctx.query(sql`update platform.message set mail = 'NONE' where tenant_id = ${tenantId} and mail in ('DUE', 'CLEARED') and mail_at <= ${now} and read_at is not null`);
  });
}

async function readable(platform: Platform, ctx: RequestContext, due: readonly Due[], seats: readonly Seat[]): Promise<Set<string>> {
  const cleared = new Set<string>();
  for (const seat of seats) {
    const mine = due.filter(({ personId, organisationId }) => personId === seat.personId && (organisationId === null || organisationId === seat.organisationId));
    for (const [type, messages] of Map.groupBy(mine, ({ subjectType }) => subjectType)) {
      const seen = type === null ? null : await seenBy(platform, ctx, seat, type, messages.map(({ subjectId }) => subjectId!));
      for (const { id, subjectId } of messages) if (!seen || seen.has(subjectId!)) cleared.add(id);
    }
  }
  return cleared;
}

/** Which of these records the person may read from this seat. */
async function seenBy(platform: Platform, ctx: RequestContext, seat: Seat, type: string, ids: readonly string[]): Promise<Set<string>> {
  const entity = platform.entityOf(type);
  if (!entity) return new Set();
  const { schema, tableName } = platform.dataSource.getMetadata(entity);
  const actor: Actor = { ...ctx.actor, accountId: OPERATOR_TENANT, sessionId: 'message', personId: seat.personId, organisationId: seat.organisationId, roles: seat.roles, name: '' };
  const permitted = permittedRows(platform.abilityOf(actor), 'read', entity, platform.dataSource);
  const rows = await ctx.query<{ id: string }>(sql`select t.id from ${name(schema ?? 'public', tableName)} t where t.id = any(${ids.map(asUuid)}) and ${permitted}`);
  return new Set(rows.map(({ id }) => id));
}
