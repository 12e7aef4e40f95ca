import { z } from 'zod';
import { asUuid, inputs } from '@gongjian/platform';

const { day, id, list, oneOf, optionalText, rule } = inputs;
const known = () => id().transform(asUuid);
const MOST = 200;

export const BOOKING_ACTIONS = ['HAND_OVER', 'CANCEL', 'KEEP'] as const;
export const RESOURCE_ACTIONS = ['HAND_OVER', 'WITHDRAW', 'KEEP'] as const;
const needed = (path: string) => ({ path: [path], error: rule(() => true, 'REQUIRED')[1].error });

const bookingDuty = z
  .object({ bookingId: known(), action: oneOf(BOOKING_ACTIONS), toPersonId: known().nullish() });
export type BookingDuty = z.output<typeof bookingDuty>;

const resourceDuty = z.object({ action: oneOf(RESOURCE_ACTIONS), resourceIds: list(known(), 0, 5000).nullish(), toPersonId: known().nullish(), toOrganisationId: known().nullish() });
export type ResourceDuty = z.output<typeof resourceDuty>;

export const settleDutiesInput = z
  .object({ personId: known().nullish(), organisationId: known().nullish(), from: day().nullish(), bookings: list(bookingDuty, 0, MOST).nullish(), resources: resourceDuty.nullish(), toOrganisationId: known().nullish(), reason: optionalText(300) })
  .refine(({ personId, organisationId }) => !personId !== !organisationId, needed('personId'))
  .refine(({ organisationId, bookings, toOrganisationId }) => !organisationId || !bookings?.some(({ action }) => action === 'HAND_OVER') || toOrganisationId, needed('toOrganisationId'))
  .refine(({ organisationId, resources }) => !organisationId || resources?.action !== 'HAND_OVER' || resources.toOrganisationId, needed('resources.toOrganisationId'))
  .refine(({ personId, resources }) => !personId || resources?.action !== 'HAND_OVER' || resources.toPersonId, needed('resources.toPersonId'))
  .refine(({ personId, resources }) => !personId || resources?.action !== 'WITHDRAW', needed('resources.action'));
export type SettleDutiesInput = z.output<typeof settleDutiesInput>;

export const from = day().nullish();
