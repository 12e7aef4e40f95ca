import type { Migration } from '../database/migrate.ts';

export const createWebhook: Migration = {
  name: '20261127050100-create-webhook',
  up: `
    -- Where an organisation's programs want to hear what changed.
    create table platform.webhook (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid not null,
      url text not null check (char_length(url) between 1 and 500),
      -- Its name alone: the audit log tells where news go, and not what else stands in the address.
      host text not null check (char_length(host) between 1 and 255),
      events text[] not null check (cardinality(events) > 0),
      -- Sealed. While it is being changed, deliveries are signed with both.
      secret bytea not null,
      previous_secret bytea,
      previous_until timestamptz,
      state text not null check (state in ('ACTIVE', 'INACTIVE')),
      off_reason text check (off_reason in ('BY_HAND', 'FAILING', 'GONE')),
      -- What happened earlier is not told.
      listens_since timestamptz not null,
      -- From where in the audit chain a subgraph begins to read that has not read for it yet.
      from_seq bigint not null,
      created_by_id uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      check (num_nulls(previous_secret, previous_until) in (0, 2)),
      check ((state = 'INACTIVE') = (off_reason is not null))
    );
    create index webhook_organisation on platform.webhook (tenant_id, organisation_id);
    select platform.protect('platform.webhook');
    create policy functions on platform.webhook for select to current_user using (true);

    -- How far a subgraph has read the audit chain for an endpoint.
    create table platform.webhook_cursor (
      tenant_id uuid not null default platform.current_tenant(),
      webhook_id uuid not null,
      subgraph text not null,
      seq bigint not null,
      primary key (tenant_id, webhook_id, subgraph),
      foreign key (tenant_id, webhook_id) references platform.webhook (tenant_id, id) on delete cascade
    );
    create index webhook_cursor_webhook on platform.webhook_cursor (tenant_id, webhook_id);
    select platform.protect('platform.webhook_cursor');
    create policy functions on platform.webhook_cursor for select to current_user using (true);

    create table platform.webhook_delivery (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      webhook_id uuid not null,
      event text not null check (char_length(event) between 1 and 60),
      subject_id uuid not null,
      subject_version integer,
      happened_at timestamptz not null,
      -- Its place in the audit chain: read again, the same news is the same delivery. Null for a test.
      seq bigint,
      ordinal integer,
      state text not null check (state in ('WAITING', 'SENDING', 'DELIVERED', 'FAILED')),
      tries integer not null default 0,
      -- When it is tried next. While it is on its way: when it counts as lost, and is tried again.
      due_at timestamptz not null,
      first_tried_at timestamptz,
      delivered_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique (tenant_id, webhook_id, seq, ordinal, event),
      foreign key (tenant_id, webhook_id) references platform.webhook (tenant_id, id) on delete cascade
    );
    create index webhook_delivery_webhook on platform.webhook_delivery (tenant_id, webhook_id);
    create index webhook_delivery_due on platform.webhook_delivery (tenant_id, webhook_id, due_at) where state in ('WAITING', 'SENDING');
    create index webhook_delivery_list on platform.webhook_delivery (tenant_id, webhook_id, happened_at desc, id desc);
    create index webhook_delivery_age on platform.webhook_delivery (created_at);
    select platform.protect('platform.webhook_delivery');
    create policy functions on platform.webhook_delivery to current_user using (true) with check (true);

    create table platform.webhook_attempt (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      delivery_id uuid not null,
      at timestamptz not null,
      status integer,
      trouble text check (char_length(trouble) <= 60),
      milliseconds integer not null,
      -- How the answer began, without what looks like somebody's.
      answer text check (char_length(answer) <= 1024),
      primary key (tenant_id, id),
      foreign key (tenant_id, delivery_id) references platform.webhook_delivery (tenant_id, id) on delete cascade
    );
    create index webhook_attempt_delivery on platform.webhook_attempt (tenant_id, delivery_id);
    select platform.protect('platform.webhook_attempt');
    create policy functions on platform.webhook_attempt to current_user using (true) with check (true);

    -- For which endpoints the chain has grown. None at all is the usual answer, and costs one look at an empty table.
    create function platform.webhook_work(subgraphs text[]) returns table (tenant_id uuid, webhook_id uuid, subgraph text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select w.tenant_id, w.id, s.name
      from platform.webhook w
      cross join unnest(subgraphs) s(name)
      left join platform.webhook_cursor c on c.tenant_id = w.tenant_id and c.webhook_id = w.id and c.subgraph = s.name
      join platform.audit_chain a on a.tenant_id = w.tenant_id
      where w.state = 'ACTIVE' and coalesce(c.seq, w.from_seq) < a.seq limit 200
    $$;

    -- Takes deliveries that are due, for one sender: some of each endpoint, so that one that is slow keeps no other waiting.
    create function platform.claim_webhooks(at timestamptz, lease interval, each_one int, most int) returns table (tenant_id uuid, id uuid, webhook_id uuid, tries int)
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update platform.webhook_delivery d set state = 'SENDING', tries = d.tries + 1, due_at = at + lease, first_tried_at = coalesce(d.first_tried_at, at), updated_at = at, version = d.version + 1
      where (d.tenant_id, d.id) in (
        select p.tenant_id, p.id from platform.webhook w
        cross join lateral (
          select n.tenant_id, n.id from platform.webhook_delivery n
          where n.tenant_id = w.tenant_id and n.webhook_id = w.id and n.state in ('WAITING', 'SENDING') and n.due_at <= at
          order by n.due_at, n.id
          limit greatest(0, each_one - (select count(*) from platform.webhook_delivery b where b.tenant_id = w.tenant_id and b.webhook_id = w.id and b.state = 'SENDING' and b.due_at > at))
          for update skip locked) p
        where w.state = 'ACTIVE' limit most)
      returning d.tenant_id, d.id, d.webhook_id, d.tries
    $$;

    -- Deliveries are kept for 90 days.
    create function platform.sweep_webhooks(at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      delete from platform.webhook_delivery where created_at < at - interval '90 days'
    $$;
    revoke execute on function platform.webhook_work(text[]), platform.claim_webhooks(timestamptz, interval, int, int), platform.sweep_webhooks(timestamptz) from public;
    grant execute on function platform.webhook_work(text[]), platform.claim_webhooks(timestamptz, interval, int, int), platform.sweep_webhooks(timestamptz) to :app;
  `,
};

