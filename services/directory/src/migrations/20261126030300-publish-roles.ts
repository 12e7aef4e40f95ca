import type { Migration } from '@gongjian/platform';

export const publishRoles: Migration = {
  name: '20261126030300-publish-roles',
  up: `
    -- Who has or had which role, whether suspended or not. Published for other services, which ask what hangs on somebody who goes.
    create view directory.held_role with (security_invoker = true) as
      select g.tenant_id, g.person_id, g.organisation_id, g.role, g.since, g.until from directory.role_grant g;
    grant select on directory.held_role to :app;
  `,
};
