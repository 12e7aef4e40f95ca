import type { Migration } from '@gongjian/platform';

export const addFurtherSheets: Migration = {
  name: '20261126010100-add-further-sheets',
  up: `
alter table scheduling.import add column further_sheets jsonb not null default '[]';
`,
};
