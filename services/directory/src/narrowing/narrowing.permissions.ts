import { definePermissions, works } from '@gongjian/platform';
import { RoleNarrowing } from './narrowing.entity.ts';

/** Everybody may know what their organisation leaves to whom; its administrator decides, for its own people. */
export const narrowingPermissions = definePermissions((allow, actor) => {
  if (!works(actor)) return;
  allow('read', RoleNarrowing);
  if (actor.roles.includes('ORGANISATION_ADMINISTRATOR')) allow('update', RoleNarrowing, { organisationId: actor.organisationId });
});
