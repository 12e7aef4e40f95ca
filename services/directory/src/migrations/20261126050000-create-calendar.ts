import type { Migration } from '@gongjian/platform';

export const createCalendar: Migration = {
  name: '20261126050000-create-calendar',
  up: `
    -- Holidays by the State Council's yearly notice, as far as this installation has imported them: the same for everybody in it.
    create table directory.holiday_year (
      id uuid primary key,
      year int not null unique check (year between 2025 and 2050),
      notice text not null check (char_length(notice) between 1 and 100),
      address text not null check (char_length(address) between 1 and 500),
      days jsonb not null check (jsonb_typeof(days) = 'array'),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null
    );
    alter table directory.holiday_year enable row level security;
    alter table directory.holiday_year force row level security;
    grant select, insert, update on directory.holiday_year to :app;
    create policy reading on directory.holiday_year for select to :app using (true);
    create policy importing on directory.holiday_year for insert to :app with check ((select platform.is_operator()));
    create policy correcting on directory.holiday_year for update to :app using ((select platform.is_operator()));

    -- Terms and days of a school year: an organisation's own, or without one the consortium's, for those who have none.
    create table directory.school_calendar (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid,
      school_year int not null check (school_year between 2020 and 2100),
      terms jsonb not null check (jsonb_typeof(terms) = 'array'),
      days jsonb not null check (jsonb_typeof(days) = 'array'),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique nulls not distinct (tenant_id, organisation_id, school_year),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id)
    );
    select platform.protect('directory.school_calendar');

    -- When lessons are, by season of the year.
    create table directory.lesson_timetable (
      tenant_id uuid not null default platform.current_tenant(),
      id uuid not null,
      organisation_id uuid,
      seasons jsonb not null check (jsonb_typeof(seasons) = 'array'),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null,
      primary key (tenant_id, id),
      unique nulls not distinct (tenant_id, organisation_id),
      foreign key (tenant_id, organisation_id) references directory.membership (tenant_id, organisation_id)
    );
    select platform.protect('directory.lesson_timetable');
  `,
};
