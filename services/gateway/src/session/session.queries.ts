import { type Actor, OPERATOR_TENANT, PRIVILEGED } from '@gongjian/platform';
import type { Pool } from 'pg';
import type { Sql } from './device.queries.ts';

/** Not longer unused than the idle time ($2, seconds), and not older than it may get. */
const ALIVE = `s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => $2)`;
const OPERATOR_SEAT = `'${OPERATOR_TENANT}'::uuid`;

/** Not seen for a tenth of the idle time, or for a minute: so seldom is it written, and reading stays reading. */
const LONG_UNSEEN = 's.last_seen_at < now() - make_interval(secs => least(60, $2 / 10))';

/** One statement says all about sessions: whether they live, and what their seats are worth at this moment. */
const RESOLVE = `
  select s.token_hash as "tokenHash", ${LONG_UNSEEN} as "longUnseen", s.id as "sessionId", a.id as "accountId", p.id as "personId", p.name, s.tenant_id as "tenantId", s.organisation_id as "organisationId",
    coalesce(c.time_zone, 'Asia/Shanghai') as "timeZone", coalesce(c.separated, false) as separated,
    case when s.tenant_id = ${OPERATOR_SEAT} then case when a.operator then array['PLATFORM_OPERATOR'] end
    else (select x.roles from directory.seat x where x.person_id = a.person_id and x.tenant_id = s.tenant_id and x.organisation_id = s.organisation_id)
    end as roles,
    (select n.narrowed from directory.narrowed_role n where n.tenant_id = s.tenant_id and n.organisation_id = s.organisation_id) as narrowed,
    coalesce(c.second_factor_for_administrators, false)
      and not exists (select from directory.totp f where f.account_id = a.id and f.confirmed_at is not null)
      and not exists (select from directory.passkey k where k.account_id = a.id) as "lacksFactor"
  from directory.session s
  join directory.account a on a.id = s.account_id
  join directory.person p on p.id = a.person_id
  left join directory.consortium c on c.id = s.tenant_id
  where s.token_hash = any($1::bytea[]) and ${ALIVE}`;

/** What a session is worth at this moment. */
export interface Standing {
  actor: Actor;
  /** An administrator without the second factor that the consortium requires: gets nothing but the way to add one. */
  confined: boolean;
}

/**
 * @param touch whether they are being used, which keeps them alive
 * @returns by the hash of their token as hex; none for a session that has ended, or of whose seat nothing is left
 */
export async function findStandings(pool: Pool, tokenHashes: readonly Buffer[], idleSeconds: number, touch: boolean): Promise<Map<string, Standing>> {
  type Row = Omit<Actor, 'roles'> & { roles: Actor['roles'] | null; lacksFactor: boolean; tokenHash: Buffer; longUnseen: boolean };
  const { rows } = await pool.query<Row>({ name: 'session-resolve', text: RESOLVE, values: [tokenHashes, idleSeconds] });
  const unseen = touch ? rows.filter(({ longUnseen }) => longUnseen).map(({ tokenHash }) => tokenHash) : [];
  if (unseen.length > 0) await pool.query({ name: 'session-seen', text: SEEN, values: [unseen, idleSeconds] });
  const standings = new Map<string, Standing>();
  for (const { lacksFactor, roles, tokenHash, longUnseen: _, ...actor } of rows) {
    if (roles) standings.set(tokenHash.toString('hex'), { actor: { ...actor, roles }, confined: lacksFactor && roles.some((role) => PRIVILEGED.includes(role)) });
  }
  return standings;
}

const SEEN = `
  with them as (select s.id from directory.session s where s.token_hash = any($1::bytea[]) and ${ALIVE} and ${LONG_UNSEEN} order by s.id for update skip locked)
  update directory.session s set last_seen_at = now() from them where s.id = them.id`;

export interface AccountRow {
  id: string;
  personId: string;
  login: string;
  passwordHash: string;
  operator: boolean;
  lastTenantId: string | null;
  lastOrganisationId: string | null;
}

export const ACCOUNT = `select a.id, a.person_id as "personId", a.login, a.password_hash as "passwordHash", a.operator, a.last_tenant_id as "lastTenantId", a.last_organisation_id as "lastOrganisationId" from directory.account a`;

export async function findAccount(pool: Pool, login: string): Promise<AccountRow | undefined> {
  const { rows } = await pool.query<AccountRow>({ name: 'account-login', text: `${ACCOUNT} where lower(a.login) = lower($1)`, values: [login] });
  return rows[0];
}

