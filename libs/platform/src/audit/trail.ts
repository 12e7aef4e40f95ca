import type { EntityClass } from '../entity.ts';
import { isSystem } from '../actor.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { RequestContext } from '../context/request-context.ts';
import type { Secrets } from '../secrets.ts';
import { type AuditChange, type AuditResult, EntryWriter } from './entry.ts';

export interface AuditSubject {
  type: string;
  id: string;
}

/** What stands in the log instead of a value that is sealed or that says who somebody is. */
const SEALED = '[sealed]';

/** What one operation did, written at its end in the same transaction: one entry, with a change for each record. */
export class AuditTrail {
  private writer: EntryWriter | null = null;
  private written = false;
  private result: AuditResult = 'DONE';
  private code: string | null = null;

  constructor(
    private readonly ctx: RequestContext,
    private readonly secrets: Secrets,
    private readonly options: { address?: string; operation?: string; recorded?: boolean },
  ) {}

  add(change: AuditChange): void {
    this.writer ??= new EntryWriter();
    this.writer.add(change);
  }

  /** Sends changes ahead where they are many. */
  flushMany(work: UnitOfWork): void {
    if (this.writer) for (const { text, values } of this.writer.early(this.ctx.currentTenant)) work.writeText(text, values);
  }

  /** Only what differs is kept of a change; sealed and derived columns never are. */
  record(action: string, entity: EntityClass, id: string, before: object | null, after: object | null): void {
    const [was, is] = [printable(before, entity), printable(after, entity)];
    const personal = new Set(typeof entity.personal === 'function' ? [...(before ? entity.personal(before) : []), ...(after ? entity.personal(after) : [])] : entity.personal);
    if (was && is) {
      for (const key of Object.keys(is)) {
        if (JSON.stringify(was[key]) !== JSON.stringify(is[key])) continue;
        delete was[key];
        delete is[key];
      }
      // Nothing but what is told to nobody: a progress bar that moved.
      if (Object.keys(is).every((key) => key === 'version')) return;
      return this.add({ action, type: entity.name, id, before: hide(was, personal), after: hide(is, personal) });
    }
    this.add({ action, type: entity.name, id, before: was && hide(was, personal), after: is && hide(is, personal) });
  }

  /** This operation is the record of an attempt that was refused. */
  refused(code: string): void {
    this.result = 'REFUSED';
    this.code = code;
  }

  /** Whether the end of the operation has something to write. */
  get isDue(): boolean {
    return this.writer !== null || this.result === 'REFUSED' || (this.options.recorded === true && !this.written);
  }

  /** Sends it ahead; should it not be written, COMMIT fails. */
  flush(work: UnitOfWork): void {
    if (!this.isDue) return;
    const { actor, currentTenant, now, requestId } = this.ctx;
    const header = {
      tenantId: currentTenant,
      at: now,
      operation: this.options.operation ?? 'system',
      personId: actor.personId,
      organisationId: actor.organisationId,
      bySystem: isSystem(actor),
      roles: actor.roles,
      address: this.options.address ?? null,
      requestId,
      result: this.result,
      code: this.code,
    };
    for (const { text, values } of (this.writer ?? new EntryWriter()).statements(header, this.secrets)) work.writeText(text, values);
    this.written = true;
    this.writer = null;
  }
}

const NEVER = ['tenantId', 'id', 'updatedAt'];

function printable(row: object | null, { unaudited = [] }: EntityClass): Record<string, unknown> | null {
  if (!row) return null;
  const printed: Record<string, unknown> = { ...row };
  for (const key of NEVER) delete printed[key];
  for (const key of unaudited) delete printed[key];
  return printed;
}

/** That it changed is told, to what is not. */
function hide(row: Record<string, unknown>, personal: ReadonlySet<string>): Record<string, unknown> {
  for (const [key, value] of Object.entries(row)) if (Buffer.isBuffer(value) || (value !== null && personal.has(key))) row[key] = SEALED;
  return row;
}
