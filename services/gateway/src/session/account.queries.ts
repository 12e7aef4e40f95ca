import type { Sql } from './device.queries.ts';

/** Whose session it is, for what concerns the account itself. */
export interface Holder {
  sessionId: string;
  accountId: string;
  deviceId: string | null;
  personId: string;
  /** The seat of the session: whose log tells of it. */
  tenantId: string;
  organisationId: string;
  login: string;
  name: string;
  email: string | null;
  passwordHash: string;
  passwordChangedAt: Date;
  /** Proved who they are only a while ago: needed to change the proofs themselves. */
  provenLately: boolean;
}

/** How long a proof counts as fresh, in seconds. */
const FRESH = 900;

const HOLDER = `select s.id as "sessionId", a.id as "accountId", s.device_id as "deviceId", a.person_id as "personId", s.tenant_id as "tenantId", s.organisation_id as "organisationId", a.login, p.name, a.email, a.password_hash as "passwordHash",
        a.password_changed_at as "passwordChangedAt", s.proven_at > now() - make_interval(secs => ${FRESH}) as "provenLately"
      from directory.session s join directory.account a on a.id = s.account_id join directory.person p on p.id = a.person_id
      where s.token_hash = $1 and s.expires_at > now()`;

export async function findHolder(sql: Sql, tokenHash: Buffer): Promise<Holder | null> {
  const { rows } = await sql.query<Holder>({ name: 'holder', text: HOLDER, values: [tokenHash] });
  return rows[0] ?? null;
}

/** Somebody whose request to come in waits, or was confirmed for a later day: their session is worth that and nothing else. */
export async function findApplicant(sql: Sql, tokenHash: Buffer, idleSeconds: number): Promise<Holder | null> {
  const { rows } = await sql.query<Holder>({
    name: 'applicant',
    text: `${HOLDER} and s.last_seen_at > now() - make_interval(secs => $2) and exists (select from directory.registration r where r.person_id = a.person_id and r.expires_at > now())`,
    values: [tokenHash, idleSeconds],
  });
  return rows[0] ?? null;
}

export async function noteProof(sql: Sql, sessionId: string): Promise<void> {
  await sql.query('update directory.session set proven_at = now() where id = $1', [sessionId]);
}

export async function findEmailInWaiting(sql: Sql, accountId: string): Promise<string | null> {
  const { rows } = await sql.query<{ email: string }>(`select email from directory.account_token where account_id = $1 and purpose = 'EMAIL' and expires_at > now() order by expires_at desc limit 1`, [accountId]);
  return rows[0]?.email ?? null;
}

export interface Owner {
  accountId: string;
  personId: string;
  login: string;
  name: string;
  email: string | null;
}

const OWNER = `select a.id as "accountId", a.person_id as "personId", a.login, p.name, a.email from directory.account a join directory.person p on p.id = a.person_id`;

export async function findOwner(sql: Sql, accountId: string): Promise<Owner | null> {
  const { rows } = await sql.query<Owner>(`${OWNER} where a.id = $1`, [accountId]);
  return rows[0] ?? null;
}

/** By login or confirmed address, as people write it who forgot their password. */
export async function findOwnerByWords(sql: Sql, asked: string): Promise<Owner | null> {
  const { rows } = await sql.query<Owner>(`${OWNER} where lower(a.login) = lower($1) or lower(a.email) = lower($1) order by lower(a.login) = lower($1) desc limit 1`, [asked]);
  return rows[0] ?? null;
}

export async function findOwnerByToken(sql: Sql, tokenHash: Buffer): Promise<Owner | null> {
  const { rows } = await sql.query<Owner>(`${OWNER} join directory.account_token t on t.account_id = a.id where t.token_hash = $1 and t.purpose = 'RESET' and t.expires_at > now()`, [tokenHash]);
  return rows[0] ?? null;
}

export interface TokenOrder {
  tokenHash: Buffer;
  accountId: string;
  purpose: 'RESET' | 'EMAIL';
  email?: string;
  minutes: number;
}

/** A new link ends those before it. */
export async function putToken(sql: Sql, { tokenHash, accountId, purpose, email, minutes }: TokenOrder): Promise<void> {
  await sql.query('delete from directory.account_token where account_id = $1 and purpose = $2', [accountId, purpose]);
  await sql.query('insert into directory.account_token (token_hash, account_id, purpose, email, expires_at) values ($1, $2, $3, $4, now() + make_interval(mins => $5))', [tokenHash, accountId, purpose, email ?? null, minutes]);
}

/**
 * A link counts once: of two that use it at once, one does.
 * @param accountId whose link it has to be; for others it is none, and stays good
 */
export async function takeToken(sql: Sql, tokenHash: Buffer, purpose: 'RESET' | 'EMAIL', accountId: string | null = null): Promise<{ accountId: string; email: string | null } | null> {
  const { rows } = await sql.query<{ accountId: string; email: string | null }>(`delete from directory.account_token where token_hash = $1 and purpose = $2 and ($3::uuid is null or account_id = $3) and expires_at > now() returning account_id as "accountId", email`, [tokenHash, purpose, accountId]);
  return rows[0] ?? null;
}

export async function dropTokens(sql: Sql, accountId: string, purpose: 'RESET' | 'EMAIL'): Promise<void> {
  await sql.query('delete from directory.account_token where account_id = $1 and purpose = $2', [accountId, purpose]);
}

export async function setPassword(sql: Sql, accountId: string, passwordHash: string): Promise<void> {
  await sql.query('update directory.account set password_hash = $2, password_changed_at = now() where id = $1', [accountId, passwordHash]);
  await dropTokens(sql, accountId, 'RESET');
  await sql.query('delete from directory.pending_sign_in where account_id = $1', [accountId]);
}

/** @returns false when another account has that address. Two who confirm the same one at once do so one after the other. */
export async function setEmail(sql: Sql, accountId: string, email: string | null): Promise<boolean> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended(lower($1), 0))', [`email ${email ?? ''}`]);
  const { rowCount } = await sql.query('update directory.account a set email = $2 where a.id = $1 and not exists (select from directory.account o where o.id <> a.id and lower(o.email) = lower($2))', [accountId, email]);
  return rowCount === 1;
}
