import { type Actor, rolesOfScopes, type Scope } from '@gongjian/platform';
import type { Pool } from 'pg';

// As with sessions, one statement says all; the time of the last use is written at most once a minute.
const RESOLVE = `
  select h.hash, (k.last_used_at is null or k.last_used_at < now() - interval '1 minute') as "longUnused", k.id, k.person_id as "personId", k.name, k.tenant_id as "tenantId", k.organisation_id as "organisationId", k.scopes,
    c.time_zone as "timeZone", c.separated,
    case when k.secret_hash = h.hash then k.expires_at else least(k.previous_until, k.expires_at) end as "endsAt",
    k.revoked_at is not null as revoked,
    exists (select from directory.member m where m.tenant_id = k.tenant_id and m.organisation_id = k.organisation_id) as member
  from unnest($1::bytea[]) h(hash)
  join directory.api_key k on k.secret_hash = h.hash or k.previous_hash = h.hash
  join directory.consortium c on c.id = k.tenant_id`;

const USED = `
  with them as (select id from directory.api_key where id = any($1::uuid[]) and revoked_at is null order by id for update skip locked)
  update directory.api_key k set last_used_at = now() from them where k.id = them.id`;

/** What a key is worth at this moment. */
export interface KeyStanding {
  actor: Actor & { key: { id: string } };
  endsAt: Date;
  revoked: boolean;
  /** Its organisation is a member and not suspended. */
  member: boolean;
}

interface Row {
  hash: Buffer;
  longUnused: boolean;
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

/** @returns by the hash of the key as hex; none for one that was changed for another one */
export async function findKeys(pool: Pool, hashes: readonly Buffer[]): Promise<Map<string, KeyStanding>> {
  const { rows } = await pool.query<Row>({ name: 'key-resolve', text: RESOLVE, values: [hashes] });
  const unused = rows.filter(({ longUnused, revoked }) => longUnused && !revoked).map(({ id }) => id);
  if (unused.length > 0) await pool.query({ name: 'key-used', text: USED, values: [unused] });
  return new Map(
    rows.map(({ hash, id, personId, name, tenantId, organisationId, timeZone, separated, scopes, endsAt, revoked, member }) => {
      const seat = { personId, name, tenantId, organisationId, timeZone, separated };
      return [hash.toString('hex'), { actor: { ...seat, accountId: id, sessionId: `key ${id}`, roles: rolesOfScopes(scopes), key: { id, scopes } }, endsAt, revoked, member }];
    }),
  );
}
