import type { Pool, PoolClient } from 'pg';
import { asUuid } from '@gongjian/platform';

export type Sql = Pool | PoolClient;

export interface Visitor {
  address: string;
  agent: string;
  /** What the browser's device cookie holds, or ''. */
  device: string;
  /** The link of the invitation that is to be taken up by signing in, or ''. */
  invitation: string;
  /** The link of the request to come in that is to be confirmed by signing in, or ''. */
  registration: string;
  language: 'zh-CN' | 'en';
  requestId: string;
}

/** The device, when this account has proved itself on it before. The same statement for accounts that do not exist. */
export async function findDevice(sql: Sql, tokenHash: Buffer, login: string): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'device',
    text: `select d.id from directory.device d join directory.account a on a.id = d.account_id where d.token_hash = $1 and lower(a.login) = lower($2)`,
    values: [tokenHash, login],
  });
  return rows[0]?.id ?? null;
}

/**
 * The account has proved itself on this device.
 * @returns its id, and whether that is news to somebody who has others already
 */
export async function knowDevice(sql: Sql, device: { id: string; tokenHash: Buffer; accountId: string; agent: string; address: string }): Promise<{ id: string; isNews: boolean }> {
  const { id, tokenHash, accountId, agent, address } = device;
  const { rows } = await sql.query<{ id: string; isNews: boolean }>(
    `with others as (select count(*) as count from directory.device where account_id = $3),
     known as (
       insert into directory.device as d (id, token_hash, account_id, agent, ip) values ($1, $2, $3, $4, $5)
       on conflict (token_hash, account_id) do update set last_seen_at = now(), agent = excluded.agent, ip = excluded.ip
       returning d.id)
     select known.id, known.id = $1 and others.count > 0 as "isNews" from known, others`,
    [id, tokenHash, accountId, agent.slice(0, 300), address.slice(0, 64)],
  );
  return rows[0]!;
}

export interface SessionRow {
  id: string;
  agent: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
  consortium: string | null;
  organisation: string | null;
}

/** All living sessions of the account that a session belongs to, that one first. */
export async function listSessions(sql: Sql, accountId: string, current: string, idleSeconds: number): Promise<SessionRow[]> {
  const { rows } = await sql.query<SessionRow>(
    `select s.id, s.agent, s.ip as address, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.id = $2 as "isCurrent", c.name as consortium, o.name as organisation
     from directory.session s
     left join directory.consortium c on c.id = s.tenant_id
     left join directory.organisation o on o.id = s.organisation_id
     where s.account_id = $1 and s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => $3)
     order by s.id = $2 desc, s.last_seen_at desc`,
    [accountId, current, idleSeconds],
  );
  return rows;
}

/**
 * Ends sessions of an account, and forgets the devices they were on: who comes back there is a stranger.
 * @param which one session's id, or all but one
 * @returns how many
 */
export async function endSessions(sql: Sql, accountId: string, which: { id: string } | { allBut: string | null }): Promise<number> {
  const [condition, value] = 'id' in which ? ['s.id = $2', asUuid(which.id)] : ['($2::uuid is null or s.id <> $2)', which.allBut];
  const { rows } = await sql.query<{ count: number }>(
    `with ended as (delete from directory.session s where s.account_id = $1 and ${condition} returning s.device_id),
     forgotten as (
       delete from directory.device d where d.account_id = $1 and d.id in (select device_id from ended)
       and d.id not in (select s.device_id from directory.session s where s.account_id = $1 and s.device_id is not null and not (${condition})))
     select count(*)::int as count from ended`,
    [accountId, value],
  );
  return rows[0]!.count;
}

/** All devices of an account but the one in whose session this happens. */
export async function forgetDevices(sql: Sql, accountId: string, allBut: string | null): Promise<void> {
  await sql.query('delete from directory.device where account_id = $1 and ($2::uuid is null or id <> $2)', [accountId, allBut]);
}

/** What has run out, of everything that the door keeps. */
export async function sweep(sql: Sql): Promise<void> {
  await sql.query(`delete from directory.attempt where paid_until < now() - interval '1 day'`);
  await sql.query(`delete from directory.pending_sign_in where expires_at < now()`);
  await sql.query(`delete from directory.account_token where expires_at < now()`);
  await sql.query(`delete from directory.provider_visit where expires_at < now()`);
  await sql.query(`delete from directory.device where last_seen_at < now() - interval '400 days'`);
  await sql.query(`delete from directory.totp where confirmed_at is null and created_at < now() - interval '1 hour'`);
}
