import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { Correction } from './correction.entity.ts';

/** Everybody asks for themselves; the administrator of their organisation answers, or whoever administers accounts. */
export const correctionPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  allow(['create', 'read', 'cancel'], Correction, { personId: actor.personId });
  if (administers(actor, 'ACCOUNTS')) allow(['read', 'decide'], Correction);
  if (actor.roles.includes('ORGANISATION_ADMINISTRATOR')) allow(['read', 'decide'], Correction, { organisationId: actor.organisationId });
});
