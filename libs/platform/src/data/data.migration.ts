import type { Migration } from '../database/migrate.ts';

export const createDataRegister: Migration = {
  name: '20261127030000-create-data-register',
  up: `
    -- What each column of the product keeps, written at each start from what platform and subgraphs declare: whoever
    -- shows, exports, erases or watches over data need not know the subgraph whose data it is. Nobody's data itself.
    create table platform.data_column (
      table_name text not null,
      column_name text not null,
      position int not null,
      class text not null check (class in ('NONE', 'INTERNAL', 'PERSONAL', 'SENSITIVE', 'SECRET')),
      kind text,
      purpose text not null,
      basis text not null,
      whose jsonb,
      kept jsonb not null,
      protection text not null,
      mask text,
      primary key (table_name, column_name)
    );
    alter table platform.data_column enable row level security;
    alter table platform.data_column force row level security;
    grant select on platform.data_column to :app, :auth;
    create policy everybody on platform.data_column for select using (true);
    create policy functions on platform.data_column to current_user using (true) with check (true);
  `,
};

export const tellViewers: Migration = {
  name: '20261127030300-tell-viewers',
  up: `alter table platform.data_column add column shown jsonb`,
};
