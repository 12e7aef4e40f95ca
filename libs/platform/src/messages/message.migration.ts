import type { Migration } from '../database/migrate.ts';

export const createMessage: Migration = {
  name: '20261126060100-create-message',
  up: `
    -- UUIDv7 for rows that a statement makes of a list; PostgreSQL has its own from 18 on only.
    create function platform.new_id() returns uuid language sql volatile set search_path = pg_catalog, pg_temp as $$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $$;

    -- The kinds of messages with their texts, written at each start from what the subgraphs declare: whoever reads a
    -- message need not know the subgraph that told it.
    create table platform.message_kind (
      kind text primary key check (kind ~ '^[A-Z][A-Z0-9_]{0,59}$'),
      subgraph text not null,
      position int not null,
      mail text not null check (mail in ('NOW', 'DAILY', 'OFF')),
      texts jsonb not null
    );
    alter table platform.message_kind enable row level security;
    alter table platform.message_kind force row level security;
    grant select on platform.message_kind to :app;
    create policy everybody on platform.message_kind for select to :app using (true);
    create policy functions on platform.message_kind to current_user using (true) with check (true);

    -- One row for each who is told. The text is made when it is read, in the reader's language.
    create table platform.message (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      kind text not null references platform.message_kind (kind),
      person_id uuid not null,
      -- The seat on which the person is told; null for what concerns them wherever they sit.
      organisation_id uuid,
      params jsonb not null,
      subject_type text,
      subject_id uuid,
      link text not null check (link ~ '^/([^/\\s\\\\][^\\s\\\\]*)?$' and char_length(link) <= 300),
      read_at timestamptz,
      -- NEW: nobody has looked yet whether it is mailed. DUE: mailed at mail_at unless it is read before. CLEARED: the reader
      -- may still see what it tells of. MAILED and NONE are final.
      mail text not null check (mail in ('NEW', 'DUE', 'CLEARED', 'MAILED', 'NONE')),
      mail_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (tenant_id, id)
    );
    create index message_person on platform.message (tenant_id, person_id, created_at desc, id);
    create index message_unread on platform.message (tenant_id, person_id) where read_at is null;
    create index message_mail on platform.message (mail_at, tenant_id) where mail in ('NEW', 'DUE', 'CLEARED');
    create index message_of_kind on platform.message (kind);
    select platform.protect('platform.message');
    create policy functions on platform.message to current_user using (true) with check (true);

    -- How one person wants to be told in one consortium. The id is the person's.
    create table platform.message_settings (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      language text not null check (language in ('zh-CN', 'en')),
      time_zone text not null check (char_length(time_zone) between 1 and 60),
      digest_hour int not null check (digest_hour between 0 and 23),
      quiet_from int check (quiet_from between 0 and 23),
      quiet_until int check (quiet_until between 0 and 23),
      -- Of the kinds for which the person decided: NOW, DAILY or OFF.
      mail jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (tenant_id, id),
      check ((quiet_from is null) = (quiet_until is null))
    );
    select platform.protect('platform.message_settings');

    -- Consortia in which a mail may be due: ids alone, the work is done inside each of them.
    create function platform.message_work(at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select distinct tenant_id from platform.message where mail in ('NEW', 'DUE', 'CLEARED') and mail_at <= at limit 200
    $$;

    -- What was read is kept for half a year, the rest for a year.
    create function platform.sweep_messages(at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      delete from platform.message where created_at < at - case when read_at is null then interval '365 days' else interval '180 days' end
    $$;
    revoke execute on function platform.message_work(timestamptz), platform.sweep_messages(timestamptz) from public;
    grant execute on function platform.message_work(timestamptz), platform.sweep_messages(timestamptz) to :app;
  `,
};

export const settleMessages: Migration = {
  name: '20261126060300-settle-messages',
  up: `
    -- Who is asked for something hears it once; when somebody has answered, all that were asked are found by what it is about.
    create index message_open_subject on platform.message (tenant_id, subject_id, kind) where read_at is null;
  `,
};
