import type pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { type Actor, isOperator } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Sql } from '../sql.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * One transaction, bound to the actor's consortium, opened when it is first needed.
 * BEGIN and the settings travel ahead of the first statement without waiting for their answers.
 */
export class UnitOfWork {
  private runner: QueryRunner | null = null;
  private client: pg.PoolClient | null = null;
  private opening: Promise<void> | null = null;
  private openFailed: unknown;
  private savepoints = 0;
  /** Statements sent, for tests and for the development log. */
  statements = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly actor: Actor,
    private readonly readOnly: boolean,
  ) {}

  get isOpen(): boolean {
    return this.client !== null;
  }

  private open(): Promise<void> {
    this.opening ??= this.begin();
    return this.opening;
  }

  private async begin(): Promise<void> {
    this.runner = this.dataSource.createQueryRunner();
    this.client = (await this.runner.connect()) as pg.PoolClient;
    // Not awaited: node-postgres keeps the order, and a failed BEGIN leaves the tenant unset, under which no row is visible or writable.
    this.client.query(`begin${this.readOnly ? ' read only' : ''}; ${settingsOf(this.actor)}`).catch((error: unknown) => {
      this.openFailed = error;
    });
  }

  /** TypeORM's manager on this transaction, for inserts and updates by entity. */
  async manager(): Promise<EntityManager> {
    await this.open();
    this.statements++;
    return this.runner!.manager;
  }

  async query<R>(statement: Sql): Promise<R[]> {
    await this.open();
    this.statements++;
    const { rows } = await this.client!.query(statement.render() as { text: string; values: unknown[] });
    return rows as R[];
  }

  /** For libraries that bring their own SQL text, such as the job queue. */
  async execute(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    await this.open();
    this.statements++;
    return this.client!.query(text, values);
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
      throw error;
    }
  }

  async useTenant(tenantId: string): Promise<void> {
    await this.execute(`select set_config('app.tenant', $1, true)`, [uuid(tenantId)]);
  }

  /** Ends the transaction. Only an answer of COMMIT means that it was kept: an aborted one answers ROLLBACK. */
  async commit(): Promise<void> {
    await this.end('commit');
  }

  async rollback(): Promise<void> {
    await this.end('rollback');
  }

  private async end(how: 'commit' | 'rollback'): Promise<void> {
    if (!this.opening) return;
    const opening = this.opening;
    this.opening = null;
    try {
      await opening;
      const { command } = await this.client!.query(how);
      if (how === 'commit' && (command !== 'COMMIT' || this.openFailed)) throw this.openFailed ?? new DomainError('INTERNAL');
    } finally {
      await this.runner?.release();
      this.runner = null;
      this.client = null;
    }
  }
}

function uuid(value: string): string {
  if (!UUID.test(value)) throw new Error('not a UUID');
  return value;
}

/** Inlined, since one flush takes no parameters; therefore nothing but UUIDs and constants may be in it. */
function settingsOf(actor: Actor): string {
  return `select set_config('app.tenant', '${uuid(actor.tenantId)}', true), set_config('app.person', '${uuid(actor.personId)}', true), set_config('app.operator', '${isOperator(actor) ? 'on' : ''}', true)`;
}

/** Errors after which the same work may succeed when it is done again: deadlock, serialization failure, lock timeout. */
export function isTransient(error: unknown): boolean {
  const code = sqlState(error);
  return code === '40P01' || code === '40001' || code === '55P03';
}

/** SQLSTATE of a PostgreSQL error, also when TypeORM has wrapped it. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, driverError } = error as Error & { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code;
}
