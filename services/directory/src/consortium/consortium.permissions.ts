import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { Consortium } from './consortium.entity.ts';
import { Founding } from './founding.entity.ts';

/** Operators found consortia and see which there are; everyone else sees the one they work in. */
export const consortiumPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) allow(['read', 'create'], Consortium);
  else allow('read', Consortium, { id: actor.tenantId });
  if (!isOperator(actor)) allow('read', Founding);
  // Turned on by whoever gives roles while it is off; turned off by the security administrator, who is no other then.
  if (!isOperator(actor) && administers(actor, 'ROLES')) allow('separate', Consortium, { id: actor.tenantId });
  if (!isOperator(actor) && administers(actor, 'ACCOUNTS')) allow('update', Consortium, { id: actor.tenantId });
  // What is asked of administrators is a matter of security, like their roles.
  if (!isOperator(actor) && administers(actor, 'ROLES')) allow('secure', Consortium, { id: actor.tenantId });
});
