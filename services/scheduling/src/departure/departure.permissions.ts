import { administers, definePermissions } from '@gongjian/platform';
import { Booking } from '../booking/booking.entity.ts';
import { coordinates, has } from '../resource/resource.permissions.ts';
import { Resource } from '../resource/resource.entity.ts';

/**
 * Whoever lets a person or a member go decides what becomes of what hangs on them. Administrators who otherwise see
 * nothing of the consortium's content see this much of it.
 */
export const departurePermissions = definePermissions((allow, actor) => {
  if (coordinates(actor) || administers(actor, 'ACCOUNTS') || administers(actor, 'ROLES')) {
    allow('handOver', Booking);
    allow('handOver', Resource);
  }
  if (has(actor, 'ORGANISATION_ADMINISTRATOR')) {
    allow('handOver', Booking, { organisationId: actor.organisationId });
    allow('handOver', Resource, { ownerId: actor.organisationId });
  }
});
