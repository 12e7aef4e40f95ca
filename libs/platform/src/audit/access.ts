import { OPERATOR_TENANT } from '../actor.ts';
import type { Secrets } from '../secrets.ts';
import { type AuditChange, type AuditHeader, EntryWriter } from './entry.ts';

/** What happens at the door: `auth.signIn` and the like. */
export interface AccessEvent {
  /** `auth.` and a verb: the role that checks passwords may write nothing else. */
  operation: `auth.${string}`;
  /** The consortium concerned; the installation's own log where there is none. */
  tenantId?: string | null;
  personId?: string | null;
  organisationId?: string | null;
  roles?: readonly string[];
  address?: string | null;
  requestId: string;
  /** Given when it was refused. */
  code?: string | null;
  /** What it was done to; the person themself when left out. Nothing personal in it. */
  changes?: readonly AuditChange[];
}

interface Client {
  query(config: { name: string; text: string; values: unknown[] }): Promise<unknown>;
}

/** Writes what happens at the door into the audit log, on the connection of whoever keeps the door. */
export async function recordAccess(client: Client, secrets: Secrets, event: AccessEvent): Promise<void> {
  const { operation, personId = null, organisationId = null, roles = [], address = null, requestId, code = null } = event;
  const writer = new EntryWriter();
  const changes = event.changes ?? (personId ? [{ action: operation.slice(5), type: 'Person', id: personId, before: null, after: null }] : []);
  for (const change of changes) writer.add(change);
  const header: AuditHeader = { tenantId: event.tenantId ?? OPERATOR_TENANT, at: new Date(), operation, personId, organisationId, bySystem: false, roles, address, requestId, result: code ? 'REFUSED' : 'DONE', code };
  for (const statement of writer.statements(header, secrets)) await client.query(statement);
}
