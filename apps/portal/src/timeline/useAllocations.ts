import { useEffect, useState, useSyncExternalStore } from 'react';
import { onLive } from '@gongjian/api';
import { client } from '../session/index.ts';
import { AllocationStore } from './allocation-store.ts';
import type { LoadAllocations, StoreState } from './allocation-store.ts';
import { TimelineAllocationsDocument } from './timeline.generated.ts';

// Not through the cache: ten thousand bars would be taken apart and put together again for nothing.
const load: LoadAllocations = async (resourceIds, from, until) => {
  const variables = { resourceIds, from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  const { data } = await client.query({ query: TimelineAllocationsDocument, variables, fetchPolicy: 'no-cache' });
  return data!.allocations;
};

const WATCHED = new Set(['Booking', 'Allocation', 'Maintenance', 'Approval']);

/** What takes the resources on the screen in a range, kept up to date by the server's news. */
export function useAllocations(from: number, until: number): { store: AllocationStore; state: StoreState } {
  const [store] = useState(() => new AllocationStore(load));
  const state = useSyncExternalStore(store.subscribe, store.snapshot);

  useEffect(() => store.show(from, until), [store, from, until]);
  useEffect(() => {
    store.open();
    const stop = onLive(({ type, resourceIds }) => {
      if (WATCHED.has(type)) store.changed(resourceIds ?? null);
    });
    // After sleep or a lost line nobody knows what was missed.
    const awake = () => document.visibilityState === 'visible' && store.changed(null);
    document.addEventListener('visibilitychange', awake);
    window.addEventListener('online', awake);
    return () => {
      stop();
      store.close();
      document.removeEventListener('visibilitychange', awake);
      window.removeEventListener('online', awake);
    };
  }, [store]);
  return { store, state };
}
