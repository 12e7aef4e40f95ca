import { definePermissions, works } from '@gongjian/platform';
import { coordinates, has, keeps, oversees } from '../resource/resource.permissions.ts';
import { GrantUse, Reach } from './grant.entity.ts';
import { SharedResource } from './shared.ts';

export const grantPermissions = definePermissions((allow, actor) => {
  if (!works(actor)) return;

  // What was signed for an organisation is for its people; who answers for the consortium sees all that comes in.
  if (oversees(actor)) allow('read', Reach);
  else {
    allow('read', Reach, { takerId: actor.organisationId });
    allow('read', Reach, { whole: true });
  }

  // Reached through a Reach, or through a booking that takes it.
  allow('read', SharedResource);
  if (coordinates(actor) || keeps(actor) || has(actor, 'COORDINATOR', 'TEACHER', 'ENGINEER')) allow('book', SharedResource);

  // Reached through its booking, or through the agreement of its grant.
  allow('read', GrantUse);
  if (keeps(actor) || has(actor, 'PARK_ADMINISTRATOR')) allow('decide', GrantUse);
});
