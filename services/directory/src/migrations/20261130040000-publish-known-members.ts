import type { Migration } from '@gongjian/platform';

export const publishKnownMembers: Migration = {
  name: '20261130040000-publish-known-members',
  up: `
    -- Who is or was a member, suspended or not: what they booked is still there, and is found by their name. Published.
    create view directory.known_member with (security_invoker = true) as
      select m.tenant_id, m.organisation_id, o.name, o.short_name
      from directory.membership m
      join directory.organisation o on o.id = m.organisation_id;
    grant select on directory.known_member to :app;
  `,
};
