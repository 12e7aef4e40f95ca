import type { Migration } from '@gongjian/platform';

const OWN = ['session', 'device', 'totp', 'passkey', 'recovery_code', 'account_token', 'letter'];

/**
 * What the directory and the platform keep about people of the consortium, one row a record. Each subgraph publishes such
 * views, named own_record or own_record_…, and whoever gathers what is known about a person finds them by it. The columns that a view
 * reads are known to PostgreSQL, so a test can tell which personal column is in none.
 */
export const publishOwnRecords: Migration = {
  name: '20261127040000-publish-own-records',
  up: `
    create view directory.own_record with (security_invoker = true) as
      select a.tenant_id, a.person_id, 'PERSON' as area, p.id::text as id, a.created_at as at,
        jsonb_build_object('name', p.name, 'knownSince', a.created_at) as fields
      from directory.affiliation a join directory.person p on p.id = a.person_id
      union all
      select g.tenant_id, g.person_id, 'ROLES', g.id::text, g.created_at,
        jsonb_build_object('role', g.role, 'organisationId', g.organisation_id, 'since', g.since, 'until', g.until)
      from directory.role_grant g
      union all
      select s.tenant_id, s.person_id, 'SUSPENSIONS', s.id::text, s.created_at,
        jsonb_build_object('reason', s.reason, 'since', s.since, 'until', s.until, 'suspendedById', s.suspended_by_id)
      from directory.suspension s where s.person_id is not null
      union all
      select m.tenant_id, m.person_id, 'MESSAGES', m.id::text, m.created_at,
        jsonb_build_object('messageKind', jsonb_build_object('zh-CN', k.texts -> 'zh-CN' ->> 'name', 'en', k.texts -> 'en' ->> 'name'), 'organisationId', m.organisation_id, 'params', m.params, 'readAt', m.read_at, 'mailed', m.mail = 'MAILED')
      from platform.message m join platform.message_kind k on k.kind = m.kind
      union all
      select s.tenant_id, s.id, 'MESSAGE_SETTINGS', s.id::text, s.updated_at,
        jsonb_build_object('language', s.language, 'timeZone', s.time_zone, 'digestHour', s.digest_hour, 'quietFrom', s.quiet_from, 'quietUntil', s.quiet_until, 'mailWishes', s.mail)
      from platform.message_settings s
      union all
      select f.tenant_id, f.person_id, 'FILES', f.id::text, f.created_at,
        jsonb_build_object('fileName', f.name, 'mediaType', f.media_type, 'size', f.size)
      from platform.file f
      union all
      select e.tenant_id, e.person_id, 'ACTIONS', e.id::text, e.at,
        jsonb_build_object('operation', e.operation, 'result', e.result, 'organisationId', e.organisation_id, 'roles', e.roles, 'network', e.address)
      from platform.audit_entry e where not e.by_system
      union all
      select k.tenant_id, k.created_by_id, 'API_KEYS', k.id::text, k.created_at, jsonb_build_object('name', k.name, 'organisationId', k.organisation_id, 'expiresAt', k.expires_at, 'revokedById', k.revoked_by_id, 'revokedAt', k.revoked_at)
      from directory.api_key k
      union all
      select i.tenant_id, i.person_id, 'REQUEST_KEYS', i.key, i.created_at, jsonb_build_object('operation', i.operation, 'key', i.key)
      from platform.idempotency i;
    grant select on directory.own_record to :app;

    ${OWN.map((table) => `create policy own_records on directory.${table} for select to current_user using (true);`).join('\n    ')}

    -- The same of the account of whoever asks, which is in no consortium. No secret is in it: not the password, no key, no code.
    create function directory.my_account() returns table (area text, id text, at timestamptz, fields jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    begin atomic
      with mine as (select a.* from directory.account a where a.person_id = platform.current_person())
      select 'ACCOUNT', m.id::text, m.created_at, jsonb_build_object('login', m.login, 'email', m.email, 'passwordChangedAt', m.password_changed_at, 'operator', m.operator, 'lastConsortium', (select c.name from directory.consortium c where c.id = m.last_tenant_id), 'lastOrganisation', (select o.name from directory.organisation o where o.id = m.last_organisation_id))
      from mine m
      union all
      select 'ACCOUNT', 'email', t.expires_at, jsonb_build_object('emailInWaiting', t.email) from directory.account_token t join mine m on m.id = t.account_id where t.purpose = 'EMAIL'
      union all
      select 'SESSIONS', s.id::text, s.created_at, jsonb_build_object('lastSeenAt', s.last_seen_at, 'provenAt', s.proven_at, 'expiresAt', s.expires_at, 'network', s.ip, 'browser', s.agent)
      from directory.session s join mine m on m.id = s.account_id
      union all
      select 'DEVICES', d.id::text, d.created_at, jsonb_build_object('lastSeenAt', d.last_seen_at, 'network', d.ip, 'browser', d.agent)
      from directory.device d join mine m on m.id = d.account_id
      union all
      select 'FACTORS', 'totp', t.created_at, jsonb_build_object('factor', 'TOTP', 'confirmedAt', t.confirmed_at) from directory.totp t join mine m on m.id = t.account_id
      union all
      select 'FACTORS', p.id::text, p.created_at, jsonb_build_object('factor', 'PASSKEY', 'name', p.name, 'lastUsedAt', p.last_used_at) from directory.passkey p join mine m on m.id = p.account_id
      union all
      select 'FACTORS', 'codes', min(c.created_at), jsonb_build_object('factor', 'RECOVERY_CODES', 'left', count(*)) from directory.recovery_code c join mine m on m.id = c.account_id having count(*) > 0
      union all
      select 'JOIN_CODES', 'code', j.expires_at, jsonb_build_object('expiresAt', j.expires_at) from directory.join_code j where j.person_id = platform.current_person();
    end;

    -- Whether whoever asks has proved themselves in this session only a while ago.
    create function directory.proven_lately(session uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select exists (select 1 from directory.session s join directory.account a on a.id = s.account_id
        where s.id = $1 and a.person_id = platform.current_person() and s.expires_at > now() and s.proven_at > now() - interval '15 minutes')
    $$;
    revoke execute on function directory.my_account(), directory.proven_lately(uuid) from public;
    grant execute on function directory.my_account(), directory.proven_lately(uuid) to :app;
  `,
};
