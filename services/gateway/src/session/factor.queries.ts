import type { Sql } from './device.queries.ts';

export type FactorKind = 'TOTP' | 'PASSKEY';

export interface Pending {
  accountId: string | null;
  login: string | null;
}

/** Somebody is half in: the password was right, or a passkey is awaited and nobody has said whose. */
export async function insertPending(sql: Sql, pending: { tokenHash: Buffer; accountId: string | null; challenge?: string; minutes: number }): Promise<void> {
  const { tokenHash, accountId, challenge, minutes } = pending;
  await sql.query(`insert into directory.pending_sign_in (token_hash, account_id, challenge, expires_at) values ($1, $2, $3, now() + make_interval(mins => $4))`, [tokenHash, accountId, challenge ?? null, minutes]);
}

export async function findPending(sql: Sql, tokenHash: Buffer): Promise<Pending | null> {
  const { rows } = await sql.query<Pending>(
    `select p.account_id as "accountId", a.login from directory.pending_sign_in p left join directory.account a on a.id = p.account_id where p.token_hash = $1 and p.expires_at > now()`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

export async function setPendingChallenge(sql: Sql, tokenHash: Buffer, challenge: string): Promise<void> {
  await sql.query('update directory.pending_sign_in set challenge = $2 where token_hash = $1', [tokenHash, challenge]);
}

/** A challenge is good for one answer, right or wrong. */
export async function takePendingChallenge(sql: Sql, tokenHash: Buffer): Promise<string | null> {
  const { rows } = await sql.query<{ challenge: string | null }>(
    `update directory.pending_sign_in n set challenge = null from directory.pending_sign_in o
     where n.token_hash = $1 and o.token_hash = n.token_hash and n.expires_at > now() and n.challenge is not null returning o.challenge`,
    [tokenHash],
  );
  return rows[0]?.challenge ?? null;
}

/** @returns false when it was used up meanwhile: of two that finish at once one gets in */
export async function endPending(sql: Sql, tokenHash: Buffer): Promise<boolean> {
  const { rowCount } = await sql.query('delete from directory.pending_sign_in where token_hash = $1 and expires_at > now()', [tokenHash]);
  return rowCount === 1;
}

export async function setSessionChallenge(sql: Sql, sessionId: string, challenge: string): Promise<void> {
  await sql.query(`update directory.session set challenge = $2, challenge_until = now() + interval '10 minutes' where id = $1`, [sessionId, challenge]);
}

export async function takeSessionChallenge(sql: Sql, sessionId: string): Promise<string | null> {
  const { rows } = await sql.query<{ challenge: string }>(
    `update directory.session n set challenge = null from directory.session o
     where n.id = $1 and o.id = n.id and n.challenge is not null and n.challenge_until > now() returning o.challenge`,
    [sessionId],
  );
  return rows[0]?.challenge ?? null;
}

export interface Totp {
  secret: Buffer;
  confirmedAt: Date | null;
  lastStep: number;
}

export async function findTotp(sql: Sql, accountId: string): Promise<Totp | null> {
  const { rows } = await sql.query<Totp>('select secret, confirmed_at as "confirmedAt", last_step::float8 as "lastStep" from directory.totp where account_id = $1', [accountId]);
  return rows[0] ?? null;
}

/** @returns false when there is a confirmed one already */
export async function putTotp(sql: Sql, accountId: string, secret: Buffer): Promise<boolean> {
  const { rowCount } = await sql.query(
    `insert into directory.totp as t (account_id, secret) values ($1, $2)
     on conflict (account_id) do update set secret = excluded.secret, created_at = now(), last_step = 0 where t.confirmed_at is null`,
    [accountId, secret],
  );
  return rowCount === 1;
}

/** A code counts once, and so do all before it. @returns false when this one or a later one was used already */
export async function useTotpStep(sql: Sql, accountId: string, step: number, confirm: boolean): Promise<boolean> {
  const { rowCount } = await sql.query(
    'update directory.totp set last_step = $2, confirmed_at = case when $3 then coalesce(confirmed_at, now()) else confirmed_at end where account_id = $1 and last_step < $2',
    [accountId, step, confirm],
  );
  return rowCount === 1;
}

export async function deleteTotp(sql: Sql, accountId: string): Promise<boolean> {
  const { rowCount } = await sql.query('delete from directory.totp where account_id = $1 and confirmed_at is not null', [accountId]);
  return rowCount === 1;
}

export interface Passkey {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
  synced: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

const PASSKEY = `select id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter, transports, name, synced, created_at as "createdAt", last_used_at as "lastUsedAt" from directory.passkey`;

export async function listPasskeys(sql: Sql, accountId: string): Promise<Passkey[]> {
  const { rows } = await sql.query<Passkey>(`${PASSKEY} where account_id = $1 order by created_at`, [accountId]);
  return rows;
}

export async function findPasskey(sql: Sql, credentialId: string): Promise<Passkey | null> {
  const { rows } = await sql.query<Passkey>(`${PASSKEY} where credential_id = $1`, [credentialId]);
  return rows[0] ?? null;
}

/** @returns false when this passkey is known already */
export async function insertPasskey(sql: Sql, passkey: Omit<Passkey, 'createdAt' | 'lastUsedAt'>): Promise<boolean> {
  const { id, accountId, credentialId, publicKey, counter, transports, name, synced } = passkey;
  const { rowCount } = await sql.query(
    `insert into directory.passkey (id, account_id, credential_id, public_key, counter, transports, name, synced) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing`,
    [id, accountId, credentialId, publicKey, counter, transports, name, synced],
  );
  return rowCount === 1;
}

export async function usePasskey(sql: Sql, id: string, counter: number, synced: boolean): Promise<void> {
  await sql.query('update directory.passkey set counter = $2, synced = $3, last_used_at = now() where id = $1', [id, counter, synced]);
}

export async function renamePasskey(sql: Sql, accountId: string, id: string, name: string): Promise<boolean> {
  const { rowCount } = await sql.query('update directory.passkey set name = $3 where id = $2 and account_id = $1', [accountId, id, name]);
  return rowCount === 1;
}

export async function deletePasskey(sql: Sql, accountId: string, id: string): Promise<string | null> {
  const { rows } = await sql.query<{ name: string }>('delete from directory.passkey where id = $2 and account_id = $1 returning name', [accountId, id]);
  return rows[0]?.name ?? null;
}

/** The second factors that an account has. */
export async function factorsOf(sql: Sql, accountId: string): Promise<FactorKind[]> {
  const { rows } = await sql.query<{ totp: boolean; passkey: boolean }>({
    name: 'factors',
    text: `select exists (select from directory.totp where account_id = $1 and confirmed_at is not null) as totp, exists (select from directory.passkey where account_id = $1) as passkey`,
    values: [accountId],
  });
  const { totp, passkey } = rows[0]!;
  return [...(totp ? (['TOTP'] as const) : []), ...(passkey ? (['PASSKEY'] as const) : [])];
}

export async function putRecoveryCodes(sql: Sql, accountId: string, hashes: readonly string[]): Promise<void> {
  await sql.query('with old as (delete from directory.recovery_code where account_id = $1 and not code_hash = any($2)) insert into directory.recovery_code (account_id, code_hash) select $1, unnest($2::text[])', [accountId, hashes]);
}

/** @returns how many are left, or null when it was none of them: a code is good once */
export async function useRecoveryCode(sql: Sql, accountId: string, hash: string): Promise<number | null> {
  const { rowCount } = await sql.query('delete from directory.recovery_code where account_id = $1 and code_hash = $2', [accountId, hash]);
  return rowCount === 1 ? (await countRecoveryCodes(sql, accountId)).left : null;
}

export async function countRecoveryCodes(sql: Sql, accountId: string): Promise<{ left: number; createdAt: Date | null }> {
  const { rows } = await sql.query<{ left: number; createdAt: Date | null }>('select count(*)::int as left, max(created_at) as "createdAt" from directory.recovery_code where account_id = $1', [accountId]);
  return rows[0]!;
}

export async function deleteRecoveryCodes(sql: Sql, accountId: string): Promise<void> {
  await sql.query('delete from directory.recovery_code where account_id = $1', [accountId]);
}
