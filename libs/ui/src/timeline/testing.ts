import type { TimelineBar, TimelineResource } from './types.ts';

/** A resource for specs, with what the spec is about. */
export function aResource(overrides: Partial<TimelineResource> = {}): TimelineResource {
  return {
    id: 'r1',
    name: '三坐标测量机',
    detail: '',
    marks: [],
    group: '',
    groupLabel: '',
    bookable: true,
    bufferBefore: 0,
    bufferAfter: 0,
    opening: [],
    ...overrides,
  };
}

/** A bar for specs; blocked exactly as long as it lasts unless told otherwise. */
export function aBar(overrides: Partial<TimelineBar> = {}): TimelineBar {
  const start = overrides.start ?? 0;
  const end = overrides.end ?? start + 3_600_000;
  return {
    id: 'b1',
    resourceId: 'r1',
    blockedFrom: start,
    blockedUntil: end,
    tone: 'confirmed',
    title: '数控编程实训',
    detail: '',
    spoken: '',
    bundle: null,
    movable: true,
    ...overrides,
    start,
    end,
  };
}
