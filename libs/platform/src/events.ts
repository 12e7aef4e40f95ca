import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Changes } from './context/changes.ts';
import { TIMEOUTS } from './database/data-source.ts';
import { logger } from './log.ts';

export interface Change {
  type: string;
  ids: string[];
  /** More changed than fits into one message: read everything of this type again. */
  many?: boolean;
  [extra: string]: unknown;
}

type Listener = (changes: Change[]) => void;

/** Hears what was committed, by whichever process, and tells whoever listens for that consortium. One connection per process. */
export class ChangeHub {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly sessionListeners = new Set<(payload: string) => void>();
  private client: pg.Client | null = null;
  private closed = false;

  constructor(private readonly databaseUrl: string) {}

  /** Connects, and connects again by itself after the database was away. */
  async start(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true, connectionTimeoutMillis: TIMEOUTS.connectionTimeoutMillis, application_name: 'gongjian-events' });
    client.on('error', () => undefined);
    client.on('end', () => this.restart());
    client.on('notification', ({ channel, payload = '' }) => (channel === 'session' ? this.tellSessions(payload) : this.tell(payload)));
    this.client = client;
    await client.connect();
    await client.query('listen gongjian; listen session');
  }

  private restart(): void {
    if (this.closed) return;
    setTimeout(() => void this.start().catch((error: unknown) => logger.warn('change events', error)), 500).unref();
  }

  private tell(payload: string): void {
    const { tenantId, changes } = JSON.parse(payload) as { tenantId: string; changes: Change[] };
    for (const listener of this.listeners.get(tenantId) ?? []) listener(changes);
  }

  private tellSessions(payload: string): void {
    for (const listener of this.sessionListeners) listener(payload);
  }

  /** @returns how to stop listening */
  listen(tenantId: string, listener: Listener): () => void {
    const known = this.listeners.get(tenantId) ?? new Set();
    this.listeners.set(tenantId, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0 && this.listeners.get(tenantId) === known) this.listeners.delete(tenantId);
    };
  }

  /** Sessions that ended or changed, as the directory tells them. */
  onSession(listener: (payload: string) => void): void {
    this.sessionListeners.add(listener);
  }

  async stop(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }
}

/** What was committed in one consortium. */
export interface Kept {
  tenantId: string;
  changes: Changes;
}

/** Which of what was committed others may see too, through what a subgraph shares between consortia: asked once for all news that travel together. */
export type Echo = (ask: <R>(text: string, values: unknown[]) => Promise<R[]>, news: readonly Kept[]) => Promise<Kept[]>;

/** How long news may wait for others to travel with, in milliseconds. */
const TOGETHER = 5;

/**
 * Tells other processes, and this one, what was committed: news of some milliseconds in one statement. Not inside of the
 * transactions, since NOTIFY makes them commit one after the other.
 */
export class Announcer {
  private waiting: Kept[] = [];
  private telling: Promise<void> | null = null;

  constructor(
    private readonly ask: <R>(text: string, values: unknown[]) => Promise<R[]>,
    private readonly echoes: readonly Echo[],
  ) {}

  tell(kept: Kept): void {
    this.waiting.push(kept);
    this.telling ??= this.tellAll();
  }

  private async tellAll(): Promise<void> {
    while (this.waiting.length > 0) {
      await wait(TOGETHER);
      await this.send(this.waiting.splice(0)).catch((error: unknown) => logger.warn('change events', error));
    }
    this.telling = null;
  }

  /** Those whose own it is hear first. */
  private async send(news: readonly Kept[]): Promise<void> {
    await this.notify(news);
    for (const echo of this.echoes) await this.notify(await echo(this.ask, news));
  }

  private async notify(news: readonly Kept[]): Promise<void> {
    if (news.length > 0) await this.ask(`select pg_notify('gongjian', news) from unnest($1::text[]) as news`, [news.map(({ tenantId, changes }) => changes.notification(tenantId))]);
  }

  /** Waits until everything was told. */
  async stop(): Promise<void> {
    await this.telling;
  }
}
