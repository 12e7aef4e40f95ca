import { definePermissions, works } from '@gongjian/platform';
import { has, keeps } from '../resource/resource.permissions.ts';
import { Maintenance } from './maintenance.entity.ts';

export const maintenancePermissions = definePermissions((allow, actor) => {
  if (!works(actor)) return;

  // Why a machine stands still is no secret in the consortium.
  allow('read', Maintenance);

  if (has(actor, 'PARK_ADMINISTRATOR')) allow(['create', 'update'], Maintenance);
  if (keeps(actor)) allow(['create', 'update'], Maintenance, { ownerId: actor.organisationId });
});
