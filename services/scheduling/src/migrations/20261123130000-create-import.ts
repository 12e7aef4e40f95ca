import type { Migration } from '@gongjian/platform';

export const createImport: Migration = {
  name: '20261123130000-create-import',
  up: `
create table scheduling.import (
  tenant_id uuid not null default platform.current_tenant(),
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,

  file_id uuid not null,
  file_name text not null check (char_length(file_name) between 1 and 255),
  register text not null check (register in ('EQUIPMENT', 'VENUES', 'TEACHERS', 'ENGINEERS')),
  owner_id uuid not null,
  requested_by_id uuid not null,
  -- Whether who ordered the reading may import for every organisation, or for the owner only.
  any_owner boolean not null,
  state text not null check (state in ('READING', 'REVIEW', 'APPLYING', 'DONE', 'FAILED')),
  -- Grows with each reading and applying; a job that was overtaken finds another number and leaves.
  run int not null,
  progress double precision not null check (progress between 0 and 1),
  error_code text,
  error_params jsonb not null default '{}',
  mapping jsonb not null default '{}',
  sheets jsonb not null default '[]',
  sheet text,
  heading_row int,
  columns jsonb not null default '[]',
  counts jsonb not null,

  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references directory.membership (tenant_id, organisation_id),
  foreign key (tenant_id, file_id) references platform.file (tenant_id, id)
);
create index import_by_time on scheduling.import (tenant_id, created_at desc, id);
create index import_by_owner on scheduling.import (tenant_id, owner_id, created_at desc);
create index import_by_file on scheduling.import (tenant_id, file_id);
select platform.protect('scheduling.import');

-- The lines of a register between upload and the end of the import.
create table scheduling.import_row (
  tenant_id uuid not null default platform.current_tenant(),
  id uuid not null default gen_random_uuid(),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,

  import_id uuid not null,
  owner_id uuid not null,
  number int not null,
  state text not null check (state in ('NEW', 'CHANGED', 'UNCHANGED', 'BAD', 'SKIPPED')),
  -- ID numbers and telephone numbers are masked here, and sealed in full.
  cells jsonb not null,
  problems jsonb not null,
  changes jsonb not null default '[]',
  units int not null,
  draft jsonb,
  sealed bytea,

  primary key (tenant_id, id),
  foreign key (tenant_id, import_id) references scheduling.import (tenant_id, id) on delete cascade
);
create unique index import_row_by_number on scheduling.import_row (tenant_id, import_id, number);
create index import_row_by_state on scheduling.import_row (tenant_id, import_id, state, number);
select platform.protect('scheduling.import_row');
`,
};
