import { useCallback, useSyncExternalStore } from 'react';
import { useFormat } from './locale.tsx';
import { dayOf } from './zone.ts';

const everyHalfMinute = (tell: () => void) => {
  const timer = setInterval(tell, 30_000);
  return () => clearInterval(timer);
};

/** Today in the consortium's time zone, 2026-11-23; a page that stays open over midnight is drawn again. */
export function useToday(): string {
  const { timeZone } = useFormat();
  const today = useCallback(() => dayOf(new Date(), timeZone), [timeZone]);
  return useSyncExternalStore(everyHalfMinute, today);
}
