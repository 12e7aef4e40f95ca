import { existsSync } from 'node:fs';
import { migrate, rolesOf, type RunningDatabase, type Secrets, secretsOf, type Settings, SettingsError, startEmbedded, type SubgraphDefinition, urlAs } from '@gongjian/platform';
import pg from 'pg';

export interface PreparedDatabase {
  /** Owns the schema; only migrations use it. */
  ownerUrl: string;
  appUrl: string;
  authUrl: string;
  stop(): Promise<void>;
}

const DATABASE = 'gongjian';

/** Starts or reaches PostgreSQL and brings its schema up to date. */
export async function prepareDatabase(settings: Settings, subgraphs: readonly SubgraphDefinition[]): Promise<PreparedDatabase> {
  const secrets = secretsOf(settings);
  const embedded = settings.DATABASE_URL ? null : await startOwn(settings, secrets);
  const ownerUrl = settings.DATABASE_URL ?? embedded!.url;
  const stop = async () => embedded?.stop();
  try {
    const queues = subgraphs.flatMap((subgraph) => Object.keys(subgraph.jobs ?? {}));
    await requireKey(ownerUrl, secrets);
    await migrate(ownerUrl, secrets, subgraphs, queues);
  } catch (error) {
    await stop();
    throw reachable(error, settings);
  }
  const roles = rolesOf(ownerUrl);
  return {
    ownerUrl,
    appUrl: settings.APP_DATABASE_URL ?? urlAs(ownerUrl, roles.app, secrets),
    authUrl: settings.AUTH_DATABASE_URL ?? urlAs(ownerUrl, roles.auth, secrets),
    stop,
  };
}

/** With another key nothing that is sealed opens; better to say so now than at the first file that somebody asks for. */
async function requireKey(ownerUrl: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const there = await client.query(`select 1 where to_regprocedure('platform.wrapping_secrets()') is not null`);
    if (!there.rowCount) return;
    const { rows } = await client.query<{ master: string }>('select platform.wrapping_secrets() as master');
    const known = [secrets.id, secrets.previous?.id];
    if (rows.length > 0 && rows.every(({ master }) => !known.includes(master))) throw new SettingsError('SECRET_KEY is not the one that the keys of this database are wrapped by; use that one, or give it as SECRET_KEY_PREVIOUS / SECRET_KEY 与本数据库密钥所用的不同，请换回原来的密钥，或以 SECRET_KEY_PREVIOUS 提供');
  } finally {
    await client.end();
  }
}

async function startOwn(settings: Settings, secrets: Secrets): Promise<RunningDatabase> {
  if (settings.NODE_ENV === 'production' && !existsSync(settings.DATA_DIR)) throw new SettingsError(`DATA_DIR ${settings.DATA_DIR} does not exist`);
  const server = await startEmbedded(settings.DATA_DIR, secrets);
  if (secrets.previous) await passOn(server.url, secrets, secrets.previous);
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
  } catch (error) {
    await server.stop();
    // Its password comes from the key, so the data opens with the key that it was made with and no other.
    if ((error as { code?: string }).code === '28P01') throw new SettingsError('SECRET_KEY is not the one that this DATA_DIR was made with; use that one again / SECRET_KEY 与该数据目录建立时所用的不同，请换回原来的密钥', { cause: error });
    throw error;
  }
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (!rowCount) await client.query(`create database ${DATABASE}`);
  await client.end();
  return { url: server.url.replace(/\/postgres$/, `/${DATABASE}`), stop: server.stop };
}

/** The embedded server's password follows from the key as well: whoever knows the one of before gives it the present one. */
async function passOn(url: string, secrets: Secrets, previous: Secrets): Promise<void> {
  const before = new URL(url);
  before.password = encodeURIComponent(previous.password('embedded'));
  const client = new pg.Client({ connectionString: before.href });
  try {
    await client.connect();
    await client.query(`alter role postgres password ${client.escapeLiteral(secrets.password('embedded'))}`);
  } catch (error) {
    // It has the present one already.
    if ((error as { code?: string }).code !== '28P01') throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** "ECONNREFUSED" alone tells nobody which setting to look at. */
function reachable(error: unknown, settings: Settings): unknown {
  const code = (error as { code?: string }).code;
  if (!settings.DATABASE_URL || (code !== 'ECONNREFUSED' && code !== 'ENOTFOUND' && code !== '28P01' && code !== '3D000')) return error;
  const { host, pathname } = new URL(settings.DATABASE_URL);
  return new SettingsError(`DATABASE_URL: cannot open database ${pathname.slice(1)} at ${host}: ${(error as Error).message}`, { cause: error });
}
