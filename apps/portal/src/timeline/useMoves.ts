import { useCallback, useRef, useState } from 'react';
import { errorText } from '@gongjian/api';
import type { CheckBookingInput, UpdateBookingInput } from '@gongjian/api/schema.types.ts';
import { useToast } from '@gongjian/ui';
import type { TimelineMove } from '@gongjian/ui/timeline/index.ts';
import { CheckWishDocument, OneBookingDocument } from '../booking/booking.generated.ts';
import type { AlternativeDetailsFragment } from '../booking/booking.generated.ts';
import type { BookingActions, BookingAnswer, BookingRef } from '../booking/useBookingActions.ts';
import { useMessages } from '../i18n/index.ts';
import { client } from '../session/index.ts';
import type { AllocationStore, StoreState } from './allocation-store.ts';
import type { Shift } from './bars.ts';
import { timelineTexts } from './timeline.messages.ts';

/** A move that did not happen, and where on the screen one tried. */
export interface Refused {
  answer: Exclude<BookingAnswer, { __typename: 'Booking' }>;
  booking: BookingRef;
  input: UpdateBookingInput;
  undo: UpdateBookingInput;
  rect: DOMRect;
}

/** Others wait for what a bar was dropped on, and an agreement lets it go first: nothing takes that back, so it is asked. */
export interface MakingWay {
  count: number;
  rect: DOMRect;
  answer: (agreed: boolean) => void;
}

const iso = (instant: number) => new Date(instant).toISOString();

/** Whether somebody else's wish waits there, as far as the screen knows. */
function isAwaited(rows: StoreState['rows'], bookingId: string, resourceIds: readonly string[], start: number, end: number): boolean {
  return resourceIds.some((id) =>
    rows.get(id)?.some(({ state, booking, blockedFrom, blockedUntil }) => state === 'PENDING' && booking?.id !== bookingId && Date.parse(blockedFrom) < end && start < Date.parse(blockedUntil)),
  );
}

/** Moves bars at once and asks the server after; a refusal puts them back and is told in place. What would end others' wishes is agreed to first. */
export function useMoves(store: AllocationStore, actions: BookingActions) {
  const t = useMessages(timelineTexts);
  const toast = useToast();
  const [shifts, setShifts] = useState<readonly Shift[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [makingWay, setMakingWay] = useState<MakingWay | null>(null);
  const busy = useRef(new Set<string>());

  const agree = useCallback(
    async (wish: CheckBookingInput, rect: DOMRect): Promise<boolean> => {
      const { data } = await client.query({ query: CheckWishDocument, variables: { input: wish }, fetchPolicy: 'no-cache' });
      const count = data?.checkBooking.endsWaiting ?? 0;
      // What cannot be is refused with its reasons, and ends nobody's wish.
      if (count === 0 || data!.checkBooking.reasons.length > 0) return true;
      const agreed = await new Promise<boolean>((answer) => setMakingWay({ count, rect, answer }));
      setMakingWay(null);
      return agreed;
    },
    [],
  );

  const send = useCallback(
    async (booking: BookingRef, input: UpdateBookingInput, undo: UpdateBookingInput, rect: DOMRect) => {
      const answer = await actions.change(booking, input, undo);
      if (answer.__typename === 'Booking') {
        store.settle(answer);
        setRefused(null);
      } else setRefused({ answer, booking, input, undo, rect });
    },
    [actions, store],
  );

  const move = useCallback(
    async ({ bar, start, end, resourceId }: TimelineMove, rect: DOMRect) => {
      const id = bar.bundle;
      const { rows } = store.snapshot();
      const known = rows.get(bar.resourceId)?.find((allocation) => allocation.id === bar.id)?.booking;
      if (!id || !known) return;
      // One at a time for each booking: the second would not know the version that the first makes.
      if (busy.current.has(id)) {
        toast.show(t('moveBusy'), { tone: 'info' });
        return;
      }
      busy.current.add(id);
      const swap = resourceId === bar.resourceId ? null : { from: bar.resourceId, to: resourceId };
      setShifts((before) => [...before, { bookingId: id, start, end, swap }]);
      try {
        const input: UpdateBookingInput = {};
        const undo: UpdateBookingInput = {};
        if (start !== bar.start || end !== bar.end) {
          Object.assign(input, { startsAt: iso(start), endsAt: iso(end) });
          Object.assign(undo, { startsAt: iso(bar.start), endsAt: iso(bar.end) });
        }
        const onScreen = [...rows].filter(([, allocations]) => allocations.some(({ booking }) => booking?.id === id)).map(([each]) => each);
        const isWaitedFor = isAwaited(rows, id, [...onScreen, resourceId], start, end);
        if (swap || isWaitedFor) {
          // The other resources of the bundle may lie outside the screen.
          const { data } = await client.query({ query: OneBookingDocument, variables: { id }, fetchPolicy: 'network-only' });
          const before = data?.booking?.allocations.map(({ resource }) => resource.id) ?? [bar.resourceId];
          const resourceIds = before.map((each) => (each === swap?.from ? swap.to : each));
          if (swap) {
            undo.resourceIds = before;
            input.resourceIds = resourceIds;
          }
          const wish = { bookingId: id, startsAt: iso(start), endsAt: iso(end), resourceIds, organisationId: known.organisation.id, ...(data?.booking && { purpose: data.booking.purpose }) };
          if (isWaitedFor && !(await agree(wish, rect))) return;
        }
        await send({ id, version: known.version }, input, undo, rect);
      } catch (error) {
        toast.show(t('moveFailed', { message: errorText(error) }), { tone: 'error' });
      } finally {
        busy.current.delete(id);
        setShifts((before) => before.filter(({ bookingId }) => bookingId !== id));
      }
    },
    [agree, send, store, t, toast],
  );

  const retry = useCallback(
    async (from: Refused, booking: BookingRef, input: UpdateBookingInput) => {
      try {
        await send(booking, input, from.undo, from.rect);
      } catch (error) {
        toast.show(t('moveFailed', { message: errorText(error) }), { tone: 'error' });
      }
    },
    [send, t, toast],
  );

  const take = useCallback(
    async (from: Refused, { startsAt, endsAt, resources }: AlternativeDetailsFragment) => {
      try {
        // An alternative may change time and resources alike: undo has to know both.
        const { data } = await client.query({ query: OneBookingDocument, variables: { id: from.booking.id }, fetchPolicy: 'network-only' });
        const before = data?.booking;
        const undo = before ? { startsAt: before.startsAt, endsAt: before.endsAt, resourceIds: before.allocations.map(({ resource }) => resource.id) } : from.undo;
        await send(from.booking, { startsAt, endsAt, resourceIds: resources.map(({ id }) => id) }, undo, from.rect);
      } catch (error) {
        toast.show(t('moveFailed', { message: errorText(error) }), { tone: 'error' });
      }
    },
    [send, t, toast],
  );

  return { shifts, refused, makingWay, move, retry, take, dismiss: useCallback(() => setRefused(null), []) };
}
