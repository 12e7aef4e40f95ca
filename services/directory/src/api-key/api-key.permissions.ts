import { type Actor, administers, definePermissions, isOperator } from '@gongjian/platform';
import { ApiKey } from './api-key.entity.ts';

/** Has to do with programs of organisations: makes their keys, or answers for keys in the whole consortium. */
export const develops = (actor: Actor): boolean => actor.roles.includes('ORGANISATION_ADMINISTRATOR') || administers(actor, 'ROLES');

/** An organisation's administrator makes its keys. Whoever answers for roles and keys in the consortium sees and stops all of them. */
export const apiKeyPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  if (actor.roles.includes('ORGANISATION_ADMINISTRATOR')) allow(['read', 'create', 'update', 'cancel'], ApiKey, { organisationId: actor.organisationId });
  if (administers(actor, 'ROLES')) allow(['read', 'cancel'], ApiKey);
});
