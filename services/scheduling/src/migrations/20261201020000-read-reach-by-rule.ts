import type { Migration } from '@gongjian/platform';

export const readReachByRule: Migration = {
  name: '20261201020000-read-reach-by-rule',
  up: `
    -- What one organisation holds and what all members hold are read as two ordered scans that are merged: neither walks
    -- through what others hold. A taker is in one consortium, which the planner has to be told: else it expects two rows
    -- where there are thousands, and sorts them all.
    create index reach_whole on scheduling.reach (tenant_id, kind_rank, name_key, id) where whole;
    create statistics scheduling.reach_takers (dependencies) on tenant_id, taker_id from scheduling.reach;
  `,
};
