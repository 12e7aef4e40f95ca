import { definePermissions, isOperator } from '@gongjian/platform';
import { Consortium } from './consortium.entity.ts';

/** Operators found consortia and see which there are; everyone else sees the one they work in. */
export const consortiumPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) allow(['read', 'create'], Consortium);
  else allow('read', Consortium, { id: actor.tenantId });
});
