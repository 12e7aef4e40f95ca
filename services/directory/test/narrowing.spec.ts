import { describe, expect, test } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';

const NARROW = 'mutation ($organisationId: ID!, $role: Role!, $denied: [Narrowable!]!) { narrowRole(organisationId: $organisationId, role: $role, denied: $denied) { narrowedRoles { role denied } viewerCanNarrow } }';
const MAY = '{ schedulingAccess { canBook canBlock canImport canExport canApprove canCreateResource } }';
const may = async (who: Client) => (await who.run(MAY)).schedulingAccess;

describe('a role that an organisation narrows', () => {
  test.concurrent('loses for its people what it takes, from the next request on, and gets it back', async () => {
    const consortium = await TestConsortium.found();
    const organisationId = consortium.lead.id;
    const [administrator, keeper, teacher] = await Promise.all((['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'TEACHER'] as const).map((role) => consortium.person([role])));
    expect(await may(keeper!)).toMatchObject({ canBook: true, canBlock: true, canImport: true, canCreateResource: true });
    const narrow = (role: string, denied: string[]) => administrator!.run(NARROW, { organisationId, role, denied });
    expect((await narrow('RESOURCE_KEEPER', ['IMPORT', 'BLOCK', 'KEEP'])).narrowRole).toEqual({ narrowedRoles: [{ role: 'RESOURCE_KEEPER', denied: ['BLOCK', 'IMPORT', 'KEEP'] }], viewerCanNarrow: true });
    expect(await may(keeper!)).toMatchObject({ canBook: true, canBlock: false, canImport: false, canCreateResource: false, canApprove: true });
    expect((await keeper!.refusal('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'EQUIPMENT', name: '车床', ownerId: organisationId } })).code).toBe('FORBIDDEN');
    expect(await may(teacher!)).toMatchObject({ canBook: true });
    await narrow('TEACHER', ['BOOK']);
    expect(await may(teacher!)).toMatchObject({ canBook: false, canExport: true });
    await narrow('RESOURCE_KEEPER', []);
    expect(await may(keeper!)).toMatchObject({ canBlock: true, canImport: true, canCreateResource: true });
  });

  test.concurrent('leaves what another role of the same person gives, and people of other organisations alone', async () => {
    const consortium = await TestConsortium.found();
    const { id: otherId } = await consortium.member('另一单位');
    const [administrator, both, other] = await Promise.all([consortium.person(['ORGANISATION_ADMINISTRATOR']), consortium.person(['TEACHER', 'COORDINATOR']), consortium.person(['TEACHER'], otherId)]);
    await administrator.run(NARROW, { organisationId: consortium.lead.id, role: 'TEACHER', denied: ['BOOK'] });
    for (const who of [both, other]) expect(await may(who)).toMatchObject({ canBook: true });
  });

  test.concurrent('is narrowed by its own administrator alone, never given more, and not the administrator’s own', async () => {
    const consortium = await TestConsortium.found();
    const organisationId = consortium.lead.id;
    const { id: otherId } = await consortium.member('另一单位');
    const [administrator, teacher, elsewhere] = await Promise.all([consortium.person(['ORGANISATION_ADMINISTRATOR']), consortium.person(['TEACHER']), consortium.person(['ORGANISATION_ADMINISTRATOR'], otherId)]);
    for (const who of [teacher, elsewhere, consortium.secretary]) expect((await who.refusal(NARROW, { organisationId, role: 'TEACHER', denied: ['BOOK'] })).code).toBe('FORBIDDEN');
    for (const role of ['ORGANISATION_ADMINISTRATOR', 'SECRETARY', 'PARK_ADMINISTRATOR']) expect(await administrator.refusal(NARROW, { organisationId, role, denied: ['BOOK'] })).toMatchObject({ code: 'ROLE_NOT_NARROWED', field: 'role' });
    expect((await administrator.run('query ($id: ID!) { organisation(id: $id) { narrowedRoles { role } } }', { id: organisationId })).organisation.narrowedRoles).toEqual([]);
  });

  test.concurrent('is told in the answer to why somebody may not', async () => {
    const consortium = await TestConsortium.found();
    const [administrator, teacher] = await Promise.all([consortium.person(['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER']), consortium.person(['TEACHER'])]);
    const { createResource } = await administrator.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'EQUIPMENT', name: '车床', ownerId: consortium.lead.id } });
    const book = async () => (await administrator.run('query ($resourceId: ID!, $personId: ID) { resourceAccess(resourceId: $resourceId, personId: $personId) { action allowed } }', { resourceId: createResource.id, personId: teacher.personId })).resourceAccess.find(({ action }: { action: string }) => action === 'BOOK');
    expect((await book()).allowed).toBe(true);
    await administrator.run(NARROW, { organisationId: consortium.lead.id, role: 'TEACHER', denied: ['BOOK'] });
    expect((await book()).allowed).toBe(false);
  });
});
