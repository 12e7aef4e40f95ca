import type { Migration } from '@gongjian/platform';

export const renewAgreement: Migration = {
  name: '20261201040000-renew-agreement',
  up: `
    -- 续签: the agreement after which this one follows on. One at a time, as long as it has not been withdrawn. No foreign key:
    -- a party from another consortium may join the renewal, and has no copy of what is renewed.
    alter table directory.agreement add renews_id uuid;
    create unique index agreement_renews on directory.agreement (tenant_id, renews_id) where state <> 'WITHDRAWN' and renews_id is not null;
    create index agreement_renewed on directory.agreement (tenant_id, renews_id);
  `,
};
