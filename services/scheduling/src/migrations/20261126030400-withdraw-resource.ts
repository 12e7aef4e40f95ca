import type { Migration } from '@gongjian/platform';

export const withdrawResource: Migration = {
  name: '20261126030400-withdraw-resource',
  up: `
    -- What an organisation takes with it when it leaves the consortium.
    alter table scheduling.resource drop constraint resource_state_check;
    alter table scheduling.resource add constraint resource_state_check check (state in ('IN_USE', 'IDLE', 'UNDER_REPAIR', 'LENT_OUT', 'TO_BE_SCRAPPED', 'SCRAPPED', 'WITHDRAWN'));
  `,
};
