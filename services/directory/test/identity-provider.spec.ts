import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, type Organisation, TestConsortium } from '@gongjian/platform/testing';

const CREATE = 'mutation ($organisationId: ID!, $input: IdentityProviderInput!) { createIdentityProvider(organisationId: $organisationId, input: $input) { id version domains code hasClientSecret linkedPeople viewerCanUpdate organisation { id } } }';
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: IdentityProviderInput!) { updateIdentityProvider(id: $id, version: $version, input: $input) { version hasClientSecret name } }';
const REMOVE = 'mutation ($id: ID!, $version: Int!) { removeIdentityProvider(id: $id, version: $version) }';
const LIST = '{ identityProviders { id organisation { id } } identityProviderOrganisations { id } me { viewerKeepsIdentityProviders } }';

const aCode = () => `c-${randomUUID().slice(0, 12)}`;
const input = (changes: object = {}) => ({ name: '统一身份认证', code: aCode(), issuer: 'https://sso.szpt.example', clientId: 'gongjian', clientSecret: 'S3cret-of-the-school', domains: ['szpt.example'], enabled: true, ...changes });

let consortium: TestConsortium;
let secretary: Client;
let lead: string;
let member: Organisation;
let administrator: Client;

beforeAll(async () => {
  consortium = await TestConsortium.found();
  secretary = consortium.secretary;
  lead = consortium.lead.id;
  member = await consortium.member();
  administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], member.id, '单位管理员');
});

const create = (who: Client, organisationId: string, changes: object = {}) => who.run(CREATE, { organisationId, input: input(changes) });

