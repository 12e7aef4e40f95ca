import { useMemo, useState } from 'react';
import { useFormat } from '@gongjian/ui';
import type { TimelineBar, TimelineResource } from '@gongjian/ui/timeline/index.ts';
import { common, useMessages } from '../i18n/index.ts';
import { barsOf, barWords, rowOf, shifted } from './bars.ts';
import type { BarMap, RowWords, Shift } from './bars.ts';
import { Kept } from './kept.ts';
import { KINDS } from './place.ts';
import type { Grouping } from './place.ts';
import type { TimelineAllocationFragment, TimelineResourcePartsFragment } from './timeline.generated.ts';
import { timelineTexts } from './timeline.messages.ts';

/** Bars of what is loaded; a row that has not changed keeps its bars, so that it is not drawn again. */
export function useBars(rows: ReadonlyMap<string, readonly TimelineAllocationFragment[]>, shifts: readonly Shift[]): BarMap {
  const t = useMessages(timelineTexts);
  const format = useFormat();
  const words = useMemo(() => barWords(t), [t]);
  const [kept] = useState(() => new Kept<readonly TimelineAllocationFragment[], readonly TimelineBar[]>());
  const settled = useMemo(() => {
    const bars = new Map<string, readonly TimelineBar[]>();
    for (const [id, allocations] of rows) bars.set(id, kept.of(allocations, [words, format], () => barsOf(allocations, words, format)));
    return bars;
  }, [rows, kept, words, format]);
  return useMemo(() => shifts.reduce((map: BarMap, shift) => shifted(map, shift), settled), [settled, shifts]);
}

const STATES = ['IN_USE', 'IDLE', 'UNDER_REPAIR', 'LENT_OUT', 'TO_BE_SCRAPPED', 'SCRAPPED', 'WITHDRAWN'] as const;

/** Rows of what is loaded; the next page leaves those before it as they are. */
export function useRows(resources: readonly TimelineResourcePartsFragment[], grouping: Grouping): readonly TimelineResource[] {
  const t = useMessages(timelineTexts);
  const say = useMessages(common);
  const words = useMemo(
    () => ({
      noPlace: t('noPlace'),
      needsApproval: t('needsApproval'),
      kind: Object.fromEntries(KINDS.map((kind) => [kind, say(`resourceKind.${kind}`)])) as RowWords['kind'],
      notBookable: Object.fromEntries(STATES.map((state) => [state, t('notBookable', { state: say(`resourceState.${state}`) })])) as RowWords['notBookable'],
    }),
    [t, say],
  );
  const [kept] = useState(() => new Kept<TimelineResourcePartsFragment, TimelineResource>());
  return useMemo(
    () => resources.map((resource) => kept.of(resource, [grouping, words], () => rowOf(resource, grouping, words))),
    [resources, kept, grouping, words],
  );
}
