import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { Erasure } from './erasure.entity.ts';

/** Everybody asks for themselves; whoever administers accounts decides, or the administrator of an organisation about its own people (see the service). */
export const closingPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  allow(['create', 'read'], Erasure, { personId: actor.personId });
  if (administers(actor, 'ACCOUNTS') || actor.roles.includes('ORGANISATION_ADMINISTRATOR')) allow(['read', 'decide'], Erasure);
});
