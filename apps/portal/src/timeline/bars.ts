import type { Format } from '@gongjian/ui';
import { parseTime } from '@gongjian/ui';
import { byStart } from '@gongjian/ui/timeline/index.ts';
import type { BarTone, TimelineBar, TimelineResource } from '@gongjian/ui/timeline/index.ts';
import type { ResourceKind, ResourceState } from '@gongjian/api/schema.types.ts';
import type { Translate } from '../i18n/index.ts';
import type { TimelineAllocationFragment, TimelineResourcePartsFragment } from './timeline.generated.ts';
import type { timelineTexts } from './timeline.messages.ts';
import type { Grouping } from './place.ts';

type Words = Translate<(typeof timelineTexts)['zh-CN']>;

export function toneOf(allocation: TimelineAllocationFragment): BarTone {
  if (allocation.state === 'MAINTENANCE') return 'maintenance';
  if (!allocation.booking) return 'taken';
  return allocation.state === 'PENDING' ? 'pending' : 'confirmed';
}

/** The words that bars need, looked up once for thousands of them. */
export type BarWords = Record<BarTone, string>;

export function barWords(t: Words): BarWords {
  return { confirmed: t('confirmed'), pending: t('pending'), maintenance: t('maintenance'), taken: t('taken') };
}

/** An allocation as a bar; what the viewer may not read says only that it is taken. */
export function barOf(allocation: TimelineAllocationFragment, words: BarWords, format: Format): TimelineBar {
  const { booking, maintenance } = allocation;
  const tone = toneOf(allocation);
  const start = Date.parse(allocation.startsAt);
  const end = Date.parse(allocation.endsAt);
  return {
    id: allocation.id,
    resourceId: allocation.resource.id,
    start,
    end,
    blockedFrom: Date.parse(allocation.blockedFrom),
    blockedUntil: Date.parse(allocation.blockedUntil),
    tone,
    title: booking?.title ?? maintenance?.reason ?? words[tone],
    // Written out only for bars that come on the screen.
    get detail() {
      if (tone === 'taken') return '';
      const times = format.timeRange(start, end);
      return booking ? `${booking.organisation.shortName} · ${times}` : times;
    },
    spoken: words[tone],
    bundle: booking?.id ?? null,
    movable: Boolean(booking?.viewerCanUpdate),
  };
}

export function barsOf(allocations: readonly TimelineAllocationFragment[], words: BarWords, format: Format): TimelineBar[] {
  return allocations
    .filter(({ state }) => state !== 'RELEASED')
    .map((allocation) => barOf(allocation, words, format))
    .sort(byStart);
}

/** Where a bar is while the server has not answered yet. */
export interface Shift {
  bookingId: string;
  start: number;
  end: number;
  /** From one resource to another. */
  swap: { from: string; to: string } | null;
}

export type BarMap = ReadonlyMap<string, readonly TimelineBar[]>;

/** The bars as they will be when the server agrees. */
export function shifted(bars: BarMap, shift: Shift | null): BarMap {
  if (!shift) return bars;
  const next = new Map<string, readonly TimelineBar[]>();
  const gone: TimelineBar[] = [];
  for (const [resourceId, own] of bars) {
    if (!own.some(({ bundle }) => bundle === shift.bookingId)) {
      next.set(resourceId, own);
      continue;
    }
    const kept: TimelineBar[] = [];
    for (const bar of own) {
      if (bar.bundle !== shift.bookingId) kept.push(bar);
      else {
        const moved = {
          ...bar,
          start: shift.start,
          end: shift.end,
          blockedFrom: bar.blockedFrom + shift.start - bar.start,
          blockedUntil: bar.blockedUntil + shift.end - bar.end,
          resourceId: shift.swap?.from === resourceId ? shift.swap.to : resourceId,
        };
        (moved.resourceId === resourceId ? kept : gone).push(moved);
      }
    }
    next.set(resourceId, kept.sort(byStart));
  }
  for (const bar of gone) next.set(bar.resourceId, [...(next.get(bar.resourceId) ?? []), bar].sort(byStart));
  return next;
}

/** The words that rows need, looked up once for a thousand of them. */
export interface RowWords {
  noPlace: string;
  needsApproval: string;
  kind: Record<ResourceKind, string>;
  notBookable: Record<ResourceState, string>;
}

/** A resource as a row of the timeline. */
export function rowOf(resource: TimelineResourcePartsFragment, grouping: Grouping, words: RowWords): TimelineResource {
  const { owner, place, code, kind } = resource;
  const groups: Record<Grouping, [string, string]> = {
    owner: [owner.id, owner.name],
    place: [place ?? '', place ?? words.noPlace],
    kind: [kind, words.kind[kind]],
    none: ['', ''],
  };
  const [group, groupLabel] = groups[grouping];
  // A room's number often stands in its place already.
  const number = code && !place?.includes(code) ? code : null;
  const mark = !resource.bookable ? words.notBookable[resource.state] : resource.needsApproval ? words.needsApproval : null;
  return {
    id: resource.id,
    name: resource.name,
    // What the heading of the group says already is not said again.
    detail: [grouping === 'owner' ? null : owner.shortName, number, grouping === 'place' ? null : place].filter(Boolean).join(' · '),
    marks: mark === null ? [] : [mark],
    group,
    groupLabel,
    bookable: resource.bookable,
    bufferBefore: resource.bufferBefore,
    bufferAfter: resource.bufferAfter,
    opening: resource.openingHours.flatMap(({ weekday, opens, closes }) => {
      const from = parseTime(opens);
      const until = parseTime(closes);
      return from === undefined || until === undefined ? [] : [{ weekday, from, until }];
    }),
  };
}
