import { describe, expect, it } from '@jest/globals';
import { TestConsortium } from '@gongjian/platform/testing';
import { addPerson, anAccount, as, endMembership, grantRole, organisation, person, revokeRole } from './kit.ts';

/** Nobody has this id. */
const NOWHERE = '01a20000-0000-7000-8000-00000000dead';
const ids = 'query ($id: ID!) { person(id: $id) { roleGrants { id organisation { id membership { id } } } } }';

describe('another consortium', () => {
  it('answers for its ids as for ids that nobody has', async () => {
    const [here, there] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const stranger = await there.person(['TEACHER']);
    const { person: seen } = await there.secretary.run(ids, { id: stranger.personId });
    const [grant] = seen.roleGrants;
    const asks: [string, (id: string) => object, string][] = [
      [person, (id) => ({ id }), stranger.personId],
      [organisation, (id) => ({ id }), there.lead.id],
      [revokeRole, (id) => ({ id }), grant.id],
      [endMembership, (id) => ({ id }), grant.organisation.membership.id],
      [addPerson, (id) => ({ input: { account: anAccount(), organisationId: id, roles: ['TEACHER'] } }), there.lead.id],
      [grantRole, (id) => ({ input: { personId: id, organisationId: here.lead.id, role: 'TEACHER' } }), stranger.personId],
      [grantRole, (id) => ({ input: { personId: stranger.personId, organisationId: id, role: 'TEACHER' } }), there.lead.id],
      ['query ($id: ID) { people(filter: { organisationId: $id }) { totalCount } }', (id) => ({ id }), there.lead.id],
    ];
    for (const [operation, variables, foreign] of asks) {
      const [real, invented] = [await here.secretary.try(operation, variables(foreign)), await here.secretary.try(operation, variables(NOWHERE))];
      expect(real).toEqual(invented);
      expect(JSON.stringify(real)).not.toContain(foreign);
    }
  });

  it('keeps the same person and organisation apart: each sees its own roles and terms', async () => {
    const [here, there] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const { organisations } = await here.secretary.run('{ organisations { nodes { id } } }');
    expect(organisations.nodes).toEqual([{ id: here.lead.id }]);
    const { people } = await here.secretary.run('{ people { totalCount } }');
    expect(people.totalCount).toBe(1);
    expect(here.lead.id).not.toBe(there.lead.id);
  });
});

describe('what is no id', () => {
  it('is answered like an id that nobody has', async () => {
    const { secretary, lead } = await TestConsortium.found();
    for (const id of ['', 'x', '\u0000', '1; drop table person', '𠮷', lead.id.slice(1)]) {
      expect(await secretary.run('query ($id: ID!) { person(id: $id) { id } organisation(id: $id) { id } people(filter: { organisationId: $id }) { totalCount } }', { id })).toEqual({ person: null, organisation: null, people: { totalCount: 0 } });
      expect(await secretary.refusal(addPerson, { input: { account: anAccount(), organisationId: id, roles: ['TEACHER'] } })).toMatchObject({ code: 'NOT_FOUND', field: 'input.organisationId' });
      expect(await secretary.refusal(revokeRole, { id })).toMatchObject({ code: 'NOT_FOUND' });
    }
    // Another way of writing is the same id.
    await secretary.run(addPerson, { input: { account: anAccount(), organisationId: lead.id.toUpperCase(), roles: ['TEACHER'] } });
  });
});

describe('the database', () => {
  const inTenant = (tenantId: string, statement: string) => `begin; select set_config('app.tenant', '${tenantId}', true); ${statement}; `;

  it('shows the runtime role one consortium, and nothing without one', async () => {
    const [here] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    for (const table of ['consortium', 'membership', 'organisation', 'person', 'affiliation', 'role_grant', 'member', 'consortium_person', 'seat']) {
      expect(await as('app', `select * from directory.${table}`)).toEqual([]);
      expect(await as('app', inTenant(here.id, `select * from directory.${table}`))).toHaveLength(1);
    }
  });

  it('lets the runtime role neither read accounts and sessions nor write people', async () => {
    const { id, lead } = await TestConsortium.found();
    for (const statement of [
      'select password_hash from directory.account',
      'select id from directory.account',
      'select * from directory.session',
      'select * from directory.join_code',
      'select * from directory.sign_in_attempt',
      `insert into directory.affiliation (person_id, created_at) values ('${NOWHERE}', now())`,
      `update directory.person set name = 'x'`,
      `update directory.organisation set name = 'x'`,
      `update directory.consortium set kind = 'TRAINING_CENTRE'`,
      `select directory.register_operator('a', 'a', 'a', 'aaa', '$argon2id$')`,
    ]) {
      await expect(as('app', inTenant(id, statement))).rejects.toThrow(/permission denied/);
    }
    await expect(as('app', inTenant(id, `insert into directory.membership (tenant_id, id, organisation_id, kind, since, created_at, updated_at, version) values ('${NOWHERE}', '${NOWHERE}', '${lead.id}', 'LEAD', now(), now(), now(), 1)`))).rejects.toThrow(/row-level security/);
  });

  it('lets a consortium be set up by itself alone, and holidays be written by operators alone', async () => {
    const [here, there] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    expect(await as('app', inTenant(here.id, `update directory.consortium set name = '别的名字' where id = '${there.id}' returning id`))).toEqual([]);
    expect(await as('app', inTenant(here.id, `update directory.consortium set name = '新的名字' returning id`))).toEqual([{ id: here.id }]);
    await expect(as('app', inTenant(here.id, `insert into directory.holiday_year (id, year, notice, address, days, created_at, updated_at, version) values ('${NOWHERE}', 2048, 'x', 'x', '[]', now(), now(), 1)`))).rejects.toThrow(/row-level security/);
  });

  it('refuses a role for a person whom the consortium does not know', async () => {
    const [here, there] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const stranger = await there.person(['TEACHER']);
    await expect(
      as('app', inTenant(here.id, `insert into directory.role_grant (id, person_id, organisation_id, role, since, created_at, updated_at, version) values (gen_random_uuid(), '${stranger.personId}', '${here.lead.id}', 'TEACHER', now(), now(), now(), 1)`)),
    ).rejects.toThrow(/foreign key/);
  });

  it('lets the role that checks sessions change nothing but sessions and what proves who somebody is', async () => {
    const { id } = await TestConsortium.found();
    for (const statement of [
      `update directory.account set login = 'somebody'`,
      'update directory.account set operator = true',
      `update directory.role_grant set role = 'SECRETARY'`,
      'delete from directory.person',
      'select * from platform.audit_log',
    ]) {
      await expect(as('auth', inTenant(id, statement))).rejects.toThrow(/permission denied/);
    }
  });

  it('forces row-level security on every table of the directory', async () => {
    const rows = await as<{ name: string }>('auth', `select relname as name from pg_class where relnamespace = 'directory'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`);
    expect(rows).toEqual([]);
  });
});
