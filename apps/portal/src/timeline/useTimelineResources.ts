import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { onLive } from '@gongjian/api';
import type { ResourceFilter, ResourceOrder } from '@gongjian/api/schema.types.ts';
import { client } from '../session/index.ts';
import { TimelineResourcesDocument } from './timeline.generated.ts';
import type { TimelineResourcePartsFragment, TimelineResourcesQuery } from './timeline.generated.ts';

const PAGE = 250;
const LIVE_REST = 800;

export interface TimelineResources {
  resources: readonly TimelineResourcePartsFragment[];
  total: number;
  /** True until the first answer to the present filter; what was found before stays meanwhile. */
  loading: boolean;
  error: unknown;
  /** Fetches the next page; does nothing while one is on its way. */
  more: () => void;
  reload: () => void;
}

interface Loaded {
  key: string;
  rows: TimelineResourcePartsFragment[];
  total: number;
  cursor: string | null;
}

const NONE: Loaded = { key: '', rows: [], total: 0, cursor: null };

async function fetchPage(filter: ResourceFilter, orderBy: ResourceOrder, after: string | null): Promise<TimelineResourcesQuery['resources']> {
  const { data } = await client.query({ query: TimelineResourcesDocument, variables: { filter, orderBy, first: PAGE, after }, fetchPolicy: 'no-cache' });
  return data!.resources;
}

/**
 * The rows of the timeline, page by page as one scrolls. They are kept out of the cache of queries: a thousand
 * rows are read once here and nowhere else.
 */
export function useTimelineResources(filter: ResourceFilter, orderBy: ResourceOrder): TimelineResources {
  const key = JSON.stringify([filter, orderBy]);
  const [loaded, setLoaded] = useState<Loaded>(NONE);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const flying = useRef(false);
  const latest = useRef(loaded);
  useLayoutEffect(() => {
    latest.current = loaded;
  }, [loaded]);

  useEffect(() => {
    const run = { live: true };
    const [wanted, order] = JSON.parse(key) as [ResourceFilter, ResourceOrder];
    // After a live change as many rows come again as were there, so that nothing jumps.
    const least = latest.current.key === key ? latest.current.rows.length : 0;
    const load = async () => {
      const rows: TimelineResourcePartsFragment[] = [];
      let page = await fetchPage(wanted, order, null);
      rows.push(...page.nodes);
      while (run.live && page.pageInfo.hasNextPage && rows.length < least) {
        page = await fetchPage(wanted, order, page.pageInfo.endCursor);
        rows.push(...page.nodes);
      }
      if (!run.live) return;
      setLoaded({ key, rows, total: page.totalCount, cursor: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null });
      setError(null);
    };
    flying.current = true;
    load()
      .catch((problem: unknown) => run.live && setError(problem))
      .finally(() => {
        if (run.live) flying.current = false;
      });
    return () => {
      run.live = false;
    };
  }, [key, round]);

  const more = useCallback(() => {
    const { cursor, key: of } = latest.current;
    if (flying.current || cursor === null || of !== key) return;
    flying.current = true;
    const [wanted, order] = JSON.parse(key) as [ResourceFilter, ResourceOrder];
    const load = async () => {
      const page = await fetchPage(wanted, order, cursor);
      setLoaded((before) => {
        if (before.key !== key || before.cursor !== cursor) return before;
        const known = new Set(before.rows.map(({ id }) => id));
        return {
          key,
          rows: [...before.rows, ...page.nodes.filter(({ id }) => !known.has(id))],
          total: page.totalCount,
          cursor: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
        };
      });
    };
    load()
      .catch(setError)
      .finally(() => {
        flying.current = false;
      });
  }, [key]);

  const reload = useCallback(() => {
    setError(null);
    setRound((before) => before + 1);
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLive(({ type }) => {
      if (type !== 'Resource') return;
      clearTimeout(timer);
      timer = setTimeout(reload, LIVE_REST);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [reload]);

  return useMemo(
    () => ({ resources: loaded.rows, total: loaded.total, loading: loaded.key !== key, error, more, reload }),
    [loaded, key, error, more, reload],
  );
}
