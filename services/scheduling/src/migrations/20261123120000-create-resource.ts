import type { Migration } from '@gongjian/platform';

export const createResource: Migration = {
  name: '20261123120000-create-resource',
  up: `
create schema scheduling;
grant usage on schema scheduling to :app;

create table scheduling.resource (
  tenant_id uuid not null default platform.current_tenant(),
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,

  kind text not null check (kind in ('EQUIPMENT', 'VENUE', 'TEACHER', 'ENGINEER')),
  -- The order in which kinds are listed, so that one index serves the list.
  kind_rank smallint not null generated always as (case kind when 'EQUIPMENT' then 1 when 'VENUE' then 2 when 'TEACHER' then 3 else 4 end) stored,
  name text not null check (char_length(name) between 1 and 100),
  code text check (char_length(code) <= 100),
  model text check (char_length(model) <= 200),
  manufacturer text check (char_length(manufacturer) <= 200),
  category text check (char_length(category) <= 100),
  place text check (char_length(place) <= 200),
  capacity int check (capacity between 1 and 10000),
  owner_id uuid not null,
  department text check (char_length(department) <= 100),
  keeper text check (char_length(keeper) <= 100),
  state text not null check (state in ('IN_USE', 'IDLE', 'UNDER_REPAIR', 'LENT_OUT', 'TO_BE_SCRAPPED', 'SCRAPPED')),
  opening_hours jsonb not null default '[]' check (jsonb_typeof(opening_hours) = 'array'),
  buffer_before int not null check (buffer_before between 0 and 240),
  buffer_after int not null check (buffer_after between 0 and 240),
  needs_approval boolean not null,
  hold_hours int not null check (hold_hours between 1 and 336),
  max_minutes int not null check (max_minutes between 15 and 43200),
  horizon_days int not null check (horizon_days between 1 and 730),
  unit_price numeric(14, 2),
  purchased_on date,
  funding_source text check (char_length(funding_source) <= 200),
  note text check (char_length(note) <= 2000),
  photo_file_id uuid,

  profession jsonb,
  id_number_sealed bytea,
  phone_sealed bytea,
  -- Keyed fingerprint of the ID number, by which an import knows a person again.
  identity_hash text,

  -- Names in Chinese order and places and codes with numbers in their order; made by the application, compared by bytes.
  name_key text collate "C" not null,
  code_key text collate "C" not null,
  place_key text collate "C" not null,
  search_text text not null,

  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references directory.membership (tenant_id, organisation_id),
  foreign key (tenant_id, photo_file_id) references platform.file (tenant_id, id)
);
create index resource_by_kind on scheduling.resource (tenant_id, kind_rank, name_key, id);
create index resource_by_name on scheduling.resource (tenant_id, name_key, id);
create index resource_by_owner on scheduling.resource (tenant_id, owner_id, code);
create index resource_by_identity on scheduling.resource (tenant_id, identity_hash) where identity_hash is not null;
create index resource_by_photo on scheduling.resource (tenant_id, photo_file_id) where photo_file_id is not null;
select platform.protect('scheduling.resource');
`,
};
