import { type Actor, canonical, type ContextOptions, DomainError, type Platform, type RequestContext, type SignedHead, signExport, type Sql, sql } from '@gongjian/platform';
import { AuditEntry } from './audit.entity.ts';

const AT_ONCE = 500;

/** What an export covers: whole stretches of the chain, from behind `from` up to a signed head. */
export interface Stretch {
  tenantId: string;
  from: { seq: number; hash: string };
  to: { seq: number; hash: string };
  /** The signed head where it ends, as it was when the export began: the chain goes on meanwhile. */
  head: SignedHead;
}

/**
 * The stretch of the chain that holds all entries of a time. It ends at a signed head, so that nothing in it hangs on our word.
 * Everything committed until now has been sealed before.
 */
export async function stretchOf(ctx: RequestContext, from?: Date | null, until?: Date | null): Promise<Stretch> {
  const tenantId = ctx.currentTenant;
  const [row] = await ctx.query<{ first: number; last: number; anchorSeq: number; anchorHash: string; seq: number }>(sql`
    select coalesce(min(s.seq), c.seq) as first, coalesce(max(s.seq), c.seq) as last, c.anchor_seq as "anchorSeq", encode(c.anchor_hash, 'hex') as "anchorHash", c.seq
    from platform.audit_chain c
    left join (platform.audit_seal s join platform.audit_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
      and (${from ?? null}::timestamptz is null or e.at >= ${from ?? null}) and (${until ?? null}::timestamptz is null or e.at < ${until ?? null})) on s.tenant_id = c.tenant_id
    where c.tenant_id = ${tenantId} group by c.tenant_id`);
  if (!row || row.seq === 0) throw new DomainError('NOT_FOUND');
  const [end] = await headsOf(ctx, sql`select * from (
    select seq, hash, at, public_key, signature from platform.audit_checkpoint where tenant_id = ${tenantId} and seq >= ${row.last}
    union all select seq, hash, sealed_at, public_key, signature from platform.audit_chain where tenant_id = ${tenantId}) h order by seq limit 1`);
  const [before] = row.first - 1 > row.anchorSeq ? await ctx.query<{ seq: number; hash: string }>(sql`select seq, encode(hash, 'hex') as hash from platform.audit_seal where tenant_id = ${tenantId} and seq = ${row.first - 1}`) : [];
  return { tenantId, from: before ?? { seq: row.anchorSeq, hash: row.anchorHash }, to: { seq: end!.seq, hash: end!.hash }, head: end! };
}

async function headsOf(ctx: RequestContext, heads: Sql): Promise<SignedHead[]> {
  const rows = await ctx.query<Omit<SignedHead, 'at' | 'tenantId'> & { at: Date }>(sql`select h.seq, encode(h.hash, 'hex') as hash, h.at, h.public_key as "publicKey", h.signature from (${heads}) h`);
  return rows.map((row) => ({ ...row, tenantId: ctx.currentTenant, at: row.at.toISOString() }));
}

type Run = <T>(work: (ctx: RequestContext) => Promise<T>) => Promise<T>;

/** The lines of the file, each a JSON object. Pages of the log are read in short transactions: it only ever grows. */
export async function* exportLines(platform: Platform, actor: Actor, options: ContextOptions, stretch: Stretch): AsyncGenerator<string> {
  const run: Run = (work) => platform.run(actor, { ...options, readOnly: true, recorded: false }, async (ctx) => (ctx.authorize('export', AuditEntry), work(ctx)));
  const { tenantId, from, to, head } = stretch;
  const exportedAt = new Date().toISOString();
  yield line({ line: 'header', format: 'gongjian-audit/1', tenantId, from, exportedAt });
  const counts = { entries: 0, changes: 0, checkpoints: 0 };
  for (let after = from.seq; after < to.seq; ) {
    const page = await run((ctx) => pageOf(ctx, after, Math.min(after + AT_ONCE, to.seq)));
    if (page.entries.length === 0) break;
    for (const entry of page.entries) {
      counts.entries++;
      counts.changes += entry.changes.length;
      yield line({ line: 'entry', ...entry });
      for (const signed of [...page.checkpoints.filter(({ seq }) => seq === entry.seq && seq !== head.seq), ...(entry.seq === head.seq ? [head] : [])]) {
        counts.checkpoints++;
        yield line({ line: 'checkpoint', ...signed });
      }
    }
    after = page.entries.at(-1)!.seq;
  }
  // Says how much was handed over and not that it is right: that, only the signed heads say.
  const whole = { tenantId, from, to, exportedAt, ...counts };
  yield line({ line: 'end', ...whole, ...signExport(platform.secrets, canonical(whole)) });
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

interface EntryRow {
  seq: number;
  state: string;
  digest: string;
  hash: string;
  entry: { id: string } | null;
  changes: object[];
}

async function pageOf(ctx: RequestContext, after: number, upTo: number): Promise<{ entries: EntryRow[]; checkpoints: SignedHead[] }> {
  const tenantId = ctx.currentTenant;
  const rows = await ctx.query<Omit<EntryRow, 'changes'> & { entryId: string; header: Record<string, unknown> | null }>(sql`
    select s.seq, s.state, encode(s.digest, 'hex') as digest, encode(s.hash, 'hex') as hash, s.entry_id as "entryId",
      case when e.id is not null then jsonb_build_object('tenantId', e.tenant_id, 'id', e.id, 'operation', e.operation, 'kind', e.kind, 'personId', e.person_id, 'organisationId', e.organisation_id,
        'bySystem', e.by_system, 'roles', e.roles, 'address', e.address, 'requestId', e.request_id, 'result', e.result, 'code', e.code, 'changeCount', e.change_count) end as header, e.at
    from platform.audit_seal s left join platform.audit_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
    where s.tenant_id = ${tenantId} and s.seq > ${after} and s.seq <= ${upTo} order by s.seq`);
  const changes = await ctx.query<{ entryId: string; change: object }>(sql`
    select entry_id as "entryId", jsonb_build_object('ordinal', ordinal, 'action', action, 'type', subject_type, 'id', subject_id, 'before', before, 'after', after) as change
    from platform.audit_change where tenant_id = ${tenantId} and entry_id = any(${rows.map(({ entryId }) => entryId)}) order by entry_id, ordinal`);
  const byEntry = Map.groupBy(changes, ({ entryId }) => entryId);
  return {
    entries: rows.map(({ entryId, header, at, ...seal }: typeof rows[number] & { at?: Date }) => ({
      ...seal,
      entryId,
      entry: header && ({ ...header, at: at!.toISOString() } as unknown as { id: string }),
      changes: (byEntry.get(entryId) ?? []).map(({ change }) => change),
    })),
    checkpoints: await headsOf(ctx, sql`select seq, hash, at, public_key, signature from platform.audit_checkpoint where tenant_id = ${tenantId} and seq > ${after} and seq <= ${upTo}`),
  };
}