/** The consortium whose log tells of tries to sign in: where the person worked last, else where they first may. */
export async function findHome(sql: Sql, accountId: string): Promise<string | null> {
  const { rows } = await sql.query<{ home: string | null }>(
    'select coalesce(a.last_tenant_id, (select s.tenant_id from directory.seat s where s.person_id = a.person_id limit 1)) as home from directory.account a where a.id = $1',
    [accountId],
  );
  return rows[0]?.home ?? null;
}

export async function findAccountById(pool: Pool, id: string): Promise<AccountRow | undefined> {
  const { rows } = await pool.query<AccountRow>({ name: 'account-id', text: `${ACCOUNT} where a.id = $1`, values: [id] });
  return rows[0];
}

export interface SeatKey {
  tenantId: string;
  organisationId: string;
}

/** The first seats are in the consortium that was founded first. */
export async function findSeats(pool: Pool, personId: string): Promise<SeatKey[]> {
  const { rows } = await pool.query<SeatKey>({
    name: 'seats',
    text: `select s.tenant_id as "tenantId", s.organisation_id as "organisationId"
     from directory.seat s join directory.consortium c on c.id = s.tenant_id join directory.organisation o on o.id = s.organisation_id
     where s.person_id = $1 order by c.created_at, c.id, o.sort_name, o.id`,
    values: [personId],
  });
  return rows;
}

/** Where somebody waits to be taken in, when they may work nowhere. */
export async function findWaitingSeat(pool: Pool, personId: string): Promise<SeatKey | null> {
  const { rows } = await pool.query<SeatKey>(
    `select tenant_id as "tenantId", organisation_id as "organisationId" from directory.registration where person_id = $1 and state = 'WAITING' and expires_at > now() order by created_at limit 1`,
    [personId],
  );
  return rows[0] ?? null;
}

export interface NewSession extends SeatKey {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  deviceId: string;
  hours: number;
  address: string;
  agent: string;
}

export async function insertSession(sql: Sql, session: NewSession): Promise<Date> {
  const { id, tokenHash, accountId, deviceId, tenantId, organisationId, hours, address, agent } = session;
  const { rows } = await sql.query<{ expiresAt: Date }>(
    `with gone as (delete from directory.session where expires_at < now()),
     last as (update directory.account set last_tenant_id = $4, last_organisation_id = $5 where id = $3)
     insert into directory.session (id, token_hash, account_id, tenant_id, organisation_id, expires_at, ip, agent, device_id)
     values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), $7, $8, $9) returning expires_at as "expiresAt"`,
    [id, tokenHash, accountId, tenantId, organisationId, hours * 3600, address.slice(0, 64), agent.slice(0, 300), deviceId],
  );
  return rows[0]!.expiresAt;
}

/** Moves a living session to another seat of its person, under a new token. It does not get older that way, nor younger. */
export async function moveSession(pool: Pool, from: Buffer, idleSeconds: number, to: SeatKey & { tokenHash: Buffer }): Promise<Date | null> {
  const { rows } = await pool.query<{ expiresAt: Date }>(
    `with moved as (
       update directory.session s set token_hash = $3, tenant_id = $4, organisation_id = $5, last_seen_at = now()
       from directory.account a
       where s.token_hash = $1 and ${ALIVE} and a.id = s.account_id and (
         exists (select 1 from directory.seat x where x.person_id = a.person_id and x.tenant_id = $4 and x.organisation_id = $5)
         or (a.operator and $4 = ${OPERATOR_SEAT} and $5 = ${OPERATOR_SEAT}))
       returning s.account_id, s.expires_at),
     last as (update directory.account set last_tenant_id = $4, last_organisation_id = $5 where id in (select account_id from moved))
     select expires_at as "expiresAt" from moved`,
    [from, idleSeconds, to.tokenHash, to.tenantId, to.organisationId],
  );
  return rows[0]?.expiresAt ?? null;
}

/** @returns whose session it was, if there was one */
export async function deleteSession(pool: Pool, tokenHash: Buffer): Promise<(SeatKey & { personId: string }) | undefined> {
  const { rows } = await pool.query<SeatKey & { personId: string }>(
    `delete from directory.session s using directory.account a where s.token_hash = $1 and a.id = s.account_id
     returning s.tenant_id as "tenantId", s.organisation_id as "organisationId", a.person_id as "personId"`,
    [tokenHash],
  );
  return rows[0];
}
