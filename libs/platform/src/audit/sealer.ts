import { createHash } from 'node:crypto';
import { systemActor } from '../actor.ts';
import type { RequestContext } from '../context/request-context.ts';
import { logger } from '../log.ts';
import { rest } from '../pace.ts';
import type { Platform } from '../platform.ts';
import { raw, sql } from '../sql.ts';
import { type AuditChange, type AuditHeader, type AuditKind, changeText, entryText, isGenuine, sha256 } from './entry.ts';
import { isSigned, signHead } from './signing.ts';

/** How often it is looked for entries that are in no chain yet, in milliseconds. */
const EVERY = 1000;
const AT_ONCE = 1000;
/** A signed head is kept for good after so many entries, and once a day. */
const CHECKPOINT_ENTRIES = 1000;
const DAY = 86_400_000;

export const GENESIS = Buffer.alloc(32);

export type SealState = 'PROVEN' | 'ADOPTED' | 'FORGED' | 'MISSING';

/** One link: what came before, which entry, in what state, and what it says. */
export function linkHash(previous: Buffer, seq: number, entryId: string, state: SealState, digest: Buffer): Buffer {
  return sha256(`${previous.toString('hex')}\n${seq}\n${entryId}\n${state}\n${digest.toString('hex')}`);
}

interface Chain {
  seq: number;
  hash: Buffer;
  adopting: boolean;
  lastCheckpoint: Date | null;
  lastCheckpointSeq: number | null;
  sealedAt: Date;
  publicKey: string;
  signature: string;
}

interface Waiting {
  entryId: string;
  operation: string | null;
  digest: Buffer | null;
  mac: Buffer | null;
}

/**
 * Takes entries that were committed into their consortium's chain, about once a second. Operations never wait for it and it
 * never waits for them: it takes what it can see, and what commits later is still waiting the next time.
 */
export class Sealer {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private purgedOn = '';

  constructor(
    private readonly platform: Platform,
    /** Months after which whole segments are taken away; never without. */
    private readonly keepMonths?: number,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.round().finally(() => {
        if (!this.stopped) this.start();
      });
    }, rest(EVERY)).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      const waiting = (await this.platform.dataSource.query('select tenant_id from platform.tenants_to_seal()')) as { tenant_id: string }[];
      for (const { tenant_id: tenantId } of waiting) await this.seal(tenantId);
      await this.purge();
    } catch (error) {
      if (!this.stopped) logger.warn('sealing the audit log', error);
    }
  }

  /** Seals all that has been committed for one consortium. Another process that is just doing so is left alone. */
  async seal(tenantId: string): Promise<void> {
    while ((await this.platform.run(systemActor(tenantId), { operation: 'audit.seal' }, (ctx) => sealSome(ctx, this.platform))) === AT_ONCE);
  }

  /** Once a day; what was taken away is itself in the log. */
  private async purge(): Promise<void> {
    const today = new Date().toISOString().slice(0, 10);
    if (!this.keepMonths || this.purgedOn === today) return;
    this.purgedOn = today;
    const before = new Date();
    before.setUTCMonth(before.getUTCMonth() - this.keepMonths);
    const tenants = (await this.platform.dataSource.query('select tenant_id from platform.tenants_with_audit()')) as { tenant_id: string }[];
    for (const { tenant_id: tenantId } of tenants) {
      await this.platform.run(systemActor(tenantId), { operation: 'audit.purge' }, async (ctx) => {
        ctx.asked = true;
        const [gone] = await ctx.query<{ throughSeq: number; entries: number }>(sql`select through_seq as "throughSeq", entries from platform.purge_audit(${before})`);
        if (gone) ctx.audit('purge', { type: 'AuditEntry', id: '*' }, { ...gone, before });
      });
    }
  }
}

