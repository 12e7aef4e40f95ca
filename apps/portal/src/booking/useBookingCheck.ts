import { useEffect, useState } from 'react';
import type { CheckBookingInput } from '@gongjian/api/schema.types.ts';
import { client } from '../session/index.ts';
import { CheckWishDocument } from './booking.generated.ts';
import type { CheckWishQuery } from './booking.generated.ts';

export type BookingCheck = CheckWishQuery['checkBooking'];

export interface CheckState {
  /** The answer to the wish as it is now; undefined while it is being asked. */
  check?: BookingCheck;
  /** The last answer, kept on the screen while the next one is on its way. */
  last?: BookingCheck;
  error?: unknown;
  asking: boolean;
}

const REST = 300;

/** Asks whether a wish would work, a moment after the last change. Late answers to earlier wishes are dropped. */
export function useBookingCheck(wish: CheckBookingInput | null, again: number): CheckState {
  const key = wish ? JSON.stringify(wish) : null;
  const [state, setState] = useState<{ key: string | null; check?: BookingCheck; error?: unknown }>({ key: null });
  useEffect(() => {
    if (key === null) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      client
        .query({ query: CheckWishDocument, variables: { input: JSON.parse(key) as CheckBookingInput }, fetchPolicy: 'no-cache' })
        .then(({ data }) => current && data && setState({ key, check: data.checkBooking }))
        .catch((error: unknown) => current && setState({ key, error }));
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, again]);

  const answered = state.key === key && key !== null;
  return {
    ...(answered && state.check ? { check: state.check } : {}),
    ...(state.check ? { last: state.check } : {}),
    ...(answered && state.error ? { error: state.error } : {}),
    asking: key !== null && !answered,
  };
}
