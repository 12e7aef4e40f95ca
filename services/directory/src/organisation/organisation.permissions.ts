import { definePermissions, isOperator } from '@gongjian/platform';
import { Membership } from './membership.entity.ts';
import { Organisation } from './organisation.entity.ts';

/** Everyone knows who is in the consortium; its secretaries take organisations in and let them go. */
export const organisationPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  allow('read', Organisation);
  allow('read', Membership);
  if (actor.roles.includes('SECRETARY')) allow(['create', 'update'], Membership);
});
