import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { IdentityProvider } from './identity-provider.entity.ts';

/**
 * Who may sign in by what is policy of security, so it is the duty of whoever gives roles. While administration is not separated,
 * an organisation's administrator sets up the sign-in of the own one.
 */
export const identityPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  if (administers(actor, 'ROLES')) allow(['read', 'create', 'update'], IdentityProvider);
  if (actor.roles.includes('ORGANISATION_ADMINISTRATOR')) {
    allow('read', IdentityProvider, { organisationId: actor.organisationId });
    if (!actor.separated) allow(['create', 'update'], IdentityProvider, { organisationId: actor.organisationId });
  }
});