describe('an organisation’s identity provider', () => {
  it('is set up, changed and taken away; its secret is shown to nobody, not even to the audit log', async () => {
    const { createIdentityProvider: provider } = await create(secretary, lead, { domains: ['@SZPT.example', 'szpt.example', '深圳职大.中国'] });
    expect(provider).toMatchObject({ version: 1, hasClientSecret: true, linkedPeople: 0, viewerCanUpdate: true, organisation: { id: lead } });
    expect(provider.domains).toEqual(['szpt.example', 'xn--tfrq0vlxiw6h.xn--fiqs8s'].map((domain) => (domain.startsWith('xn') ? expect.stringMatching(/^xn--.+\.xn--fiqs8s$/) : domain)));
    const change = (version: number, changes: object) => secretary.run(UPDATE, { id: provider.id, version, input: input({ code: provider.code, ...changes }) });
    expect((await change(1, { name: '新名称', clientSecret: null })).updateIdentityProvider).toEqual({ version: 2, hasClientSecret: true, name: '新名称' });
    expect((await secretary.refusal(UPDATE, { id: provider.id, version: 1, input: input({ code: provider.code }) })).code).toBe('STALE_VERSION');
    expect((await change(2, { clientSecret: '' })).updateIdentityProvider.hasClientSecret).toBe(false);
    const { auditEntries } = await secretary.run('{ auditEntries(first: 20) { nodes { operation changes { fields { field after } } } } }');
    const log = JSON.stringify(auditEntries);
    expect(log).toContain('createIdentityProvider');
    expect(log).not.toContain('S3cret-of-the-school');
    expect(await secretary.run(REMOVE, { id: provider.id, version: 3 })).toEqual({ removeIdentityProvider: true });
    expect((await secretary.refusal(REMOVE, { id: provider.id, version: 3 })).code).toBe('NOT_FOUND');
  });

  it('tells all that is wrong, each at its field, and keeps nothing then', async () => {
    const bad = { name: ' ', code: 'Ä', issuer: 'not an address', clientId: '', domains: ['qq.com', 'no domain'] };
    const { errors } = await secretary.try(CREATE, { organisationId: lead, input: input(bad) });
    const problems = Object.fromEntries(errors![0]!.extensions.details!.problems!.map(({ field, code }) => [field, code]));
    expect(problems).toEqual({ 'input.name': 'REQUIRED', 'input.code': 'TOO_SHORT', 'input.issuer': 'ISSUER_FORM', 'input.clientId': 'REQUIRED', 'input.domains.0': 'DOMAIN_PUBLIC', 'input.domains.1': 'DOMAIN_FORM' });
    for (const [changes, field, code] of [
      [{ code: 'find' }, 'input.code', 'SIGN_IN_CODE_TAKEN'],
      [{ code: '-x-' }, 'input.code', 'SIGN_IN_CODE_FORM'],
      [{ domains: [] }, 'input.domains', 'TOO_FEW'],
      [{ issuer: 'https://sso.szpt.example/.well-known/openid-configuration' }, 'input.issuer', 'ISSUER_FORM'],
      [{ issuer: 'https://sso.szpt.example/?tenant=1' }, 'input.issuer', 'ISSUER_FORM'],
      [{ issuer: 'https://169.254.169.254/' }, 'input.issuer', 'ADDRESS_REFUSED'],
      [{ issuer: 'https://10.1.2.3/' }, 'input.issuer', 'ADDRESS_REFUSED'],
      [{ issuer: 'http://223.5.5.5/' }, 'input.issuer', 'ADDRESS_NOT_HTTPS'],
      [{ clientSecret: 'x'.repeat(501) }, 'input.clientSecret', 'TOO_LONG_TEXT'],
    ] as const) {
      const refused = await secretary.try(CREATE, { organisationId: lead, input: input(changes) });
      expect([changes, refused.errors?.[0]?.extensions.details?.problems?.map((problem) => [problem.field, problem.code])]).toEqual([changes, [[field, code]]]);
    }
    expect((await secretary.refusal(CREATE, { organisationId: randomUUID(), input: input() })).code).toBe('NOT_FOUND');
  });

  it('has a short link that nobody else has, in whatever consortium', async () => {
    const [other, code] = [await TestConsortium.found(), aCode()];
    const { createIdentityProvider } = await create(secretary, lead, { code });
    expect(await other.secretary.refusal(CREATE, { organisationId: other.lead.id, input: input({ code: code.toUpperCase() }) })).toMatchObject({ code: 'BAD_INPUT', field: 'input.code' });
    expect((await other.secretary.refusal(UPDATE, { id: createIdentityProvider.id, version: 1, input: input() })).code).toBe('NOT_FOUND');
    expect((await other.secretary.run(LIST)).identityProviders).toEqual([]);
    await secretary.run(REMOVE, { id: createIdentityProvider.id, version: 1 });
    await create(other.secretary, other.lead.id, { code });
  });

  it('is one of five at most, also when two are set up at once', async () => {
    const { id } = await consortium.member('五个提供方的单位');
    for (let count = 0; count < 4; count++) await create(secretary, id);
    const answers = await Promise.all([secretary.try(CREATE, { organisationId: id, input: input() }), secretary.try(CREATE, { organisationId: id, input: input() })]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE').sort()).toEqual(['DONE', 'PROVIDERS_ENOUGH']);
  });
});

describe('who sets up identity providers', () => {
  it('an organisation’s administrator for the own one alone; teachers see none', async () => {
    const { createIdentityProvider: own } = await create(administrator, member.id);
    const { createIdentityProvider: other } = await create(secretary, lead);
    expect((await administrator.refusal(CREATE, { organisationId: lead, input: input() })).code).toMatch(/FORBIDDEN|NOT_FOUND/);
    expect((await administrator.refusal(UPDATE, { id: other.id, version: 1, input: input() })).code).toBe('NOT_FOUND');
    const seen = await administrator.run(LIST);
    expect(seen.identityProviders.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect(seen.identityProviderOrganisations).toEqual([{ id: member.id }]);
    expect(seen.me.viewerKeepsIdentityProviders).toBe(true);
    const teacher = await consortium.person(['TEACHER'], member.id);
    expect(await teacher.run(LIST)).toEqual({ identityProviders: [], identityProviderOrganisations: [], me: { viewerKeepsIdentityProviders: false } });
    expect((await teacher.refusal(REMOVE, { id: own.id, version: 1 })).code).toBe('NOT_FOUND');
  });

  it('the security administrator alone, where administration is separated', async () => {
    const apart = await TestConsortium.found();
    const [security, system] = [await apart.person(['SECURITY_ADMINISTRATOR'], apart.lead.id, '安全'), await apart.person(['SYSTEM_ADMINISTRATOR'], apart.lead.id, '系统')];
    await apart.person(['AUDIT_ADMINISTRATOR'], apart.lead.id, '审计');
    const its = await apart.person(['ORGANISATION_ADMINISTRATOR'], apart.lead.id, '单位');
    const { createIdentityProvider } = await create(its, apart.lead.id);
    await apart.secretary.run('mutation { separateAdministration(on: true) { id } }');
    for (const who of [apart.secretary, system, its]) expect((await who.refusal(CREATE, { organisationId: apart.lead.id, input: input() })).code).toMatch(/FORBIDDEN|NOT_FOUND/);
    expect((await its.refusal(REMOVE, { id: createIdentityProvider.id, version: 1 })).code).toBe('FORBIDDEN');
    await security.run(REMOVE, { id: createIdentityProvider.id, version: 1 });
    await create(security, apart.lead.id);
  });
});
