import { useMemo } from 'react';
import type { CreateBookingInput, UpdateBookingInput } from '@gongjian/api/schema.types.ts';
import { errorText } from '@gongjian/api';
import { useFormat, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { client } from '../session/index.ts';
import { BringBackBookingDocument, CallOffBookingDocument, ChangeBookingDocument, PlaceBookingDocument } from './booking.generated.ts';
import type { BookingAnswerFragment, BookingDetailsFragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';

export type { BookingAnswerFragment as BookingAnswer } from './booking.generated.ts';

export interface BookingRef {
  id: string;
  version: number;
}

export interface BookingActions {
  place(input: CreateBookingInput, idempotencyKey: string): Promise<BookingAnswerFragment>;
  /** `undo` is what brings the former state back. */
  change(booking: BookingRef, input: UpdateBookingInput, undo: UpdateBookingInput | null): Promise<BookingAnswerFragment>;
  callOff(booking: BookingRef, reason: string | null): Promise<BookingAnswerFragment>;
}

const UNDO_SECONDS = 10;

/**
 * Writes, tells what was done, and offers ten seconds to take it back. `touched` hears which resources
 * look different now, so that a page need not wait for the server's news of its own deed.
 */
export function useBookingActions(touched: (resourceIds: readonly string[]) => void): BookingActions {
  const t = useMessages(bookingTexts);
  const format = useFormat();
  const toast = useToast();

  return useMemo(() => {
    const tell = (booking: BookingDetailsFragment) => touched(booking.allocations.map(({ resource }) => resource.id));
    const owners = (booking: BookingDetailsFragment) =>
      booking.approvals.filter(({ state }) => state === 'WAITING').map(({ owner }) => owner.shortName).join(t('join'));

    async function undo(run: () => Promise<BookingAnswerFragment>) {
      try {
        const answer = await run();
        if (answer.__typename === 'Booking') {
          tell(answer);
          toast.show(t('undone'));
          return;
        }
        const reason = answer.__typename === 'BookingRefusal' ? (answer.reasons[0]?.message ?? '') : t('conflictTitle');
        toast.show(t('undoRefused', { reason }), { tone: 'error' });
        if (answer.__typename === 'BookingConflict') tell(answer.current);
      } catch (error) {
        toast.show(t('undoRefused', { reason: errorText(error) }), { tone: 'error' });
      }
    }
    const done = (words: string, back: (() => Promise<BookingAnswerFragment>) | null) =>
      toast.show(words, { tone: 'success', seconds: UNDO_SECONDS, ...(back ? { undo: () => undo(back) } : {}) });

    async function place(input: CreateBookingInput, idempotencyKey: string) {
      const { data } = await client.mutate({ mutation: PlaceBookingDocument, variables: { input, idempotencyKey } });
      const answer = data!.createBooking;
      if (answer.__typename === 'Booking') {
        tell(answer);
        const words = answer.state === 'PENDING' ? t('placedPending', { owners: owners(answer) }) : t('placed', { title: answer.title });
        done(words, () => sendCallOff(answer, null));
      }
      return answer;
    }

    async function sendChange({ id, version }: BookingRef, input: UpdateBookingInput) {
      const { data } = await client.mutate({ mutation: ChangeBookingDocument, variables: { id, version, input } });
      return data!.updateBooking;
    }
    async function change(booking: BookingRef, input: UpdateBookingInput, back: UpdateBookingInput | null) {
      const answer = await sendChange(booking, input);
      if (answer.__typename === 'Booking') {
        tell(answer);
        const range = format.range(answer.startsAt, answer.endsAt);
        const moved = input.startsAt !== undefined || input.resourceIds !== undefined;
        const words = !moved ? t('changed') : answer.state === 'PENDING' ? t('movedPending', { range }) : t('moved', { range });
        done(words, back && (() => sendChange(answer, back)));
      }
      return answer;
    }

    async function sendCallOff({ id, version }: BookingRef, reason: string | null) {
      const { data } = await client.mutate({ mutation: CallOffBookingDocument, variables: { id, version, reason } });
      return data!.cancelBooking;
    }
    async function callOff(booking: BookingRef, reason: string | null) {
      const answer = await sendCallOff(booking, reason);
      if (answer.__typename === 'Booking') {
        tell(answer);
        done(t('calledOff', { title: answer.title }), async () => {
          const { data } = await client.mutate({ mutation: BringBackBookingDocument, variables: { id: answer.id, version: answer.version } });
          return data!.restoreBooking;
        });
      }
      return answer;
    }

    return { place, change, callOff };
  }, [t, format, toast, touched]);
}
