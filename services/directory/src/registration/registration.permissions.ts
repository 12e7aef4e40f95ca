import { definePermissions, isOperator } from '@gongjian/platform';
import { Registration, SelfRegistration } from './registration.entity.ts';

/**
 * Who works for an organisation its own administrators know, and nobody else: they alone open the way, see who asks and
 * answer. Secretaries invite.
 */
export const registrationPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor) || !actor.roles.includes('ORGANISATION_ADMINISTRATOR')) return;
  const own = { organisationId: actor.organisationId };
  allow(['read', 'create', 'update'], SelfRegistration, own);
  allow(['read', 'decide'], Registration, own);
});
