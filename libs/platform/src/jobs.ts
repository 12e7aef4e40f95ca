import { PgBoss } from 'pg-boss';
import { type Actor, type Language, systemActor } from './actor.ts';
import type { RequestContext } from './context/request-context.ts';
import { DomainError } from './errors.ts';
import type { Platform } from './platform.ts';

/** Runs in a transaction of its own, for the consortium whose operation ordered it. Throwing means: try again later. */
export type JobHandler = (ctx: RequestContext, data: never) => Promise<void>;

interface Payload {
  tenantId: string;
  timeZone: string;
  language: Language;
  orderedBy: Pick<Actor, 'personId' | 'organisationId'>;
}

/** A worker says so often that it still lives; a job whose worker died is given to another one soon after. */
const HEARTBEAT_SECONDS = 30;
const SUPERVISE_SECONDS = 10;
/** Jobs of one kind that run side by side in one process. */
const LANES = 2;

type Execute = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

/** Jobs in PostgreSQL, enqueued in the transaction of whoever orders them. */
export class Jobs {
  private readonly boss: PgBoss;

  constructor(
    url: string,
    private readonly handlers: Record<string, JobHandler>,
    onError: (error: Error) => void,
  ) {
    this.boss = new PgBoss({ connectionString: url, schema: 'jobs', migrate: false, createSchema: false, schedule: false, reindex: false, monitorVacuum: false, useListenNotify: true, superviseIntervalSeconds: SUPERVISE_SECONDS, monitorIntervalSeconds: SUPERVISE_SECONDS, max: 4, connectionTimeoutMillis: 4000 });
    this.boss.on('error', onError);
  }

  async start(): Promise<void> {
    await this.boss.start();
  }

  /** Begins to take jobs, two of a kind at a time. */
  async work(platform: Platform): Promise<void> {
    for (const [name, handler] of Object.entries(this.handlers)) for (let lane = 0; lane < LANES; lane++) await this.workOn(platform, name, handler);
  }

  private async workOn(platform: Platform, name: string, handler: JobHandler): Promise<void> {
    let worker: string | undefined;
    // A notice wakes the worker for what is due now; what becomes due later (`after`) it finds by looking every two seconds.
    worker = await this.boss.work<Payload>(name, { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 }, async (jobs) => {
      try {
        for (const job of jobs) {
          const { tenantId, timeZone, language, orderedBy, ...data } = job.data;
          await platform.run(systemActor(tenantId, timeZone, orderedBy), { language, requestId: job.id, operation: name }, (ctx) => handler(ctx, data as never));
        }
      } finally {
        // Where there was one there may be more, whose notices came while nobody was free: look again at once.
        if (worker) this.boss.notifyWorker(worker);
      }
    });
  }

  async send(name: string, data: object, options: { after?: Date; key?: string }, execute: Execute): Promise<void> {
    if (!(name in this.handlers)) throw new DomainError('INTERNAL', { job: name });
    await this.boss.send(name, data, {
      heartbeatSeconds: HEARTBEAT_SECONDS,
      ...(options.after && { startAfter: options.after }),
      ...(options.key && { singletonKey: options.key }),
      db: { executeSql: (text: string, values?: unknown[]) => execute(text, values) as Promise<{ rows: never[] }> },
    });
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5000 });
  }
}
