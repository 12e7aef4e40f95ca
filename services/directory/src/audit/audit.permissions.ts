import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { AuditEntry } from './audit.entity.ts';

export const auditPermissions = definePermissions((allow, actor) => {
  // Operators read the log of the installation, never a consortium's: they are in none.
  if (isOperator(actor) || actor.roles.includes('AUDITOR') || administers(actor, 'AUDIT')) allow(['read', 'export'], AuditEntry);
  // What was done to one's own record, or who looked at it, is everybody's to know.
  else allow('read', AuditEntry, { changes: { $elemMatch: { subjectType: 'Person', subjectId: actor.personId } } });
});
