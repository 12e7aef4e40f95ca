import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { ApiKey } from './api-key.entity.ts';

/** An organisation's administrator makes its keys. Whoever answers for roles and keys in the consortium sees and stops all of them. */
export const apiKeyPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  if (actor.roles.includes('ORGANISATION_ADMINISTRATOR')) allow(['read', 'create', 'update', 'cancel'], ApiKey, { organisationId: actor.organisationId });
  if (administers(actor, 'ROLES')) allow(['read', 'cancel'], ApiKey);
});
