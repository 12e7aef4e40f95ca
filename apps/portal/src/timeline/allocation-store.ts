import { settleRows } from './settle.ts';
import type { SettledBooking } from './settle.ts';
import type { TimelineAllocationFragment } from './timeline.generated.ts';

type Rows = ReadonlyMap<string, readonly TimelineAllocationFragment[]>;
export type LoadAllocations = (resourceIds: string[], from: number, until: number) => Promise<readonly TimelineAllocationFragment[]>;

export interface StoreState {
  /** What is known of the range on the screen, by resource. */
  rows: Rows;
  error: unknown;
}

interface Range {
  from: number;
  until: number;
  rows: Map<string, readonly TimelineAllocationFragment[]>;
  /** Known once, but something has changed since. */
  stale: Set<string>;
}

const CHUNK = 40;
const REST = 60;
const KEPT_RANGES = 5;

/**
 * Fetches allocations for the rows and days on the screen, and no others, in chunks. What was there stays on
 * the screen until the new is here. A few ranges are kept, so that going back and forth in time shows at once.
 */
export class AllocationStore {
  private state: StoreState = { rows: new Map(), error: null };
  private readonly listeners = new Set<() => void>();
  private readonly ranges = new Map<string, Range>();
  private range: Range | null = null;
  private wanted: readonly string[] = [];
  private readonly flying = new Map<string, Set<string>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private live = true;

  constructor(private readonly load: LoadAllocations) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): StoreState => this.state;

  /** Turns to another time. */
  show(from: number, until: number): void {
    const key = `${from} ${until}`;
    if (this.range && this.range === this.ranges.get(key)) return;
    const range = this.ranges.get(key) ?? { from, until, rows: new Map(), stale: new Set() };
    this.ranges.delete(key);
    this.ranges.set(key, range);
    for (const old of [...this.ranges.keys()].slice(0, -KEPT_RANGES)) this.ranges.delete(old);
    // Nobody told of changes in ranges that were not on the screen in detail: show them, and ask again.
    for (const id of range.rows.keys()) range.stale.add(id);
    this.range = range;
    this.set({ rows: new Map(range.rows), error: null });
    this.soon();
  }

  /** The rows on the screen; asked for after a short rest, so that a long scroll fetches only where it ends. */
  need(resourceIds: readonly string[]): void {
    this.wanted = resourceIds;
    this.soon();
  }

  /** Something changed for these resources, or for all. */
  changed(resourceIds: readonly string[] | null): void {
    for (const { rows, stale } of this.ranges.values()) {
      for (const id of resourceIds ?? rows.keys()) if (rows.has(id)) stale.add(id);
    }
    // What is on its way may have been read before the change.
    for (const set of this.flying.values()) for (const id of resourceIds ?? set) set.delete(id);
    this.soon();
  }

  /** What a booking has become, from the answer to a change of one's own: shown at once, read again after. */
  settle(booking: SettledBooking): void {
    for (const { rows } of this.ranges.values()) settleRows(rows, booking);
    if (this.range) this.set({ rows: new Map(this.range.rows), error: this.state.error });
  }

  retry(): void {
    this.set({ ...this.state, error: null });
    this.soon();
  }

  close(): void {
    this.live = false;
    clearTimeout(this.timer);
  }

  open(): void {
    this.live = true;
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(), REST);
  }

  private fetch(): void {
    const { range } = this;
    if (!range || !this.live) return;
    const key = `${range.from} ${range.until}`;
    const flying = this.flying.get(key) ?? new Set<string>();
    this.flying.set(key, flying);
    const missing = this.wanted.filter((id) => !flying.has(id) && (!range.rows.has(id) || range.stale.has(id)));
    for (let at = 0; at < missing.length; at += CHUNK) void this.fetchChunk(range, missing.slice(at, at + CHUNK), flying);
  }

  private async fetchChunk(range: Range, ids: string[], flying: Set<string>): Promise<void> {
    for (const id of ids) {
      flying.add(id);
      range.stale.delete(id);
    }
    try {
      const found = await this.load(ids, range.from, range.until);
      const byResource = Map.groupBy(found, ({ resource }) => resource.id);
      // An id that was taken out of `flying` meanwhile has changed since: its answer is old.
      for (const id of ids) if (flying.has(id) || !range.rows.has(id)) range.rows.set(id, byResource.get(id) ?? []);
      if (this.range === range && this.live) this.set({ rows: new Map(range.rows), error: null });
    } catch (error) {
      for (const id of ids) if (range.rows.has(id)) range.stale.add(id);
      if (this.range === range && this.live) this.set({ ...this.state, error });
    } finally {
      for (const id of ids) flying.delete(id);
    }
  }

  private set(state: StoreState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
