import { createHash, hash, type Hash, timingSafeEqual } from 'node:crypto';
import { newId } from '../context/ids.ts';
import type { Secrets } from '../secrets.ts';
import { canonical } from './canonical.ts';

export type AuditKind = 'CHANGE' | 'LOOK' | 'EXPORT' | 'ACCESS';
export type AuditResult = 'DONE' | 'REFUSED';

/** What an operation did to one record, or looked at in it. */
export interface AuditChange {
  action: string;
  type: string;
  id: string;
  before: object | null;
  after: object | null;
}

/** One operation: who, for which organisation, when, from where, and how it ended. */
export interface AuditHeader {
  tenantId: string;
  at: Date;
  /** The mutation's name, `auth.signIn` and the like, the name of a job, or the path of a file that was asked for. */
  operation: string;
  /** Null where nobody knows who it was: a sign-in with an unknown name. */
  personId: string | null;
  organisationId: string | null;
  /** A job did it, on behalf of the person. */
  bySystem: boolean;
  roles: readonly string[];
  address: string | null;
  requestId: string;
  result: AuditResult;
  /** Why it was refused. */
  code: string | null;
}

const LOOKS = new Set(['reveal']);

/** As `canonical` would write it; the keys are known, so nothing is sorted. */
export const changeText = (ordinal: number, { action, type, id, before, after }: AuditChange): string =>
  `{"action":${JSON.stringify(action)},"after":${canonical(after)},"before":${canonical(before)},"id":${JSON.stringify(id)},"ordinal":${ordinal},"type":${JSON.stringify(type)}}`;

/** The text whose hash stands for an entry and all of its changes. */
export function entryText(id: string, header: AuditHeader, kind: AuditKind, changes: { count: number; hash: string }): string {
  const { tenantId, at, operation, personId, organisationId, bySystem, roles, address, requestId, result, code } = header;
  // As `canonical` would write it, sorted by hand.
  const text = JSON.stringify;
  return `{"address":${text(address)},"at":${text(at)},"bySystem":${bySystem},"changeCount":${changes.count},"changesHash":"${changes.hash}","code":${text(code)},"id":"${id}","kind":"${kind}","operation":${text(operation)},"organisationId":${text(organisationId)},"personId":${text(personId)},"requestId":${text(requestId)},"result":"${result}","roles":${text(roles)},"tenantId":"${tenantId}"}`;
}

export const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

const pads = new WeakMap<Secrets, Map<string, { inner: Buffer; outer: Buffer }>>();

/** The two padded keys of HMAC (RFC 2104), made once for each consortium. */
function padsOf(secrets: Secrets, tenantId: string): { inner: Buffer; outer: Buffer } {
  const known = pads.get(secrets) ?? new Map<string, { inner: Buffer; outer: Buffer }>();
  pads.set(secrets, known);
  let pair = known.get(tenantId);
  if (!pair) {
    const key = Buffer.alloc(64);
    secrets.key(`audit:${tenantId}`).copy(key);
    pair = { inner: key.map((byte) => byte ^ 0x36) as Buffer, outer: key.map((byte) => byte ^ 0x5c) as Buffer };
    known.set(tenantId, pair);
  }
  return pair;
}

/**
 * HMAC-SHA256. Says that an entry came from a process that knows the installation's secret, and not from somebody with
 * database rights. Setting a key up takes longer than the hashing, so that is done once.
 */
export function macOf(secrets: Secrets, tenantId: string, digest: Buffer): Buffer {
  const { inner, outer } = padsOf(secrets, tenantId);
  return hash('sha256', Buffer.concat([outer, hash('sha256', Buffer.concat([inner, digest]), 'buffer')]), 'buffer');
}

export function isGenuine(secrets: Secrets, tenantId: string, digest: Buffer, mac: Buffer): boolean {
  const expected = macOf(secrets, tenantId, digest);
  return (expected.length === mac.length && timingSafeEqual(expected, mac)) || (secrets.previous !== null && isGenuine(secrets.previous, tenantId, digest, mac));
}

interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** Writes one entry with its changes, in parts where there are very many: in one statement they would be one text of tens of megabytes. */
export class EntryWriter {
  readonly id = newId();
  /** Of the changes that were sent already; few operations have so many that some are. */
  private sent: Hash | null = null;
  private texts: string[] = [];
  private count = 0;
  private looks = false;
  private exports = false;

  add(change: AuditChange): void {
    const text = changeText(++this.count, change);
    this.texts.push(text);
    this.looks ||= LOOKS.has(change.action);
    this.exports ||= change.action === 'export';
  }

  private kindOf(operation: string): AuditKind {
    if (operation.startsWith('auth.')) return 'ACCESS';
    return this.looks ? 'LOOK' : this.exports ? 'EXPORT' : 'CHANGE';
  }

  /** Those that have come together so far, where they are many: an import need not keep all that it has done until its end. */
  *early(tenantId: string): Generator<Statement> {
    while (this.texts.length > CHANGES_AT_ONCE) {
      this.sent ??= createHash('sha256');
      this.sent.update(hashed(this.texts.slice(0, CHANGES_AT_ONCE)));
      yield { name: 'audit-changes', text: CHANGES, values: [tenantId, this.id, this.take()] };
    }
  }

  /** The statements, in order. The last one writes the entry itself; until then nobody finds the changes. */
  *statements(header: AuditHeader, secrets: Secrets): Generator<Statement> {
    const { tenantId, at, operation, personId, organisationId, bySystem, roles, address, requestId, result, code } = header;
    yield* this.early(tenantId);
    const kind = this.kindOf(operation);
    const last = hashed(this.texts);
    const changesHash = this.sent ? this.sent.update(last).digest('hex') : hash('sha256', last, 'hex');
    const digest = sha256(entryText(this.id, header, kind, { count: this.count, hash: changesHash }));
    const values = [tenantId, this.id, at, operation, kind, personId, organisationId, bySystem, roles, address, requestId, result, code, this.count, digest, macOf(secrets, tenantId, digest), this.take()];
    yield { name: 'audit-entry', text: ENTRY, values };
  }

  private take(): string {
    return `[${this.texts.splice(0, CHANGES_AT_ONCE).join(',')}]`;
  }
}

const hashed = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

const CHANGES_AT_ONCE = 1000;

const COLUMNS = '(tenant_id, entry_id, ordinal, action, subject_type, subject_id, before, after)';
const RECORDS = 'as c(ordinal int, action text, type text, id text, before jsonb, after jsonb)';

const CHANGES = `insert into platform.audit_change ${COLUMNS}
  select $1::uuid, $2::uuid, c.ordinal, c.action, c.type, c.id, c.before, c.after from jsonb_to_recordset($3::jsonb) ${RECORDS}`;

// The row in audit_unsealed is visible if and only if the entry is: whenever its transaction commits, the sealer finds it then.
const ENTRY = `
  with entry as (
    insert into platform.audit_entry (tenant_id, id, at, operation, kind, person_id, organisation_id, by_system, roles, address, request_id, result, code, change_count, digest, mac)
    values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)),
  waiting as (insert into platform.audit_unsealed (tenant_id, entry_id) values ($1::uuid, $2::uuid))
  insert into platform.audit_change ${COLUMNS}
  select $1::uuid, $2::uuid, c.ordinal, c.action, c.type, c.id, c.before, c.after from jsonb_to_recordset($17::jsonb) ${RECORDS}`;
