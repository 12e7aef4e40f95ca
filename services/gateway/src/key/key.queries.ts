import { type Actor, rolesOfScopes, type Scope } from '@gongjian/platform';
import type { Pool } from 'pg';

// As with sessions, one statement says all; the time of the last use is written at most once a minute.
const RESOLVE = `
  with seen as (
    update directory.api_key k set last_used_at = now()
    where (k.secret_hash = $1 or k.previous_hash = $1) and k.revoked_at is null and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute')
  )
  select k.id, k.person_id as "personId", k.name, k.tenant_id as "tenantId", k.organisation_id as "organisationId", k.scopes,
    c.time_zone as "timeZone", c.separated,
    case when k.secret_hash = $1 then k.expires_at else least(k.previous_until, k.expires_at) end as "endsAt",
    k.revoked_at is not null as revoked,
    exists (select from directory.member m where m.tenant_id = k.tenant_id and m.organisation_id = k.organisation_id) as member
  from directory.api_key k
  join directory.consortium c on c.id = k.tenant_id
  where k.secret_hash = $1 or k.previous_hash = $1`;

/** What a key is worth at this moment. */
export interface KeyStanding {
  actor: Actor & { key: { id: string } };
  endsAt: Date;
  revoked: boolean;
  /** Its organisation is a member and not suspended. */
  member: boolean;
}

interface Row {
  id: string;
  personId: string;
  name: string;
  tenantId: string;
  organisationId: string;
  scopes: Scope[];
  timeZone: string;
  separated: boolean;
  endsAt: Date;
  revoked: boolean;
  member: boolean;
}

/** @returns null when it was changed for another one */
export async function findKey(pool: Pool, hash: Buffer): Promise<KeyStanding | null> {
  const { rows } = await pool.query<Row>({ name: 'key-resolve', text: RESOLVE, values: [hash] });
  const [found] = rows;
  if (!found) return null;
  const { id, scopes, endsAt, revoked, member, ...seat } = found;
  return { actor: { ...seat, accountId: id, sessionId: `key ${id}`, roles: rolesOfScopes(scopes), key: { id, scopes } }, endsAt, revoked, member };
}
