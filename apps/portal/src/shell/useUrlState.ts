import { use, useCallback, useEffect, useMemo, useRef } from 'react';
import { UNSAFE_DataRouterContext as DataRouterContext, useNavigation, useSearchParams } from 'react-router';

type Shape = Record<string, string>;

/**
 * Filters that live in the URL: `const [filter, set, clear, active] = useUrlState({ search: '', kind: '' })`.
 * What equals its default is not written. Setting replaces the entry, so that Back leaves the list and does not
 * walk through every letter that was typed. Lists are written with commas: `split(filter.kinds)`.
 */
export function useUrlState<S extends Shape>(defaults: S): [S, (change: Partial<S>) => void, () => void, boolean] {
  const [params, setParams] = useSearchParams();
  const key = JSON.stringify(defaults);
  // A search is written a moment after the last letter; who has clicked on something by then is not called back from it.
  const leaving = useRef(false);
  const { state: navigating } = useNavigation();
  // What React has drawn may be behind by more than a letter's rest, on a slow machine: the router knows at once that somebody leaves.
  const router = use(DataRouterContext)!.router;
  /** What was to be written while somebody was leaving, and on which page: it is made up for when they stay after all. */
  const held = useRef<{ path: string; change: Partial<S> } | null>(null);

  const state = useMemo(() => {
    const known = JSON.parse(key) as S;
    return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, params.get(name) ?? value])) as S;
  }, [key, params]);

  const set = useCallback(
    (change: Partial<S>) => {
      if (leaving.current || router.state.navigation.state !== 'idle') {
        held.current = { path: location.pathname, change: { ...held.current?.change, ...change } };
        return;
      }
      const known = JSON.parse(key) as S;
      setParams(
        () => {
          // As it is, and not as it was when this page was drawn last.
          const next = new URLSearchParams(location.search);
          for (const [name, value] of Object.entries(change)) {
            if (value === undefined || value === known[name]) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      );
    },
    [key, setParams, router],
  );

  useEffect(() => {
    leaving.current = navigating !== 'idle';
    if (leaving.current || !held.current) return;
    const { path, change } = held.current;
    held.current = null;
    if (path === location.pathname) set(change);
  }, [navigating, set]);

  const clear = useCallback(() => set(JSON.parse(key) as S), [key, set]);
  const active = Object.entries(state).some(([name, value]) => value !== defaults[name]);
  return [state, set, clear, active];
}

/** `'a,b'` -> `['a', 'b']`; empty -> undefined, as filters of the graph want it. */
export function split<T extends string = string>(value: string): T[] | undefined {
  return value ? (value.split(',') as T[]) : undefined;
}
