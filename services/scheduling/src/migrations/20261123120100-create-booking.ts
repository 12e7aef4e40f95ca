import type { Migration } from '@gongjian/platform';

export const createBooking: Migration = {
  name: '20261123120100-create-booking',
  up: `
create table scheduling.booking (
  tenant_id uuid not null default platform.current_tenant(),
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,

  title text not null check (char_length(title) between 1 and 100),
  purpose text not null check (purpose in ('PRACTICE_TEACHING', 'SOCIAL_TRAINING', 'REAL_PRODUCTION', 'TECHNICAL_SERVICE', 'PILOT_TEST')),
  organisation_id uuid not null,
  requested_by_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  attendees int check (attendees between 1 and 10000),
  notes text check (char_length(notes) <= 2000),
  state text not null check (state in ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED', 'EXPIRED')),
  state_reason text check (char_length(state_reason) <= 600),
  hold_until timestamptz,
  cancelled_at timestamptz,
  -- Who changed which fields in which version, newest last: what a caller with an older version is told.
  history jsonb not null default '[]',

  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id),
  check (starts_at < ends_at),
  -- No booking is longer than the longest that any resource allows: lists by time rely on it.
  check (ends_at <= starts_at + interval '720 hours'),
  check (state <> 'PENDING' or hold_until is not null),
  check ((state = 'CANCELLED') = (cancelled_at is not null))
);
create index booking_by_start on scheduling.booking (tenant_id, starts_at, id);
create index booking_by_organisation on scheduling.booking (tenant_id, organisation_id, starts_at);
create index booking_by_requester on scheduling.booking (tenant_id, requested_by_id, starts_at);
create index booking_by_creation on scheduling.booking (tenant_id, created_at desc, id);
create index booking_waiting on scheduling.booking (tenant_id, hold_until) where state = 'PENDING';
select platform.protect('scheduling.booking');

create table scheduling.approval (
  tenant_id uuid not null default platform.current_tenant(),
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null,

  booking_id uuid not null,
  owner_id uuid not null,
  state text not null check (state in ('WAITING', 'APPROVED', 'REJECTED')),
  decided_by_id uuid,
  decided_at timestamptz,
  reason text check (char_length(reason) <= 500),

  primary key (tenant_id, id),
  foreign key (tenant_id, booking_id) references scheduling.booking (tenant_id, id),
  foreign key (tenant_id, owner_id) references directory.membership (tenant_id, organisation_id),
  unique (tenant_id, booking_id, owner_id),
  check ((state = 'WAITING') = (decided_at is null)),
  check ((decided_at is null) = (decided_by_id is null)),
  check (state <> 'REJECTED' or reason is not null)
);
create index approval_by_owner on scheduling.approval (tenant_id, owner_id, state);
select platform.protect('scheduling.approval');
`,
};
