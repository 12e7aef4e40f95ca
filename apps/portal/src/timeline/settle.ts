import type { AllocationState, BookingState } from '@gongjian/api/schema.types.ts';
import type { TimelineAllocationFragment } from './timeline.generated.ts';

export interface SettledBooking {
  id: string;
  version: number;
  title: string;
  state: BookingState;
  startsAt: string;
  endsAt: string;
  allocations: readonly { id: string; state: AllocationState; resource: { id: string } }[];
}

const shift = (instant: string, before: string, after: string) => new Date(Date.parse(instant) + Date.parse(after) - Date.parse(before)).toISOString();

/** Writes a booking as the server answered it into the rows: moved, put on another resource, or gone. */
export function settleRows(rows: Map<string, readonly TimelineAllocationFragment[]>, booking: SettledBooking): void {
  const now = new Map(booking.allocations.filter(({ state }) => state !== 'RELEASED').map((allocation) => [allocation.resource.id, allocation]));
  const before = [...rows.values()].flatMap((list) => list.filter((allocation) => allocation.booking?.id === booking.id));
  const model = before[0];
  if (!model) return;
  for (const [resourceId, list] of rows) {
    const own = list.find((allocation) => allocation.booking?.id === booking.id);
    const next = now.get(resourceId);
    if (!own && !next) continue;
    const others = list.filter((allocation) => allocation.booking?.id !== booking.id);
    if (!next) {
      rows.set(resourceId, others);
      continue;
    }
    // A resource that has just come in has buffers of its own; the next reading brings them.
    const from = own ?? { ...model, blockedFrom: model.startsAt, blockedUntil: model.endsAt };
    rows.set(resourceId, [
      ...others,
      {
        ...from,
        id: next.id,
        resource: { ...from.resource, id: resourceId },
        state: next.state,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        blockedFrom: shift(from.blockedFrom, from.startsAt, booking.startsAt),
        blockedUntil: shift(from.blockedUntil, from.endsAt, booking.endsAt),
        booking: from.booking && { ...from.booking, version: booking.version, title: booking.title },
      },
    ]);
  }
}
