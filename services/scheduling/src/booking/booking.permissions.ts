import { definePermissions, works } from '@gongjian/platform';
import { coordinates, has, keeps, oversees } from '../resource/resource.permissions.ts';
import { Allocation } from './allocation.entity.ts';
import { Approval } from './approval.entity.ts';
import { Booking } from './booking.entity.ts';

export const bookingPermissions = definePermissions((allow, actor) => {
  if (!works(actor)) return;
  const forOwn = { organisationId: actor.organisationId };
  const byMe = { requestedById: actor.personId };

  // Everyone in the consortium may know that a resource is taken; by what is told only to those who may read the booking.
  allow('read', Allocation);

  if (oversees(actor)) {
    allow('read', Booking);
    allow('read', Approval);
  } else {
    allow('read', Booking, forOwn);
    allow('read', Booking, byMe);
    allow('read', Booking, { allocations: { $elemMatch: { ownerId: actor.organisationId } } });
    // Answers are reached through their booking, which was read under the rules above.
    allow('read', Approval);
  }

  if (coordinates(actor)) allow(['create', 'update', 'cancel'], Booking);
  if (has(actor, 'ORGANISATION_ADMINISTRATOR', 'COORDINATOR')) allow(['create', 'update', 'cancel'], Booking, forOwn);
  if (has(actor, 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER')) {
    allow('create', Booking, forOwn);
    allow(['update', 'cancel'], Booking, { ...forOwn, ...byMe });
  }

  // An owner answers for its own things, the park for nobody but itself.
  if (keeps(actor) || has(actor, 'PARK_ADMINISTRATOR')) allow('decide', Approval, { ownerId: actor.organisationId });
});
