import type { Migration } from '@gongjian/platform';

/** Which line of a register is a person with an account, and what scheduling keeps about people; see the directory's view of that name. */
export const publishOwnRecords: Migration = {
  name: '20261127040100-publish-own-records',
  up: `
    -- The person with an account whom this teacher or engineer is, once they have shown it. Nobody is two of one owner's.
    alter table scheduling.resource add column person_id uuid check (person_id is null or kind in ('TEACHER', 'ENGINEER'));
    create index resource_by_person on scheduling.resource (tenant_id, person_id) where person_id is not null;
    create index resource_by_keeper on scheduling.resource (tenant_id, keeper) where keeper is not null;
    create index approval_by_decider on scheduling.approval (tenant_id, decided_by_id) where decided_by_id is not null;
    create index maintenance_by_creator on scheduling.maintenance (tenant_id, created_by_id);
    create index import_by_requester on scheduling.import (tenant_id, requested_by_id);

    create view scheduling.own_record with (security_invoker = true) as
      select r.tenant_id, r.person_id, 'REGISTER' as area, r.id::text as id, r.created_at as at,
        jsonb_build_object('kind', r.kind, 'name', r.name, 'code', r.code, 'ownerId', r.owner_id, 'department', r.department, 'category', r.category, 'place', r.place, 'state', r.state,
          'profession', r.profession, 'note', r.note, 'idNumberSealed', encode(r.id_number_sealed, 'base64'), 'phoneSealed', encode(r.phone_sealed, 'base64'), 'photoFileId', r.photo_file_id) as fields
      from scheduling.resource r where r.person_id is not null
      union all
      select r.tenant_id, p.person_id, 'KEPT', r.id::text, r.created_at, jsonb_build_object('kind', r.kind, 'name', r.name, 'code', r.code, 'place', r.place, 'keeper', r.keeper, 'ownerId', r.owner_id)
      from scheduling.resource r join directory.consortium_person p on p.tenant_id = r.tenant_id and p.name = r.keeper
      where exists (select 1 from directory.held_role h where h.tenant_id = r.tenant_id and h.person_id = p.person_id and h.organisation_id = r.owner_id)
      union all
      select b.tenant_id, b.requested_by_id, 'BOOKINGS', b.id::text, b.created_at,
        jsonb_build_object('title', b.title, 'purpose', b.purpose, 'organisationId', b.organisation_id, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'attendees', b.attendees, 'notes', b.notes, 'state', b.state, 'stateReason', b.state_reason)
      from scheduling.booking b
      union all
      select a.tenant_id, r.person_id, 'TAUGHT', a.id::text, a.created_at, jsonb_build_object('title', b.title, 'startsAt', a.starts_at, 'endsAt', a.ends_at, 'state', a.state, 'organisationId', b.organisation_id)
      from scheduling.resource r join scheduling.allocation a on a.tenant_id = r.tenant_id and a.resource_id = r.id join scheduling.booking b on b.tenant_id = a.tenant_id and b.id = a.booking_id
      where r.person_id is not null
      union all
      select a.tenant_id, a.decided_by_id, 'DECISIONS', a.id::text, a.decided_at, jsonb_build_object('title', b.title, 'state', a.state, 'reason', a.reason, 'ownerId', a.owner_id)
      from scheduling.approval a join scheduling.booking b on b.tenant_id = a.tenant_id and b.id = a.booking_id where a.decided_by_id is not null
      union all
      select m.tenant_id, m.created_by_id, 'MAINTENANCE', m.id::text, m.created_at, jsonb_build_object('startsAt', m.starts_at, 'endsAt', m.ends_at, 'reason', m.reason, 'cancelled', m.cancelled, 'ownerId', m.owner_id)
      from scheduling.maintenance m
      union all
      select i.tenant_id, i.requested_by_id, 'IMPORTS', i.id::text, i.created_at, jsonb_build_object('fileName', i.file_name, 'register', i.register, 'ownerId', i.owner_id, 'state', i.state)
      from scheduling.import i;
    grant select on scheduling.own_record to :app;
  `,
};
