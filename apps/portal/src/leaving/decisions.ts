import type { BookingDutyAction } from '@gongjian/api/schema.types.ts';
import type { DutiesFragment } from './leaving.generated.ts';

export type DutyBooking = DutiesFragment['bookings'][number];
export type Decisions = Readonly<Record<string, BookingDutyAction>>;

/** What is not decided stays as it is. */
export const decisionOn = (decisions: Decisions, booking: DutyBooking): BookingDutyAction => decisions[booking.id] ?? 'KEEP';

/** As the server takes them; what stays needs no mention. */
export function settlements(decisions: Decisions, bookings: readonly DutyBooking[], toPersonId: string | null): { bookingId: string; action: BookingDutyAction; toPersonId: string | null }[] {
  return bookings
    .filter((booking) => booking.viewerCanSettle && decisionOn(decisions, booking) !== 'KEEP')
    .map((booking) => ({ bookingId: booking.id, action: decisionOn(decisions, booking), toPersonId: decisionOn(decisions, booking) === 'HAND_OVER' ? toPersonId : null }));
}

export const handsOver = (decisions: Decisions, bookings: readonly DutyBooking[]): boolean => bookings.some((booking) => booking.viewerCanSettle && decisionOn(decisions, booking) === 'HAND_OVER');
