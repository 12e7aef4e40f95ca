import { describe, expect, it } from '@jest/globals';
import { type Client, TestConsortium } from '@gongjian/platform/testing';
import { addPerson, anAccount, endMembership, revokeRole } from './kit.ts';

const PEOPLE = 'query ($text: String!, $first: Int) { searchPeople(text: $text, first: $first) { id name roleGrants { role organisation { shortName } } } }';
const ORGANISATIONS = 'query ($text: String!) { searchOrganisations(text: $text) { matchedBy organisation { name } } }';

const people = async (who: Client, text: string): Promise<string[]> => (await who.run(PEOPLE, { text })).searchPeople.map(({ name }: { name: string }) => name);
const organisations = async (who: Client, text: string): Promise<string[]> => (await who.run(ORGANISATIONS, { text })).searchOrganisations.map((hit: { organisation: { name: string } }) => hit.organisation.name);

async function add(consortium: TestConsortium, name: string, organisationId = consortium.lead.id): Promise<{ id: string; roleGrants: { id: string }[] }> {
  return (await consortium.secretary.run(addPerson, { input: { account: anAccount(undefined, name), organisationId, roles: ['TEACHER'] } })).addPerson;
}

describe('searching people', () => {
  it('finds by Chinese, pinyin, initials, with and without dots, in rare characters and of one letter', async () => {
    const consortium = await TestConsortium.found();
    for (const name of ['单绿茵', '阿依古丽·买买提', '王䶮', 'Q Li']) await add(consortium, name);
    const { secretary } = consortium;
    for (const text of ['单', '绿茵', '单绿茵', 'shanlvyin', 'SLY', 'ｓｌｙ', 'lvy']) expect([text, await people(secretary, text)]).toEqual([text, ['单绿茵']]);
    for (const text of ['阿依', '买买提', '阿依古丽·买买提', '阿依古丽•买买提', '阿依古丽买买提', 'ayiguli', 'mmt', '买买提 阿依']) expect([text, await people(secretary, text)]).toEqual([text, ['阿依古丽·买买提']]);
    expect(await people(secretary, '䶮')).toEqual(['王䶮']);
    expect(await people(secretary, 'q li')).toEqual(['Q Li']);
    for (const text of ['单买', '%%', '单 买买提', '\\\\']) expect([text, await people(secretary, text)]).toEqual([text, []]);
  });

  it('names that are so come before names that begin so, and those before the rest', async () => {
    const consortium = await TestConsortium.found();
    for (const name of ['欧阳海明', '李海', '海明', '海明威']) await add(consortium, name);
    expect(await people(consortium.secretary, '海明')).toEqual(['海明', '海明威', '欧阳海明']);
    expect((await consortium.secretary.run(PEOPLE, { text: '海', first: 2 })).searchPeople).toHaveLength(2);
  });

  it('shows to each what the list of people shows them, and never who has left', async () => {
    const consortium = await TestConsortium.found();
    const firm = await consortium.member();
    const gone = await add(consortium, '赵已离');
    await add(consortium, '赵在校');
    await add(consortium, '赵在企', firm.id);
    for (const { id } of gone.roleGrants) await consortium.secretary.run(revokeRole, { id });
    const [teacher, student, other] = await Promise.all([consortium.person(['TEACHER'], firm.id), consortium.person(['STUDENT'], firm.id, '赵学生'), TestConsortium.found()]);
    expect((await people(consortium.secretary, '赵')).sort()).toEqual(['赵在企', '赵在校', '赵学生'].sort());
    expect((await people(teacher, '赵')).sort()).toEqual(['赵在企', '赵学生'].sort());
    expect(await people(student, '赵')).toEqual(['赵学生']);
    expect(await people(other.secretary, '赵')).toEqual([]);
  });

  it('too short and too long texts are told at the field', async () => {
    const { secretary } = await TestConsortium.found();
    for (const text of ['a', '字'.repeat(1000)]) expect(await secretary.refusal(PEOPLE, { text })).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  });
});

describe('searching organisations', () => {
  it('by name, pinyin, initials and 统一社会信用代码 in any way of writing; members that have not left, of this consortium', async () => {
    const [consortium, other] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const firm = await consortium.member('示例轨道交通装备有限公司');
    const spaced = firm.uscc.replace(/(.{4})/g, '$1 ').trim();
    for (const text of ['轨道', 'guidao', 'gdjt', '装备 轨道', firm.uscc, firm.uscc.toLowerCase(), spaced, firm.uscc.slice(8)]) expect([text, await organisations(consortium.secretary, text)]).toEqual([text, [firm.name]]);
    expect((await consortium.secretary.run(ORGANISATIONS, { text: firm.uscc })).searchOrganisations[0].matchedBy).toBe('USCC');
    expect((await consortium.secretary.run(ORGANISATIONS, { text: '轨道' })).searchOrganisations[0].matchedBy).toBe('NAME');
    for (const text of [firm.uscc, '轨道']) expect(await organisations(other.secretary, text)).toEqual([]);
    for (const text of ['--', '%%', '牵头轨道']) expect([text, await organisations(consortium.secretary, text)]).toEqual([text, []]);

    const { organisation } = await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: firm.id });
    await consortium.secretary.run(endMembership, { id: organisation.membership.id });
    expect(await organisations(consortium.secretary, '轨道')).toEqual([]);
  });
});
