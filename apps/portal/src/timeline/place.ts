import { addDays, mondayOf } from '@gongjian/ui';
import type { TimelineView } from '@gongjian/ui/timeline/index.ts';
import type { ResourceFilter, ResourceKind, ResourceOrder } from '@gongjian/api/schema.types.ts';

export const VIEWS = ['day', 'week', 'weeks'] as const satisfies readonly TimelineView[];
export const GROUPINGS = ['owner', 'place', 'kind', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const KINDS = ['EQUIPMENT', 'VENUE', 'TEACHER', 'ENGINEER'] as const satisfies readonly ResourceKind[];
export const ZOOMS = [1, 1.5, 2, 3, 4.5] as const;

/** What of the timeline lives in the URL, and what it is when nothing is written there. */
export const urlDefaults = { view: 'week', day: '', group: 'owner', q: '', kind: '', night: '', zoom: '', resource: '', mine: '' };
export type UrlState = typeof urlDefaults;

export interface Place {
  view: TimelineView;
  /** The day one asked for; a week that holds it is shown from its Monday. */
  day: string;
  firstDay: string;
  grouping: Grouping;
  night: boolean;
  zoom: number;
}

const oneOf = <T extends string>(known: readonly T[], value: string, otherwise: T): T => (known.includes(value as T) ? (value as T) : otherwise);

/** Reads the URL; what makes no sense there becomes what is usual. */
export function placeOf(url: UrlState, today: string): Place {
  const view = oneOf(VIEWS, url.view, 'week');
  const known = /^\d{4}-\d{2}-\d{2}$/.test(url.day) && !Number.isNaN(Date.parse(url.day)) && url.day > '1970-01-02' && url.day < '9000';
  const day = known ? url.day : today;
  const zoom = Number(url.zoom);
  return {
    view,
    day,
    firstDay: view === 'day' ? day : mondayOf(day),
    grouping: oneOf(GROUPINGS, url.group, 'owner'),
    night: url.night === '1',
    zoom: ZOOMS.find((each) => each === zoom) ?? 1,
  };
}

export function stepDays(view: TimelineView): number {
  return view === 'day' ? 1 : view === 'week' ? 7 : 14;
}

export function lastDayOf(place: Place): string {
  return addDays(place.firstDay, stepDays(place.view) - 1);
}

export function zoomed(zoom: number, way: 1 | -1): number {
  const at = ZOOMS.findIndex((each) => each === zoom);
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + way))]!;
}

export function filterOf(url: UrlState): ResourceFilter {
  return {
    ...(url.q.trim() ? { search: url.q.trim() } : {}),
    ...((KINDS as readonly string[]).includes(url.kind) ? { kinds: [url.kind as ResourceKind] } : {}),
    ...(url.resource ? { ids: url.resource.split(',').slice(0, 100) } : {}),
  };
}

export const ORDER: Record<Grouping, ResourceOrder> = { owner: 'OWNER_THEN_NAME', place: 'PLACE', kind: 'KIND_THEN_NAME', none: 'NAME' };
