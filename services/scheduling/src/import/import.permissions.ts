import { definePermissions, works } from '@gongjian/platform';
import { coordinates, has, keeps } from '../resource/resource.permissions.ts';
import { Import, ImportRow } from './import.entity.ts';

/** Who may import an organisation's register may see how its imports went. */
export const importPermissions = definePermissions((allow, actor) => {
  if (!works(actor)) return;
  const own = { ownerId: actor.organisationId };
  if (coordinates(actor)) {
    allow(['read', 'create', 'update'], Import);
    allow('read', ImportRow);
  }
  if (keeps(actor)) {
    allow(['read', 'create', 'update'], Import, own);
    allow('read', ImportRow, own);
  }
  if (has(actor, 'AUDITOR')) {
    allow('read', Import);
    allow('read', ImportRow);
  }
});
