import { v7 as uuidv7 } from 'uuid';
import type { EntityClass } from '../entity.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { sql } from '../sql.ts';
import type { RequestContext } from './request-context.ts';

export interface AuditSubject {
  type: string;
  id: string;
}

interface Entry extends AuditSubject {
  action: string;
  before: object | null;
  after: object | null;
}

/** An import makes tens of thousands: in one statement they would be one text of tens of megabytes. */
const ENTRIES_AT_ONCE = 1000;

/** Who did what to which record, before and after: written at the end of the same transaction, in one statement. */
export class AuditTrail {
  private entries: Entry[] = [];

  constructor(
    private readonly ctx: RequestContext,
    private readonly address: string | undefined,
  ) {}

  add(entry: Entry): void {
    this.entries.push(entry);
  }

  /** Only what differs is kept of a change; sealed and derived columns never are. */
  record(action: string, entity: EntityClass, id: string, before: object | null, after: object | null): void {
    const hidden = new Set(['tenantId', 'id', 'updatedAt', ...(entity.unaudited ?? [])]);
    const [was, is] = [printable(before, hidden), printable(after, hidden)];
    if (was && is) {
      for (const key of Object.keys(is)) {
        if (JSON.stringify(was[key]) !== JSON.stringify(is[key])) continue;
        delete was[key];
        delete is[key];
      }
    }
    this.add({ action, type: entity.name, id, before: was, after: is });
  }

  /** Sends them ahead; should one not be written, COMMIT fails. */
  flush(work: UnitOfWork): void {
    while (this.entries.length > 0) this.write(work, this.entries.splice(0, ENTRIES_AT_ONCE));
  }

  private write(work: UnitOfWork, entries: readonly Entry[]): void {
    const { actor, currentTenant, now, requestId } = this.ctx;
    const rows = entries.map((entry) => ({ id: uuidv7(), action: entry.action, subject_type: entry.type, subject_id: entry.id, before: entry.before, after: entry.after }));
    work.write(
      sql`insert into platform.audit_log (tenant_id, id, at, person_id, organisation_id, roles, address, request_id, action, subject_type, subject_id, before, after)
       select ${currentTenant}, e.id, ${now}, ${actor.personId}, ${actor.organisationId}, ${actor.roles}, ${this.address ?? null}, ${requestId}, e.action, e.subject_type, e.subject_id, e.before, e.after
       from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id uuid, action text, subject_type text, subject_id text, before jsonb, after jsonb)`.prepared(),
    );
  }
}

function printable(row: object | null, hidden: Set<string>): Record<string, unknown> | null {
  if (!row) return null;
  return Object.fromEntries(
    Object.entries(row)
      .filter(([key]) => !hidden.has(key))
      .map(([key, value]) => [key, Buffer.isBuffer(value) ? '[sealed]' : value]),
  );
}
