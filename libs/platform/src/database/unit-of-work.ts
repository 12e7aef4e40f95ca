import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { type Actor, isOperator, isSystem } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Sql } from '../sql.ts';
import { type Answer, Batch } from './batch.ts';
import { preparedName } from './prepared.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * One transaction, bound to the actor's consortium, opened when it is first needed, and again should it be needed after
 * a rollback. BEGIN and the settings travel with the first statements, and COMMIT with the last.
 */
export class UnitOfWork {
  private client: pg.PoolClient | null = null;
  private opening: Promise<void> | null = null;
  /** Statements of this turn of the event loop, or of the time in which PostgreSQL is busy with those before. */
  private next: Batch | null = null;
  private busy = false;
  /** What was sent without waiting for it: BEGIN, and writes whose errors are told at COMMIT. */
  private ahead: Promise<unknown>[] = [];
  /** Why the transaction is aborted, if it is: all that is sent afterwards only hears that it is. */
  private failure: unknown;
  private begun = 0;
  /** The consortium that the connection stands in; null where a rollback may have changed it. */
  private seated: string | null = null;
  private savepoints = 0;
  /** Statements sent, for tests and for the development log. */
  statements = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly actor: Actor,
    private readonly readOnly: boolean,
    /** The consortium in which the part that runs now reads and writes. */
    private readonly place: () => string = () => actor.tenantId,
  ) {}

  get isOpen(): boolean {
    return this.opening !== null;
  }

  private open(): Promise<void> {
    this.opening ??= this.begin();
    return this.opening;
  }

  private async begin(): Promise<void> {
    this.client = await poolOf(this.dataSource).connect();
    // Not awaited: what follows is not run when one of these fails.
    this.sendAhead(this.send(this.readOnly ? BEGIN_READING : 'begin'));
    const { tenantId, personId } = this.actor;
    this.seated = tenantId;
    this.sendAhead(this.send(this.plansOnce() ? SETTINGS_PLANNED_ONCE : SETTINGS, [uuid(tenantId), uuid(personId), isOperator(this.actor) ? 'on' : '']));
    this.begun++;
  }

  /**
   * What a mutation does it does by keys, so the first plan is as good as any; left alone PostgreSQL plans most of it anew
   * each time, which takes longer than doing it. Reads, also those that follow a refusal, and jobs are planned for their values.
   */
  private plansOnce(): boolean {
    return !this.readOnly && this.begun === 0 && !isSystem(this.actor);
  }

  /** Written at the end of the turn, also what nothing can follow: each write wakes PostgreSQL, which takes this process' place where cores are few. */
  private send(text: string, values: unknown[] = [], prepared = true): Promise<Answer> {
    if (!this.next) {
      this.next = new Batch(() => this.ready());
      setImmediate(() => this.flush());
    }
    return this.next.add({ text, values, ...(prepared && { name: preparedName(text) }) });
  }

  private flush(): void {
    if (!this.next || this.busy) return;
    const batch = this.next;
    this.next = null;
    this.busy = true;
    this.client!.query(batch);
  }

  private ready(): void {
    this.busy = false;
    this.flush();
  }

  private sendAhead(answer: Promise<unknown>): void {
    this.ahead.push(answer);
    // It is awaited at the end; until then nobody may call it unhandled.
    answer.catch(() => undefined);
  }

  async query<R>(statement: Sql): Promise<R[]> {
    const { text, values } = statement.render();
    const { rows } = await this.execute(text, values, statement.isPrepared);
    return rows as R[];
  }

  /** A write whose answer nobody needs before COMMIT; `then` hears it before that is over. What goes wrong is told there. */
  write<R>(statement: Sql, then: (rows: R[]) => void = () => undefined): void {
    this.sendAhead(this.query<R>(statement).then(then));
  }

  /** The same for a text that is always the same, planned once per connection. */
  writeText(text: string, values: unknown[]): void {
    this.sendAhead(this.execute(text, values, true));
  }

  /** For libraries that bring their own SQL text, such as the job queue. */
  async execute(text: string, values: unknown[] = [], prepared = false): Promise<Answer> {
    if (!this.client) await this.open();
    this.enter(this.place());
    this.statements++;
    try {
      return await this.send(text, values, prepared);
    } catch (error) {
      throw this.failure ??= error;
    }
  }

  /** Runs a part that may fail without ending the transaction. */
  async savepoint<T>(run: () => Promise<T>): Promise<T> {
    const label = `part_${++this.savepoints}`;
    await this.execute(`savepoint ${label}`);
    try {
      const result = await run();
      await this.execute(`release savepoint ${label}`);
      return result;
    } catch (error) {
      await this.send(`rollback to savepoint ${label}`, [], false);
      this.failure = undefined;
      this.seated = null;
      throw error;
    }
  }

  /** Statements run one after the other, so each finds the consortium that it was written for, whatever runs side by side. */
  private enter(tenantId: string): void {
    if (tenantId === this.seated) return;
    this.seated = tenantId;
    this.sendAhead(this.send(SEAT, [uuid(tenantId)]));
  }

  /** Ends the transaction, together with last writes. Only an answer of COMMIT means that it was kept: an aborted one answers ROLLBACK. */
  async commit(): Promise<void> {
    if (!this.opening) return;
    const { ahead, end } = await this.end('commit');
    const failed = [...ahead, end].find((one) => one.status === 'rejected');
    if (failed) throw this.failure ?? failed.reason;
    if (end.status === 'fulfilled' && end.value.command !== 'COMMIT') throw new DomainError('INTERNAL');
  }

  /** Never fails: a connection that is lost has rolled back by itself. */
  async rollback(): Promise<void> {
    if (this.opening) await this.end('rollback').catch(() => undefined);
    this.failure = undefined;
  }

  private async end(how: 'commit' | 'rollback'): Promise<{ ahead: PromiseSettledResult<unknown>[]; end: PromiseSettledResult<Answer> }> {
    try {
      await this.opening;
      const [[end], ahead] = await Promise.all([Promise.allSettled([this.send(how)]), Promise.allSettled(this.ahead)]);
      // A COMMIT behind a statement that failed was not run.
      if (end.status === 'rejected') await this.abandon();
      return { ahead, end };
    } finally {
      this.client?.release();
      this.client = null;
      this.opening = null;
      this.ahead = [];
    }
  }

  private async abandon(): Promise<void> {
    await this.send('rollback').catch(() => undefined);
  }
}

/** All statements of a read see one moment: a record and what hangs on it are of the same state. Such a transaction never has to be done again. */
const BEGIN_READING = 'begin isolation level repeatable read, read only';
const SEAT = `select set_config('app.tenant', $1, true)`;
const SETTINGS = `select set_config('app.tenant', $1, true), set_config('app.person', $2, true), set_config('app.operator', $3, true)`;
const SETTINGS_PLANNED_ONCE = `${SETTINGS}, set_config('plan_cache_mode', 'force_generic_plan', true)`;

function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}

function uuid(value: string): string {
  if (!UUID.test(value)) throw new Error('not a UUID');
  return value;
}

/**
 * Errors after which the same work may succeed when it is done again: deadlock, serialization failure, lock timeout,
 * and an exclusion constraint that somebody else's row has come to first.
 */
export function isTransient(error: unknown): boolean {
  const code = sqlState(error);
  return code === '40P01' || code === '40001' || code === '55P03' || code === '23P01';
}

/** SQLSTATE of a PostgreSQL error, also when a library has wrapped it. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, driverError } = error as Error & { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code;
}
