import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { seesEverybody } from '../person/person.permissions.ts';
import { Suspension } from './suspension.entity.ts';

/** Whoever answers for accounts or for roles suspends. Whom it concerns learns why. */
export const suspensionPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  if (seesEverybody(actor)) allow('read', Suspension);
  else allow('read', Suspension, { organisationId: actor.organisationId });
  allow('read', Suspension, { personId: actor.personId });
  if (administers(actor, 'ACCOUNTS') || administers(actor, 'ROLES')) allow(['create', 'update'], Suspension);
});
