import type { Migration } from '@gongjian/platform';

/** What is known about a person tells of the identity providers that sign in to their account. */
export const tellOwnLinks: Migration = {
  name: '20261127020100-tell-own-links',
  up: `
    create or replace function directory.my_account() returns table (area text, id text, at timestamptz, fields jsonb)
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
      select 'JOIN_CODES', 'code', j.expires_at, jsonb_build_object('expiresAt', j.expires_at) from directory.join_code j where j.person_id = platform.current_person()
      union all
      select 'IDENTITIES', l.id::text, l.created_at, jsonb_build_object('name', p.name, 'organisation', o.name, 'lastUsedAt', l.last_used_at)
      from directory.identity_link l join mine m on m.id = l.account_id
      join directory.identity_provider p on p.tenant_id = l.tenant_id and p.id = l.provider_id join directory.organisation o on o.id = p.organisation_id;
    end;
  `,
};
