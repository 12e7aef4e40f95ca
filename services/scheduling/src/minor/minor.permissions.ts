import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { has } from '../resource/resource.permissions.ts';
import { MinorAccess } from './minor-access.entity.ts';

/** The responsible person: who answers for roles and security in the consortium, and each organisation's administrator for its own. */
export const minorPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  allow('read', MinorAccess, { askedById: actor.personId });
  if (administers(actor, 'ROLES')) allow(['read', 'decide'], MinorAccess);
  if (administers(actor, 'AUDIT')) allow('read', MinorAccess);
  if (has(actor, 'ORGANISATION_ADMINISTRATOR')) allow(['read', 'decide'], MinorAccess, { ownerId: actor.organisationId });
});
