import type { Migration } from '@gongjian/platform';

export const publishLendingClauses: Migration = {
  name: '20261201020100-publish-lending-clauses',
  up: `
    -- Clauses that lend something to be booked: what a pool holds, or people. Published.
    drop view directory.pool_clause;
    create view directory.lending_clause with (security_invoker = true) as
      select c.tenant_id, c.id, c.agreement_id, a.state, a.amends_id, c.kind, c.giver_id, gp.home_id as giver_home_id, c.taker_id, tp.home_id as taker_home_id, tp.whole, c.pool_id, c.terms
      from directory.clause c join directory.agreement a on a.tenant_id = c.tenant_id and a.id = c.agreement_id
      join directory.agreement_party gp on gp.tenant_id = c.tenant_id and gp.agreement_id = c.agreement_id and gp.organisation_id = c.giver_id
      join directory.agreement_party tp on tp.tenant_id = c.tenant_id and tp.agreement_id = c.agreement_id and tp.organisation_id = c.taker_id
      where c.kind in ('RESOURCE_USE', 'EXCHANGE');
    grant select on directory.lending_clause to :app;
  `,
};
