import type { Client, TestConsortium } from '@gongjian/platform/testing';

const ANSWER = '{ id textHash clauses { id version } }';
const CREATE = `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) ${ANSWER} }`;
const ADD = `mutation ($id: ID!, $input: ClauseInput!) { addClause(agreementId: $id, input: $input) ${ANSWER} }`;
const ACCEPT = `mutation ($id: ID!, $version: Int!) { acceptClause(id: $id, version: $version) ${ANSWER} }`;
const POOL = 'mutation ($input: CreatePoolInput!) { createPool(input: $input) { id } }';
const RESOURCE = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }';

/** A day of Shanghai, so many days from today. */
export const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** An enterprise with a pool that shares with the lead unit, and who administers either; with `away` it is of another consortium, and leads that. */
export async function parties(consortium: TestConsortium, away?: TestConsortium) {
  const { id: enterpriseId } = away?.lead ?? (await consortium.member('示例轨道装备有限公司', 'ENTERPRISE'));
  const [school, enterprise] = await Promise.all([consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '王校长'), (away ?? consortium).person(['ORGANISATION_ADMINISTRATOR'], enterpriseId, '李总')]);
  const { createResource } = await enterprise.run(RESOURCE, { input: { kind: 'EQUIPMENT', name: '五轴加工中心', ownerId: enterpriseId } });
  const { createPool } = await enterprise.run(POOL, { input: { ownerId: enterpriseId, name: '五轴加工资源池', resourceIds: [createResource.id] } });
  return { school, enterprise, schoolId: consortium.lead.id, enterpriseId, poolId: createPool.id as string, machineId: createResource.id as string, guests: away ? [{ organisationId: consortium.lead.id, consortiumId: consortium.id }] : [] };
}

type Parties = Awaited<ReturnType<typeof parties>>;

/** Signed by both. */
export async function signed(both: Parties, title: string, terms: object = {}): Promise<string> {
  const id = await drafted(both, title, true, terms);
  const { agreement } = await both.school.run('query ($id: ID!) { agreement(id: $id) { textHash } }', { id });
  for (const who of [both.school, both.enterprise]) await who.run('mutation ($id: ID!, $input: SignAgreementInput!) { signAgreement(id: $id, input: $input) { id } }', { id, input: { textHash: agreement.textHash, office: '负责人' } });
  return id;
}

/** A booking of the school that uses the clause, some days ahead. */
export async function using({ school, schoolId, machineId }: Parties, title: string, days = 3): Promise<string> {
  const startsAt = new Date(`${dayFromNow(days)}T09:00:00+08:00`);
  const input = { title, purpose: 'PRACTICE_TEACHING', organisationId: schoolId, startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(), resourceIds: [machineId] };
  const { createBooking } = await school.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { ... on Booking { id } } }', { input });
  return createBooking.id as string;
}

/** A draft with one clause, accepted by both or not: of the school, or of who alone knows the pool where that is in another consortium. */
export async function drafted({ school, enterprise, schoolId, enterpriseId, poolId, guests }: Parties, title: string, accepted: boolean, terms: object = {}): Promise<string> {
  const [drafter, other]: Client[] = guests.length > 0 ? [enterprise, school] : [school, enterprise];
  const { createAgreement } = await drafter!.run(CREATE, { input: { kind: 'COOPERATION', title, purpose: '共建产教融合实践中心', partyIds: [schoolId, enterpriseId], guests, since: dayFromNow(0), until: dayFromNow(1200) } });
  const input = { kind: 'RESOURCE_USE', giverId: enterpriseId, takerId: schoolId, resourceUse: { poolId, purposes: ['PRACTICE_TEACHING'], quota: { amount: 120, unit: 'MACHINE_HOURS', per: 'MONTH' }, ...terms } };
  const { addClause } = await drafter!.run(ADD, { id: createAgreement.id, input });
  if (accepted) await other!.run(ACCEPT, addClause.clauses[0]);
  return createAgreement.id as string;
}
