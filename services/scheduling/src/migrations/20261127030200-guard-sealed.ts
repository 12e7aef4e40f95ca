import type { Migration } from '@gongjian/platform';

export const guardSealed: Migration = {
  name: '20261127030200-guard-sealed',
  up: `
    select platform.guard_sealed('scheduling.resource', 'id_number_sealed', 'phone_sealed');
    select platform.guard_sealed('scheduling.import_row', 'sealed');
  `,
};