async function sealSome(ctx: RequestContext, platform: Platform): Promise<number> {
  ctx.asked = true;
  const tenantId = ctx.currentTenant;
  const chain = await lockChain(ctx);
  if (!chain) return 0;
  if (!continues(chain, platform, tenantId)) {
    logger.error('the audit chain was tampered with: its signed end does not fit', undefined, { tenantId, seq: chain.seq });
    return 0;
  }
  // Ids are in the order of their making. Entry by entry, for a log that grows faster than PostgreSQL counts it would be read as a whole.
  const waiting = await ctx.query<Waiting>(sql`
    select u.entry_id as "entryId", e.operation, e.digest, e.mac
    from (select entry_id from platform.audit_unsealed where tenant_id = ${tenantId} order by entry_id ${raw(`limit ${AT_ONCE}`)}) u
    left join lateral (select * from platform.audit_entry where tenant_id = ${tenantId} and id = u.entry_id offset 0) e on true
    order by e.at, u.entry_id`);
  if (waiting.length === 0) return 0;

  const links: { seq: number; entry_id: string; state: SealState; digest: string; hash: string }[] = [];
  let { seq, hash, adopting } = chain;
  for (const entry of waiting) {
    const { state, digest } = await judge(ctx, platform, entry, adopting);
    if (state === 'PROVEN') adopting = false;
    else if (state !== 'ADOPTED') logger.error('audit entry is not genuine', undefined, { tenantId, entryId: entry.entryId, state });
    hash = linkHash(hash, ++seq, entry.entryId, state, digest);
    links.push({ seq, entry_id: entry.entryId, state, digest: digest.toString('hex'), hash: hash.toString('hex') });
  }
  const head = signHead(platform.secrets, { tenantId, seq, hash: hash.toString('hex'), at: ctx.now.toISOString() });
  // Another key than before is something that a reader should see.
  const isDue = !chain.lastCheckpoint || chain.publicKey !== head.publicKey || ctx.now.getTime() - chain.lastCheckpoint.getTime() > DAY || seq - (chain.lastCheckpointSeq ?? 0) >= CHECKPOINT_ENTRIES;
  await ctx.query(sql`
    with links as (
      insert into platform.audit_seal (tenant_id, seq, entry_id, state, digest, hash)
      select ${tenantId}::uuid, l.seq, l.entry_id, l.state, decode(l.digest, 'hex'), decode(l.hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l(seq bigint, entry_id uuid, state text, digest text, hash text)),
    sealed as (delete from platform.audit_unsealed where tenant_id = ${tenantId} and entry_id = any(${waiting.map(({ entryId }) => entryId)})),
    kept as (
      insert into platform.audit_checkpoint (tenant_id, seq, hash, at, public_key, signature)
      select ${tenantId}::uuid, ${seq}::bigint, ${hash}::bytea, ${ctx.now}::timestamptz, ${head.publicKey}, ${head.signature} where ${isDue}::boolean)
    update platform.audit_chain set seq = ${seq}, hash = ${hash}, adopting = ${adopting}, sealed_at = ${ctx.now}, public_key = ${head.publicKey}, signature = ${head.signature}
    where tenant_id = ${tenantId}`);
  // What leaves the database here is what somebody with all rights in it cannot take back.
  if (isDue && process.env.NODE_ENV === 'production') logger.info('audit checkpoint', { ...head });
  return waiting.length;
}

/** Nobody makes us sign what was put under our last signature. */
function continues({ seq, hash, sealedAt, publicKey, signature }: Chain, platform: Platform, tenantId: string): boolean {
  return seq === 0 ? hash.equals(GENESIS) : isSigned({ tenantId, seq, hash: hash.toString('hex'), at: sealedAt.toISOString(), publicKey, signature });
}

/** @returns null while another process holds it */
async function lockChain(ctx: RequestContext): Promise<Chain | null> {
  const read = async () =>
    (
      await ctx.query<Chain>(sql`
        select c.seq, c.hash, c.adopting, c.sealed_at as "sealedAt", c.public_key as "publicKey", c.signature, p.at as "lastCheckpoint", p.seq as "lastCheckpointSeq" from platform.audit_chain c
        left join lateral (select at, seq from platform.audit_checkpoint where tenant_id = c.tenant_id order by seq desc limit 1) p on true
        where c.tenant_id = ${ctx.currentTenant} for update of c skip locked`)
    )[0];
  const known = await read();
  if (known) return known;
  await ctx.query(sql`
    insert into platform.audit_chain (tenant_id, hash, anchor_hash, sealed_at, public_key, signature)
    values (${ctx.currentTenant}, ${GENESIS}, ${GENESIS}, ${ctx.now}, '', '') on conflict do nothing`);
  return (await read()) ?? null;
}

async function judge(ctx: RequestContext, platform: Platform, { entryId, operation, digest, mac }: Waiting, adopting: boolean): Promise<{ state: SealState; digest: Buffer }> {
  if (operation === null) return { state: 'MISSING', digest: GENESIS };
  if (digest && mac && isGenuine(platform.secrets, ctx.currentTenant, digest, mac)) return { state: 'PROVEN', digest };
  return { state: adopting && operation === 'before' && !digest && !mac ? 'ADOPTED' : 'FORGED', digest: await digestOf(ctx, entryId) };
}

/** Of an entry that came without one. */
async function digestOf(ctx: RequestContext, id: string): Promise<Buffer> {
  const [row] = await ctx.query<AuditHeader & { kind: AuditKind; changeCount: number }>(sql`
    select tenant_id as "tenantId", at, operation, kind, person_id as "personId", organisation_id as "organisationId", by_system as "bySystem", roles, address,
      request_id as "requestId", result, code, change_count as "changeCount" from platform.audit_entry where tenant_id = ${ctx.currentTenant} and id = ${id}`);
  const changes = await ctx.query<AuditChange & { ordinal: number }>(sql`
    select ordinal, action, subject_type as type, subject_id as id, before, after from platform.audit_change
    where tenant_id = ${ctx.currentTenant} and entry_id = ${id} order by ordinal`);
  const hash = createHash('sha256');
  for (const change of changes) hash.update(changeText(change.ordinal, change)).update('\n');
  return sha256(entryText(id, row!, row!.kind, { count: row!.changeCount, hash: hash.digest('hex') }));
}
