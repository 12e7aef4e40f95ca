import { definePermissions, works } from '@gongjian/platform';
import { keeps } from '../resource/resource.permissions.ts';
import { Pool } from './pool.entity.ts';

/** What could be shared is known in the consortium; only the owner says what that is. */
export const poolPermissions = definePermissions((allow, actor) => {
  if (!works(actor)) return;
  allow('read', Pool);
  if (keeps(actor)) allow(['create', 'update'], Pool, { ownerId: actor.organisationId });
});
