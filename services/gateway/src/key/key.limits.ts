import type { Pool } from 'pg';

/** So many requests in a window of so many seconds. */
export interface Quota {
  requests: number;
  seconds: number;
}

/** Ten a second on average, all of a minute's at once if need be. */
export const KEY_QUOTA: Quota = { requests: 600, seconds: 60 };
/** Far above what a page of the portal asks, or a hundred of them: a seat belt, counted by each process for itself. */
export const SESSION_QUOTA: Quota = { requests: 120_000, seconds: 60 };

export interface Allowance {
  allowed: boolean;
  remaining: number;
  /** Seconds until the window is over. */
  reset: number;
}

/** How many requests a process takes for itself at once: one statement for so many. */
const LEASE = 20;

interface Lease {
  window: number;
  /** Taken from the quota by this process and not used yet. */
  left: number;
  /** What was left of the quota for everybody when the lease was taken. */
  others: number;
  /** There was nothing left to take. */
  empty: boolean;
  taking: Promise<void> | null;
}

// All processes draw from one row for each key; what is granted is decided where the row is locked, and never more than what is left.
const DRAW = `
  insert into directory.key_usage as u (key_id, window_start, drawn, granted) values ($1, $2, least($3, $4::int), least($3, $4::int))
  on conflict (key_id) do update set
    granted = case when u.window_start >= excluded.window_start then least($3, $4 - u.drawn) else least($3, $4) end,
    drawn = case when u.window_start >= excluded.window_start then u.drawn + least($3, $4 - u.drawn) else least($3, $4) end,
    window_start = greatest(u.window_start, excluded.window_start)
  returning drawn, granted`;

/** Counts the requests of keys, all processes together, at a twentieth of a statement for each. */
export class KeyLimits {
  private readonly leases = new Map<string, Lease>();

  constructor(
    private readonly pool: Pool,
    readonly quota: Quota = KEY_QUOTA,
  ) {}

  async take(keyId: string, now = Date.now()): Promise<Allowance> {
    const window = Math.floor(now / (this.quota.seconds * 1000));
    const lease = this.leaseOf(keyId, window);
    while (lease.left === 0 && !lease.empty) await (lease.taking ??= this.draw(keyId, lease).finally(() => (lease.taking = null)));
    const allowed = lease.left > 0;
    if (allowed) lease.left--;
    return { allowed, remaining: lease.left + lease.others, reset: Math.max(1, Math.ceil(((window + 1) * this.quota.seconds * 1000 - now) / 1000)) };
  }

  private leaseOf(keyId: string, window: number): Lease {
    const known = this.leases.get(keyId);
    if (known?.window === window) return known;
    if (this.leases.size > 10_000) for (const [id, lease] of this.leases) if (lease.window !== window) this.leases.delete(id);
    const fresh: Lease = { window, left: 0, others: this.quota.requests, empty: false, taking: null };
    this.leases.set(keyId, fresh);
    return fresh;
  }

  private async draw(keyId: string, lease: Lease): Promise<void> {
    const { requests, seconds } = this.quota;
    const { rows } = await this.pool.query<{ drawn: number; granted: number }>({ name: 'key-usage', text: DRAW, values: [keyId, new Date(lease.window * seconds * 1000), LEASE, requests] });
    const { drawn, granted } = rows[0]!;
    lease.left += granted;
    lease.others = requests - drawn;
    lease.empty = granted === 0;
  }
}

/** The same for sessions, in this process alone: a number in memory and nothing else. */
export class SessionLimits {
  private window = 0;
  private counts = new Map<string, number>();

  constructor(private readonly quota: Quota = SESSION_QUOTA) {}

  /** @returns seconds to wait, 0 when there is room */
  take(sessionId: string, now = Date.now()): number {
    const length = this.quota.seconds * 1000;
    const window = Math.floor(now / length);
    if (window !== this.window) {
      this.window = window;
      this.counts = new Map();
    }
    const count = (this.counts.get(sessionId) ?? 0) + 1;
    this.counts.set(sessionId, count);
    return count > this.quota.requests ? Math.ceil(((window + 1) * length - now) / 1000) : 0;
  }
}
