import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { publishData } from '../data/publish.ts';
import type { TableData } from '../data/register.ts';
import { type MessageKinds, publishKinds } from '../messages/message.kinds.ts';
import type { Secrets } from '../secrets.ts';
import { SettingsError } from '../settings.ts';
import { platformMigrations } from './platform.migrations.ts';
import { type DatabaseRoles, rolesOf } from './roles.ts';

/** One step of the schema. `:app` and `:auth` stand for the names of the two runtime roles. */
export interface Migration {
  /** `<timestamp>-<verb-noun>`; unique and never changed once released. */
  name: string;
  up: string;
}

/** Any number; two processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_240_501;

/**
 * Brings the schema up to date as the owner, in the order given, each step in a transaction.
 * @returns the names of the steps that were taken
 */
export async function migrate(databaseUrl: string, secrets: Secrets, parts: readonly { name?: string; migrations: readonly Migration[]; kinds?: MessageKinds; data?: readonly TableData[] }[], queues: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const roles = rolesOf(databaseUrl);
    await prepareRoles(client, roles, secrets);
    const taken = await takeSteps(client, roles, [...platformMigrations, ...parts.flatMap((part) => part.migrations)]);
    await publishKinds(client, parts);
    await publishData(client, parts);
    await prepareJobs(client, databaseUrl, roles, queues);
    return taken;
  } finally {
    await client.end();
  }
}

async function prepareRoles(client: pg.Client, roles: DatabaseRoles, secrets: Secrets): Promise<void> {
  const { rows } = await client.query<{ version: number; superuser: boolean }>(`select current_setting('server_version_num')::int as version, rolsuper or rolcreaterole as superuser from pg_roles where rolname = current_user`);
  const { version, superuser } = rows[0]!;
  if (version < 150000) throw new SettingsError(`DATABASE_URL: PostgreSQL 15 to 18 is needed, this is ${Math.floor(version / 10000)} / 需要 PostgreSQL 15 至 18`);
  for (const role of [roles.app, roles.auth]) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!superuser && !rowCount) throw new SettingsError(`DATABASE_URL must name a role that may create roles, or an administrator runs: create role "${role}" login`);
    if (!superuser) continue;
    const password = client.escapeLiteral(secrets.password(role));
    await client.query(`${rowCount ? 'alter' : 'create'} role ${client.escapeIdentifier(role)} login nosuperuser nocreatedb nocreaterole nobypassrls password ${password}`);
    // A server that compiles plans to machine code takes 20 ms and more over statements that run for less than one.
    await client.query(`alter role ${client.escapeIdentifier(role)} set jit = off`);
  }
  // It reads by keys alone, at every request: left alone PostgreSQL plans the reading of a session anew each time, eight times as long as it reads.
  if (superuser) await client.query(`alter role ${client.escapeIdentifier(roles.auth)} set plan_cache_mode = force_generic_plan`);
}

async function takeSteps(client: pg.Client, roles: DatabaseRoles, steps: readonly Migration[]): Promise<string[]> {
  await client.query(`create schema if not exists platform; create table if not exists platform.migration (name text primary key, taken_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string }>('select name from platform.migration');
  const known = new Set(rows.map((row) => row.name));
  const taken: string[] = [];
  for (const step of steps) {
    if (known.has(step.name)) continue;
    const text = step.up.replaceAll(/(?<!:):app\b/g, client.escapeIdentifier(roles.app)).replaceAll(/(?<!:):auth\b/g, client.escapeIdentifier(roles.auth));
    try {
      await client.query('begin');
      await client.query(`set local app.role_app = ${client.escapeLiteral(roles.app)}`);
      await client.query(text);
      await client.query('insert into platform.migration (name) values ($1)', [step.name]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`Migration ${step.name} failed: ${error instanceof Error ? error.message : ''}`, { cause: error });
    }
    taken.push(step.name);
  }
  return taken;
}

/** The job queue's own tables: made by the owner, used by the runtime role. */
async function prepareJobs(client: pg.Client, databaseUrl: string, roles: DatabaseRoles, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'jobs', supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const queue of queues) if (!existing.has(queue)) await boss.createQueue(queue, { retryLimit: 3, retryBackoff: true, expireInSeconds: 900, notify: true });
  } finally {
    await boss.stop({ graceful: false });
  }
  const app = client.escapeIdentifier(roles.app);
  await client.query(`grant usage on schema jobs to ${app}; grant select, insert, update, delete on all tables in schema jobs to ${app}; grant usage on all sequences in schema jobs to ${app}; grant execute on all functions in schema jobs to ${app}`);
}
