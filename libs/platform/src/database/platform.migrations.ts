import { createAuditChain } from './audit.migration.ts';
import { createDataRegister, tellViewers } from '../data/data.migration.ts';
import { createDataKey } from '../sealing/sealing.migration.ts';
import { createMail } from '../mail/mail.migration.ts';
import { createMessage, settleMessages } from '../messages/message.migration.ts';
import { createWebhook, shareWebhookPlaces } from '../webhooks/webhook.migration.ts';
import type { Migration } from './migrate.ts';

export const platformMigrations: readonly Migration[] = [
  {
    name: '20261123100000-create-platform',
    up: `
      create extension if not exists btree_gist;
      create extension if not exists pg_trgm;
      revoke create on schema public from public;
      grant usage on schema platform to :app, :auth;

      -- After COMMIT the setting is '' rather than null, hence nullif.
      create function platform.current_tenant() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;
      create function platform.current_person() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
      create function platform.is_operator() returns boolean language sql stable parallel safe
        as $$ select coalesce(current_setting('app.operator', true), '') = 'on' $$;

      -- What every table of a consortium gets: a wall between consortia that even its owner cannot pass by accident.
      create function platform.protect(target regclass) returns void language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy tenant on %s to %I using (tenant_id = (select platform.current_tenant())) with check (tenant_id = (select platform.current_tenant()))', target, current_setting('app.role_app'));
        execute format('grant select, insert, update, delete on %s to %I', target, current_setting('app.role_app'));
      end $$;
      revoke execute on function platform.protect(regclass) from public;

      create table platform.audit_log (
        tenant_id uuid not null default platform.current_tenant(),
        id uuid not null,
        at timestamptz not null,
        person_id uuid not null,
        organisation_id uuid not null,
        roles text[] not null,
        address text,
        request_id text not null,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        before jsonb,
        after jsonb,
        primary key (tenant_id, id)
      );
      create index audit_log_subject on platform.audit_log (tenant_id, subject_type, subject_id, at desc);
      select platform.protect('platform.audit_log');
      revoke update, delete on platform.audit_log from :app;

      create table platform.idempotency (
        tenant_id uuid not null default platform.current_tenant(),
        person_id uuid not null,
        key text not null check (char_length(key) between 1 and 200),
        operation text not null,
        result_id uuid,
        created_at timestamptz not null,
        primary key (tenant_id, person_id, key)
      );
      select platform.protect('platform.idempotency');

      create table platform.file (
        tenant_id uuid not null default platform.current_tenant(),
        id uuid not null,
        name text not null check (char_length(name) between 1 and 255),
        media_type text not null,
        size int not null check (size >= 0),
        sha256 text not null,
        content bytea not null,
        person_id uuid not null,
        organisation_id uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        version int not null,
        primary key (tenant_id, id)
      );
      select platform.protect('platform.file');
    `,
  },
  createMail,
  createAuditChain,
  createMessage,
  settleMessages,
  createDataRegister,
  createWebhook,
  shareWebhookPlaces,
  createDataKey,
  tellViewers,
];