export const shareWebhookPlaces: Migration = {
  name: '20261127050200-share-webhook-places',
  up: `
    -- Where there are more endpoints than can be looked after at once, no order of the table decides who is always last.
    create or replace function platform.webhook_work(subgraphs text[]) returns table (tenant_id uuid, webhook_id uuid, subgraph text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select w.tenant_id, w.id, s.name
      from platform.webhook w
      cross join unnest(subgraphs) s(name)
      left join platform.webhook_cursor c on c.tenant_id = w.tenant_id and c.webhook_id = w.id and c.subgraph = s.name
      join platform.audit_chain a on a.tenant_id = w.tenant_id
      where w.state = 'ACTIVE' and coalesce(c.seq, w.from_seq) < a.seq order by random() limit 200
    $$;

    create or replace function platform.claim_webhooks(at timestamptz, lease interval, each_one int, most int) returns table (tenant_id uuid, id uuid, webhook_id uuid, tries int)
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
      update platform.webhook_delivery d set state = 'SENDING', tries = d.tries + 1, due_at = at + lease, first_tried_at = coalesce(d.first_tried_at, at), updated_at = at, version = d.version + 1
      where (d.tenant_id, d.id) in (
        select p.tenant_id, p.id from platform.webhook w
        cross join lateral (
          select n.tenant_id, n.id, n.due_at from platform.webhook_delivery n
          where n.tenant_id = w.tenant_id and n.webhook_id = w.id and n.state in ('WAITING', 'SENDING') and n.due_at <= at
          order by n.due_at, n.id
          limit greatest(0, each_one - (select count(*) from platform.webhook_delivery b where b.tenant_id = w.tenant_id and b.webhook_id = w.id and b.state = 'SENDING' and b.due_at > at))
          for update skip locked) p
        where w.state = 'ACTIVE' order by p.due_at limit most)
      returning d.tenant_id, d.id, d.webhook_id, d.tries
    $$;
  `,
};
