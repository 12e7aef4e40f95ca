import type { Migration } from '@gongjian/platform';

export const createAllocation: Migration = {
  name: '20261123120200-create-allocation',
  up: `
create table scheduling.maintenance (
  tenant_id uuid not null default platform.current_tenant(),
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,

  resource_id uuid not null,
  owner_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null check (char_length(reason) between 1 and 200),
  created_by_id uuid not null,
  cancelled boolean not null,

  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references scheduling.resource (tenant_id, id),
  foreign key (tenant_id, owner_id) references directory.membership (tenant_id, organisation_id),
  check (starts_at < ends_at),
  check (ends_at <= starts_at + interval '8784 hours')
);
create index maintenance_by_resource on scheduling.maintenance (tenant_id, resource_id);
create index maintenance_by_owner on scheduling.maintenance (tenant_id, owner_id);
select platform.protect('scheduling.maintenance');

create table scheduling.allocation (
  tenant_id uuid not null default platform.current_tenant(),
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,

  resource_id uuid not null,
  -- The resource's owner, kept here so that "bookings of our things" is one equality.
  owner_id uuid not null,
  booking_id uuid,
  maintenance_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  blocked_from timestamptz not null,
  blocked_until timestamptz not null,
  state text not null check (state in ('PENDING', 'CONFIRMED', 'MAINTENANCE', 'RELEASED')),

  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references scheduling.resource (tenant_id, id),
  foreign key (tenant_id, owner_id) references directory.membership (tenant_id, organisation_id),
  foreign key (tenant_id, booking_id) references scheduling.booking (tenant_id, id),
  foreign key (tenant_id, maintenance_id) references scheduling.maintenance (tenant_id, id),
  check (num_nonnulls(booking_id, maintenance_id) = 1),
  check (starts_at < ends_at and blocked_from <= starts_at and ends_at <= blocked_until),
  check (state = 'RELEASED' or (state = 'MAINTENANCE') = (maintenance_id is not null)),

  -- The last line: whatever the application believes, nothing is taken twice.
  constraint allocation_takes_resource_once exclude using gist (tenant_id with =, resource_id with =, tstzrange(blocked_from, blocked_until) with &&) where (state <> 'RELEASED')
);
-- Times of one resource never overlap, so what is in the way of a range is found by scalar comparisons: the last that
-- begins before it, and those that begin in it. (&& on the constraint's own index is not leakproof, and would not use it.)
create index allocation_by_resource on scheduling.allocation (tenant_id, resource_id, blocked_from, blocked_until) where state <> 'RELEASED';
create index allocation_by_booking on scheduling.allocation (tenant_id, booking_id);
create index allocation_by_maintenance on scheduling.allocation (tenant_id, maintenance_id);
create index allocation_by_owner on scheduling.allocation (tenant_id, owner_id);
create index allocation_by_start on scheduling.allocation (tenant_id, starts_at, ends_at) where state <> 'RELEASED';
select platform.protect('scheduling.allocation');
`,
};
