import type { Migration } from '@gongjian/platform';

export const tellHolder: Migration = {
  name: '20261126040200-tell-holder',
  up: `
    -- Tells the holder of an account something about it in every consortium where they may work today. For the door, which
    -- has no consortium. A mail of its own goes out anyway, so this one is mailed only to who wishes it.
    create function directory.tell_holder(account uuid, kind text, params jsonb, at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      with told as (
        insert into platform.message (tenant_id, id, kind, person_id, params, link, mail, mail_at, created_at, updated_at, version)
        select s.tenant_id, directory.new_id(), $2, s.person_id, $3, '/account/security', 'NEW', $4, $4, $4, 1
        from (select distinct s.tenant_id, s.person_id from directory.seat s join directory.account a on a.person_id = s.person_id where a.id = $1) s
        returning tenant_id, id, person_id)
      select count(pg_notify('gongjian', jsonb_build_object('tenantId', t.tenant_id, 'changes',
        jsonb_build_array(jsonb_build_object('type', 'Message', 'ids', jsonb_build_array(t.id), 'people', jsonb_build_array(t.person_id))))::text)) from told t
    $$;
    revoke execute on function directory.tell_holder(uuid, text, jsonb, timestamptz) from public;
    grant execute on function directory.tell_holder(uuid, text, jsonb, timestamptz) to :auth;
  `,
};
