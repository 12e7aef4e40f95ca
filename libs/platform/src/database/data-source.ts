import pg from 'pg';
import { DataSource } from 'typeorm';
import { type EntityClass, SnakeNaming } from '../entity.ts';

// Days stay days, and exact numbers become numbers: ours are money in yuan and counts, far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A connection that nobody has used for so long is closed, in milliseconds. Opening one costs as much as dozens of operations: its proof of the password, its plans. */
const IDLE = 300_000;

/** No request may wait for a database that has stopped answering (all in milliseconds). */
export const TIMEOUTS = { connectionTimeoutMillis: 4000, statement_timeout: 4500, lock_timeout: 3500, idle_in_transaction_session_timeout: 30_000 };

export async function openDataSource(url: string, entities: readonly EntityClass[], poolSize: number): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    applicationName: 'gongjian',
    extra: { max: poolSize, keepAlive: true, idleTimeoutMillis: IDLE, ...TIMEOUTS },
    poolErrorHandler: () => undefined,
  });
  return dataSource.initialize();
}
