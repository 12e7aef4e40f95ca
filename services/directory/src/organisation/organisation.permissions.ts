import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { Membership } from './membership.entity.ts';
import { Organisation } from './organisation.entity.ts';
import { PastMembership } from './past-membership.entity.ts';

/** Everyone knows who is in the consortium; whoever answers for accounts takes organisations in and lets them go. */
export const organisationPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  allow('read', Organisation);
  allow('read', Membership);
  allow('read', PastMembership);
  if (administers(actor, 'ACCOUNTS')) allow(['create', 'update'], Membership);
});
