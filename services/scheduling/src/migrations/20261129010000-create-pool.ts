import type { Migration } from '@gongjian/platform';

export const createPool: Migration = {
  name: '20261129010000-create-pool',
  up: `
    -- A named set of an owner's machines and venues, to which clauses of agreements point.
    create table scheduling.pool (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      owner_id uuid not null,
      name text not null check (char_length(name) between 1 and 60),
      note text check (char_length(note) <= 500),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique (tenant_id, owner_id, name),
      foreign key (tenant_id, owner_id) references directory.membership (tenant_id, organisation_id)
    );
    create table scheduling.pool_resource (
      tenant_id uuid not null default platform.current_tenant(),
      pool_id uuid not null,
      resource_id uuid not null,
      primary key (tenant_id, pool_id, resource_id),
      foreign key (tenant_id, pool_id) references scheduling.pool (tenant_id, id) on delete cascade,
      foreign key (tenant_id, resource_id) references scheduling.resource (tenant_id, id)
    );
    create index pool_resource_resource on scheduling.pool_resource (tenant_id, resource_id);
    select platform.protect('scheduling.pool');
    select platform.protect('scheduling.pool_resource');

    -- For clauses: which pools there are, and whose.
    create view scheduling.known_pool with (security_invoker = true) as
      select p.tenant_id, p.id, p.owner_id, p.name,
        (select count(*)::int from scheduling.pool_resource r where r.tenant_id = p.tenant_id and r.pool_id = p.id) as size
      from scheduling.pool p;
    grant select on scheduling.known_pool to :app;
  `,
};
