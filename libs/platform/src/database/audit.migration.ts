import type { Migration } from './migrate.ts';

/** One entry for each operation with its changes, and the chain that holds them (docs/adr/0011-audit-chain.md). */
export const createAuditChain: Migration = {
  name: '20261126070000-create-audit-chain',
  up: `
    create table platform.audit_entry (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      at timestamptz not null,
      operation text not null,
      kind text not null check (kind in ('CHANGE', 'LOOK', 'EXPORT', 'ACCESS')),
      person_id uuid,
      organisation_id uuid,
      by_system boolean not null,
      roles text[] not null,
      address text,
      request_id text not null,
      result text not null check (result in ('DONE', 'REFUSED')),
      code text,
      change_count integer not null,
      -- SHA-256 over all of the above and the changes, and its MAC with a key that the database does not have. Both are
      -- missing in entries from before there was a chain.
      digest bytea check (octet_length(digest) = 32),
      mac bytea check (octet_length(mac) = 32),
      primary key (tenant_id, id)
    );
    create index audit_entry_at on platform.audit_entry (tenant_id, at desc, id desc);
    create index audit_entry_person on platform.audit_entry (tenant_id, person_id, at desc);

    -- No foreign key to the entry: the digest says how many belong to it and what they are, and a reference would be one
    -- look-up more for each record that anybody changes.
    create table platform.audit_change (
      tenant_id uuid not null default platform.current_tenant(),
      entry_id uuid not null,
      ordinal integer not null,
      action text not null,
      subject_type text not null,
      subject_id text not null,
      before jsonb,
      after jsonb,
      primary key (tenant_id, entry_id, ordinal)
    );
    create index audit_change_subject on platform.audit_change (tenant_id, subject_type, subject_id, entry_id);

    -- Entries that are in no chain yet. Written with the entry, so it is seen when the entry is, however late that commits.
    create table platform.audit_unsealed (
      tenant_id uuid not null default platform.current_tenant(),
      entry_id uuid not null,
      primary key (tenant_id, entry_id)
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

    create table platform.audit_seal (
      tenant_id uuid not null default platform.current_tenant(),
      seq bigint not null,
      entry_id uuid not null,
      -- ADOPTED: from before the chain. FORGED: its MAC was not made by this installation. MISSING: gone before it was sealed.
      state text not null check (state in ('PROVEN', 'ADOPTED', 'FORGED', 'MISSING')),
      digest bytea not null check (octet_length(digest) = 32),
      hash bytea not null check (octet_length(hash) = 32),
      primary key (tenant_id, seq),
      unique (tenant_id, entry_id)
    );

    -- The end of each chain, and since when it is kept: the anchor is the last link of what was purged.
    create table platform.audit_chain (
      tenant_id uuid primary key default platform.current_tenant(),
      seq bigint not null default 0,
      hash bytea not null check (octet_length(hash) = 32),
      sealed_at timestamptz not null,
      public_key text not null,
      signature text not null,
      anchor_seq bigint not null default 0,
      anchor_hash bytea not null check (octet_length(anchor_hash) = 32),
      -- Whether entries from before the chain may still be taken in.
      adopting boolean not null default true
    );
    create table platform.audit_checkpoint (
      tenant_id uuid not null default platform.current_tenant(),
      seq bigint not null,
      hash bytea not null check (octet_length(hash) = 32),
      at timestamptz not null,
      public_key text not null,
      signature text not null,
      primary key (tenant_id, seq)
    );

    -- What was kept until now: one entry for each request.
    alter table platform.audit_log no force row level security;
    create temporary table audit_before on commit drop as
      select l.*, first_value(l.id) over request as entry_id, row_number() over request as ordinal
      from platform.audit_log l
      window request as (partition by l.tenant_id, l.request_id, l.person_id, l.organisation_id, l.roles, l.address order by l.at, l.id);
    insert into platform.audit_entry (tenant_id, id, at, operation, kind, person_id, organisation_id, by_system, roles, address, request_id, result, change_count)
      select tenant_id, entry_id, min(at), 'before', case when bool_or(action = 'reveal') then 'LOOK' when bool_or(action = 'export') then 'EXPORT' else 'CHANGE' end,
        person_id, organisation_id, false, roles, address, request_id, 'DONE', count(*)
      from audit_before group by tenant_id, entry_id, person_id, organisation_id, roles, address, request_id;
    insert into platform.audit_change select tenant_id, entry_id, ordinal, action, subject_type, subject_id, before, after from audit_before;
    insert into platform.audit_unsealed select tenant_id, id from platform.audit_entry;
    drop table platform.audit_log;

    select platform.protect(('platform.' || name)::regclass)
      from unnest(array['audit_entry', 'audit_change', 'audit_unsealed', 'audit_seal', 'audit_chain', 'audit_checkpoint']) name;
    revoke update, delete on platform.audit_entry, platform.audit_change, platform.audit_seal, platform.audit_checkpoint from :app;
    revoke update on platform.audit_unsealed from :app;
    revoke delete on platform.audit_chain from :app;

    -- Whoever checks passwords tells the log who came and who was turned away, and reads nothing of it.
    grant insert on platform.audit_entry, platform.audit_change, platform.audit_unsealed to :auth;
    create policy sessions on platform.audit_entry for insert to :auth with check (operation like 'auth.%');
    create policy sessions on platform.audit_change for insert to :auth with check (true);
    create policy sessions on platform.audit_unsealed for insert to :auth with check (true);

    -- The changes record by record. Published for other services.
    create view platform.audit_log with (security_invoker = true) as
      select c.tenant_id, c.entry_id, c.ordinal, e.at, e.operation, e.person_id, e.organisation_id, e.by_system, e.roles, e.address, e.request_id, e.result,
        c.action, c.subject_type, c.subject_id, c.before, c.after
      from platform.audit_change c join platform.audit_entry e on e.tenant_id = c.tenant_id and e.id = c.entry_id;
    grant select on platform.audit_log to :app;

    -- The runtime roles have no right to change what was written; this stops the owner's accidents.
    create function platform.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if tg_op = 'DELETE' and current_setting('app.audit_purge', true) = 'on' then return null; end if;
      raise exception 'the audit log is only ever added to (% on %)', lower(tg_op), tg_table_name using errcode = 'insufficient_privilege';
    end $$;
    create trigger append_only after update or delete or truncate on platform.audit_entry for each statement execute function platform.refuse_change();
    create trigger append_only after update or delete or truncate on platform.audit_change for each statement execute function platform.refuse_change();
    create trigger append_only after update or delete or truncate on platform.audit_seal for each statement execute function platform.refuse_change();
    create trigger append_only after update or delete or truncate on platform.audit_checkpoint for each statement execute function platform.refuse_change();
    create function platform.refuse_rewind() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if new.seq < old.seq or new.anchor_seq < old.anchor_seq then raise exception 'a chain only grows' using errcode = 'insufficient_privilege'; end if;
      return new;
    end $$;
    create trigger only_grows before update on platform.audit_chain for each row execute function platform.refuse_rewind();

    -- Where something waits to be sealed; the sealer then works for one consortium at a time.
    create policy functions on platform.audit_unsealed for select to current_user using (true);
    create function platform.tenants_to_seal() returns table (tenant_id uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct u.tenant_id from platform.audit_unsealed u
    $$;
    create policy functions on platform.audit_chain to current_user using (true) with check (true);
    create function platform.tenants_with_audit() returns table (tenant_id uuid) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select c.tenant_id from platform.audit_chain c
    $$;

    -- Takes away whole segments, up to the last checkpoint behind which everything is younger. What is left begins with that
    -- checkpoint as its anchor and still verifies. Never younger than six months, whatever anybody asks for.
    create policy functions on platform.audit_entry to current_user using (true);
    create policy functions on platform.audit_change to current_user using (true);
    create policy functions on platform.audit_seal to current_user using (true);
    create policy functions on platform.audit_checkpoint for select to current_user using (true);
    create function platform.purge_audit(before timestamptz) returns table (through_seq bigint, entries bigint)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
    #variable_conflict use_column
    declare
      tenant uuid := platform.current_tenant();
      young bigint;
      anchor record;
      gone bigint;
    begin
      if $1 > now() - interval '6 months' then raise exception 'the audit log is kept for at least six months' using errcode = 'check_violation'; end if;
      perform 1 from platform.audit_chain c where c.tenant_id = tenant for update;
      select min(s.seq) into young from platform.audit_seal s join platform.audit_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
        where s.tenant_id = tenant and e.at >= $1;
      select p.seq, p.hash into anchor from platform.audit_checkpoint p join platform.audit_chain c on c.tenant_id = p.tenant_id
        where p.tenant_id = tenant and p.seq > c.anchor_seq and p.seq < coalesce(young, c.seq + 1) order by p.seq desc limit 1;
      if anchor.seq is null then return; end if;
      perform set_config('app.audit_purge', 'on', true);
      delete from platform.audit_change c using platform.audit_seal s where s.tenant_id = tenant and s.seq <= anchor.seq and c.tenant_id = tenant and c.entry_id = s.entry_id;
      delete from platform.audit_entry e using platform.audit_seal s where s.tenant_id = tenant and s.seq <= anchor.seq and e.tenant_id = tenant and e.id = s.entry_id;
      delete from platform.audit_seal s where s.tenant_id = tenant and s.seq <= anchor.seq;
      get diagnostics gone = row_count;
      update platform.audit_chain c set anchor_seq = anchor.seq, anchor_hash = anchor.hash where c.tenant_id = tenant;
      perform set_config('app.audit_purge', '', true);
      return query select anchor.seq, gone;
    end $$;
    revoke execute on function platform.tenants_to_seal(), platform.tenants_with_audit(), platform.purge_audit(timestamptz) from public;
    grant execute on function platform.tenants_to_seal(), platform.tenants_with_audit(), platform.purge_audit(timestamptz) to :app;
  `,
};
