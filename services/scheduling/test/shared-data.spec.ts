import { describe, expect, test } from '@jest/globals';
import { Secrets } from '@gongjian/platform/testing/inside';
import { at, database } from './kit.ts';
import { Lending } from './lending-kit.ts';

const SETS = '{ sharedData { id fields mask giver { id } clause { number } counts { people bookings hours } } }';
const PEOPLE = 'mutation ($id: ID!) { revealSharedPeople(grantId: $id) { kind name contact title skillLevel } }';
const USAGE = 'query ($id: ID!, $year: Int!) { sharedDataUsage(grantId: $id, year: $year) { kind name bookings hours } }';
const LOG = '{ auditEntries(first: 50) { nodes { operation changes { action subjectId } } } }';
const YEAR = Number(at(1, 9).slice(0, 4));

const data = (lending: Lending, fields: string[], mask: string) => ({ kind: 'DATA', giverId: lending.giver.id, takerId: lending.taker.id, data: { fields, mask, duties: '双方各自负责数据安全，不得转给第三方。' } });
/** As a register brings them in. */
async function person(lending: Lending, name: string): Promise<void> {
  const id = await lending.machine(name, { kind: 'ENGINEER', sharing: 'MEMBERS' });
  const phone = new Secrets(process.env.GONGJIAN_SECRET_KEY!).seal(lending.giver.consortium.id, '13912345678');
  const profession = { title: '高级工程师', skillLevel: '高级技师', dualQualified: null, subjects: [], practiceMonths: null, yearlyHours: null };
  await database((client) => client.query('update scheduling.resource set phone_sealed = $2, profession = $3 where id = $1', [id, phone, profession]));
}

const ready = async (lending: Lending, fields: string[], mask: string) => {
  await person(lending, '李建国');
  const signed = await lending.signed([data(lending, fields, mask)]);
  return signed.clauses[0]!.id;
};

describe('a clause on data in force', () => {
  test.concurrent.each([false, true])('shows the fields that it names, of the giver’s people, and nothing else (across consortia: %s)', async (across) => {
    const lending = await (across ? Lending.across() : Lending.within());
    const { who } = lending.taker;
    expect((await who.run(SETS)).sharedData).toEqual([]);
    const id = await ready(lending, ['PERSON_NAME', 'PERSON_CONTACT'], 'FULL');
    expect((await who.run(SETS)).sharedData).toEqual([{ id, fields: ['PERSON_NAME', 'PERSON_CONTACT'], mask: 'FULL', giver: { id: lending.giver.id }, clause: { number: 1 }, counts: { people: 1, bookings: null, hours: null } }]);
    expect((await who.run(PEOPLE, { id })).revealSharedPeople).toEqual([{ kind: 'ENGINEER', name: '李建国', contact: '13912345678', title: null, skillLevel: null }]);
    expect((await who.run(USAGE, { id, year: YEAR })).sharedDataUsage).toEqual([]);
  });

  test.concurrent('masks names and numbers where it says so', async () => {
    const lending = await Lending.within();
    const id = await ready(lending, ['PERSON_NAME', 'PERSON_CONTACT', 'PROFESSION'], 'PARTLY');
    expect((await lending.taker.who.run(PEOPLE, { id })).revealSharedPeople).toEqual([{ kind: 'ENGINEER', name: '李**', contact: '139****5678', title: '高级工程师', skillLevel: '高级技师' }]);
  });

  test.concurrent('on numbers alone tells how many there are, and nobody’s name', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine('五轴加工中心', { sharing: 'MEMBERS' });
    const id = await ready(lending, ['PERSON_NAME', 'BOOKINGS', 'USAGE_HOURS'], 'COUNTS');
    await lending.book([machine], { organisationId: lending.giver.id }, lending.giver.who);
    expect((await lending.taker.who.run(SETS)).sharedData).toMatchObject([{ counts: { people: 1, bookings: 1, hours: 2 } }]);
    expect((await lending.taker.who.run(PEOPLE, { id })).revealSharedPeople).toEqual([]);
    expect((await lending.taker.who.run(USAGE, { id, year: YEAR })).sharedDataUsage).toEqual([]);
  });

  test.concurrent('on use tells how much each of the giver’s things was used', async () => {
    const lending = await Lending.within();
    const machine = await lending.machine('五轴加工中心', { sharing: 'MEMBERS' });
    const id = await ready(lending, ['USAGE_HOURS'], 'FULL');
    await lending.book([machine], { organisationId: lending.giver.id }, lending.giver.who);
    expect((await lending.taker.who.run(USAGE, { id, year: YEAR })).sharedDataUsage).toEqual([{ kind: 'EQUIPMENT', name: '五轴加工中心', bookings: null, hours: 2 }]);
    expect((await lending.taker.who.run(PEOPLE, { id })).revealSharedPeople).toEqual([]);
  });

  test.concurrent('is for the administrators and coordinators of who takes it, while it is in force', async () => {
    const lending = await Lending.across();
    const id = await ready(lending, ['PERSON_NAME'], 'FULL');
    const { consortium } = lending.taker;
    const teacher = await consortium.person(['TEACHER'], lending.taker.id);
    expect((await teacher.refusal(PEOPLE, { id })).code).toBe('FORBIDDEN');
    const MAY = '{ schedulingAccess { canSeeSharedData } }';
    expect([(await teacher.run(MAY)).schedulingAccess.canSeeSharedData, (await lending.taker.who.run(MAY)).schedulingAccess.canSeeSharedData]).toEqual([false, true]);
    const outsider = await consortium.person(['ORGANISATION_ADMINISTRATOR'], (await consortium.member('旁观单位')).id);
    expect((await outsider.refusal(PEOPLE, { id })).code).toBe('NOT_FOUND');
    expect((await lending.giver.who.refusal(PEOPLE, { id })).code).toBe('NOT_FOUND');
    const { id: agreementId } = (await lending.taker.who.run('{ agreements { nodes { id } } }')).agreements.nodes[0];
    await lending.suspend(agreementId);
    expect((await lending.taker.who.refusal(PEOPLE, { id })).code).toBe('NOT_FOUND');
    expect((await lending.taker.who.run(SETS)).sharedData).toEqual([]);
    await lending.resume(agreementId);
    expect((await lending.taker.who.run(PEOPLE, { id })).revealSharedPeople).toHaveLength(1);
  });

  test.concurrent('leaves each look in the log of both consortia', async () => {
    const lending = await Lending.across();
    const id = await ready(lending, ['PERSON_NAME'], 'FULL');
    await lending.taker.who.run(PEOPLE, { id });
    for (const { consortium } of [lending.taker, lending.giver]) {
      const looks = (await consortium.secretary.run(LOG)).auditEntries.nodes.filter(({ operation }: { operation: string }) => operation === 'revealSharedPeople');
      expect(looks).toMatchObject([{ changes: [{ action: 'reveal', subjectId: id }] }]);
    }
  });
});
