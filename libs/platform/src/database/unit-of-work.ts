import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { type Actor, isOperator, isSystem } from '../actor.ts';
import { DomainError } from '../errors.ts';
import { type Sql, sql } from '../sql.ts';
import { preparedName } from './prepared.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * One transaction, bound to the actor's consortium, opened when it is first needed, and again should it be needed after
 * a rollback. BEGIN and the settings travel ahead of the first statement without waiting for their answers.
 */
export class UnitOfWork {
  private client: pg.PoolClient | null = null;
  private opening: Promise<void> | null = null;
  /** What was sent without waiting for it: BEGIN, and writes whose errors are told at COMMIT. */
  private ahead: Promise<unknown>[] = [];
  /** Why the transaction is aborted, if it is: statements sent behind the one that failed only hear that it is. */
  private failure: unknown;
  private corked = false;
  private begun = 0;
  private savepoints = 0;
  /** Statements sent, for tests and for the development log. */
  statements = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly actor: Actor,
    private readonly readOnly: boolean,
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
    this.cork(this.client);
    // Not awaited: node-postgres keeps the order, and a failed BEGIN leaves the tenant unset, under which no row is visible or writable.
    this.sendAhead(this.client.query(`begin${this.readOnly ? ' read only' : ''}; ${settingsOf(this.actor)}${this.plansOnce() ? `; ${PLAN_ONCE}` : ''}`));
    this.begun++;
  }

  /**
   * What a mutation does it does by keys, so the first plan is as good as any; left alone PostgreSQL plans most of it anew
   * each time, which takes longer than doing it. Reads, also those that follow a refusal, and jobs are planned for their values.
   */
  private plansOnce(): boolean {
    return !this.readOnly && this.begun === 0 && !isSystem(this.actor);
  }

  /** Statements of one turn of the event loop travel in one write: a system call costs more than most of them do. */
  private cork(client: pg.PoolClient): void {
    if (this.corked) return;
    this.corked = true;
    const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream & { cork(): void; uncork(): void } } }).connection;
    stream.cork();
    setImmediate(() => {
      this.corked = false;
      stream.uncork();
    });
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
  async execute(text: string, values: unknown[] = [], prepared = false): Promise<{ rows: unknown[]; rowCount: number | null }> {
    await this.open();
    this.statements++;
    this.cork(this.client!);
    try {
      return await this.client!.query({ text, values, ...(prepared && { name: preparedName(text) }) });
    } catch (error) {
      throw this.causeOf(error);
    }
  }

  private causeOf(error: unknown): unknown {
    if (sqlState(error) === ABORTED && this.failure) return this.failure;
    this.failure ??= error;
    return error;
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
      await this.execute(`rollback to savepoint ${label}`);
      this.failure = undefined;
      throw error;
    }
  }

  async useTenant(tenantId: string): Promise<void> {
    await this.query(sql`select set_config('app.tenant', ${uuid(tenantId)}, true)`);
  }

  /**
   * Ends the transaction, together with last writes in the same flush. Only an answer of COMMIT means that it was kept:
   * an aborted one answers ROLLBACK.
   */
  async commit(): Promise<void> {
    if (!this.opening) return;
    const { ahead, command } = await this.end('commit');
    const failed = ahead.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    if (command !== 'COMMIT') throw new DomainError('INTERNAL');
  }

  /** Never fails: a connection that is lost has rolled back by itself. */
  async rollback(): Promise<void> {
    if (this.opening) await this.end('rollback').catch(() => undefined);
  }

  private async end(how: 'commit' | 'rollback'): Promise<{ ahead: PromiseSettledResult<unknown>[]; command: string }> {
    try {
      await this.opening;
      this.cork(this.client!);
      const [ahead, { command }] = await Promise.all([Promise.allSettled(this.ahead), this.client!.query(how)]);
      return { ahead, command };
    } finally {
      this.client?.release();
      this.client = null;
      this.opening = null;
      this.ahead = [];
      this.failure = undefined;
    }
  }
}

/** SQLSTATE in_failed_sql_transaction. */
const ABORTED = '25P02';
const PLAN_ONCE = 'set local plan_cache_mode = force_generic_plan';

function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}

function uuid(value: string): string {
  if (!UUID.test(value)) throw new Error('not a UUID');
  return value;
}

/** Inlined, since one flush takes no parameters; therefore nothing but UUIDs and constants may be in it. SET is not planned, unlike SELECT. */
function settingsOf(actor: Actor): string {
  return `set local app.tenant = '${uuid(actor.tenantId)}'; set local app.person = '${uuid(actor.personId)}'; set local app.operator = '${isOperator(actor) ? 'on' : ''}'`;
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
