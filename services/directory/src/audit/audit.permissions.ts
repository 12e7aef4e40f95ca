import { definePermissions, isOperator, type Role } from '@gongjian/platform';
import { AuditEntry } from './audit.entity.ts';

/** Those who answer for what everybody did, and those who check them. */
const READERS: readonly Role[] = ['AUDITOR', 'SECRETARY'];

export const auditPermissions = definePermissions((allow, actor) => {
  // Operators read the log of the installation, never a consortium's: they are in none.
  if (isOperator(actor) || actor.roles.some((role) => READERS.includes(role))) allow(['read', 'export'], AuditEntry);
  // What was done to one's own record, or who looked at it, is everybody's to know.
  else allow('read', AuditEntry, { changes: { $elemMatch: { subjectType: 'Person', subjectId: actor.personId } } });
});
