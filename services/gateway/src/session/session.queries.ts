import { type Actor, OPERATOR_TENANT } from '@gongjian/platform';
import type { Pool } from 'pg';

/** Not longer unused than the idle time ($2, seconds), and not older than it may get. */
const ALIVE = `s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => $2)`;
const OPERATOR_SEAT = `'${OPERATOR_TENANT}'::uuid`;

// One statement says all about a session: whether it lives, and what its seat is worth at this moment. The time it was
// seen is written at most once in a tenth of the idle time, and at most once a minute, so that reading stays reading.
const RESOLVE = `
  with seen as (
    update directory.session s set last_seen_at = now()
    where $3 and s.token_hash = $1 and ${ALIVE} and s.last_seen_at < now() - make_interval(secs => least(60, $2 / 10))
  )
  select s.id as "sessionId", a.id as "accountId", p.id as "personId", p.name, s.tenant_id as "tenantId", s.organisation_id as "organisationId",
    coalesce(c.time_zone, 'Asia/Shanghai') as "timeZone", coalesce(c.separated, false) as separated,
    case when s.tenant_id = ${OPERATOR_SEAT} then case when a.operator then array['PLATFORM_OPERATOR'] end
    else (select x.roles from directory.seat x where x.person_id = a.person_id and x.tenant_id = s.tenant_id and x.organisation_id = s.organisation_id)
    end as roles
  from directory.session s
  join directory.account a on a.id = s.account_id
  join directory.person p on p.id = a.person_id
  left join directory.consortium c on c.id = s.tenant_id
  where s.token_hash = $1 and ${ALIVE}`;

/** @returns null when the session has ended, or nothing is left of its seat */
export async function findActor(pool: Pool, tokenHash: Buffer, idleSeconds: number, touch: boolean): Promise<Actor | null> {
  const { rows } = await pool.query<Omit<Actor, 'roles'> & { roles: Actor['roles'] | null }>({ name: 'session-resolve', text: RESOLVE, values: [tokenHash, idleSeconds, touch] });
  const found = rows[0];
  return found?.roles ? { ...found, roles: found.roles } : null;
}

export interface AccountRow {
  id: string;
  personId: string;
  passwordHash: string;
  operator: boolean;
  lastTenantId: string | null;
  lastOrganisationId: string | null;
  /** The consortium whose log tells of tries to sign in: where the person worked last, else where they first may. */
  homeTenantId: string | null;
}

export async function findAccount(pool: Pool, login: string): Promise<AccountRow | undefined> {
  const { rows } = await pool.query<AccountRow>(
    `select id, person_id as "personId", password_hash as "passwordHash", operator, last_tenant_id as "lastTenantId", last_organisation_id as "lastOrganisationId",
       coalesce(last_tenant_id, (select s.tenant_id from directory.seat s where s.person_id = a.person_id limit 1)) as "homeTenantId"
     from directory.account a where lower(login) = lower($1)`,
    [login],
  );
  return rows[0];
}

export interface SeatKey {
  tenantId: string;
  organisationId: string;
}

/** The first seats are in the consortium that was founded first. */
export async function findSeats(pool: Pool, personId: string): Promise<SeatKey[]> {
  const { rows } = await pool.query<SeatKey>(
    `select s.tenant_id as "tenantId", s.organisation_id as "organisationId"
     from directory.seat s join directory.consortium c on c.id = s.tenant_id join directory.organisation o on o.id = s.organisation_id
     where s.person_id = $1 order by c.created_at, c.id, o.sort_name, o.id`,
    [personId],
  );
  return rows;
}

export interface NewSession extends SeatKey {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  hours: number;
  address: string;
  agent: string;
}

export async function insertSession(pool: Pool, session: NewSession): Promise<Date> {
  const { id, tokenHash, accountId, tenantId, organisationId, hours, address, agent } = session;
  const { rows } = await pool.query<{ expiresAt: Date }>(
    `with gone as (delete from directory.session where expires_at < now()),
     last as (update directory.account set last_tenant_id = $4, last_organisation_id = $5 where id = $3)
     insert into directory.session (id, token_hash, account_id, tenant_id, organisation_id, expires_at, ip, agent)
     values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), $7, $8) returning expires_at as "expiresAt"`,
    [id, tokenHash, accountId, tenantId, organisationId, hours * 3600, address.slice(0, 64), agent.slice(0, 300)],
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
