import { DAY } from './bookings.ts';
import type { Answer, Visitor } from './visitor.ts';

const ANSWER = '{ id textHash clauses { id version } }';
const DRAFT = `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) ${ANSWER} }`;
const ADD = `mutation ($id: ID!, $input: ClauseInput!) { addClause(agreementId: $id, input: $input) ${ANSWER} }`;
const ACCEPT = `mutation ($id: ID!, $version: Int!) { acceptClause(id: $id, version: $version) ${ANSWER} }`;
const COMMENT = `mutation ($input: CommentAgreementInput!) { commentAgreement(input: $input) ${ANSWER} }`;
const SIGN = `mutation ($id: ID!, $input: SignAgreementInput!) { signAgreement(id: $id, input: $input) ${ANSWER} }`;
const POOL = 'mutation ($input: CreatePoolInput!) { createPool(input: $input) { id } }';
const THINGS = 'query ($filter: ResourceFilter) { resources(filter: $filter, first: 200) { nodes { id name } } }';

/** Asia/Shanghai has no summer time. */
const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10);

interface Side {
  id: string;
  who: Visitor;
}

/** A school and an enterprise: one agreement in force, one that waits for the enterprise's signature, one that is being drafted. */
export async function sowAgreements(school: Side, enterprise: Side): Promise<void> {
  const [printers, workshop] = [await pool(enterprise, '航发智造资源池', ['3D打印', '航空发动机', '加工中心']), await pool(school, '轨道实训资源池', ['机器人', '数控', '三坐标'])];
  const given = { giverId: enterprise.id, takerId: school.id };
  const taken = { giverId: school.id, takerId: enterprise.id };

  const signed = await drafted(school, enterprise, '航空制造校企合作协议', '共建航空制造人才培养基地：设备共用、岗位共设、工程师进课堂。', [
    { kind: 'RESOURCE_USE', ...given, resourceUse: { poolId: printers, purposes: ['PRACTICE_TEACHING', 'TECHNICAL_SERVICE'], quota: { amount: 120, unit: 'MACHINE_HOURS', per: 'MONTH' }, beyondQuota: 'APPROVE', horizonDays: 60, pricePerHour: 80, publicBenefitShare: 40 } },
    { kind: 'INTERNS', ...given, interns: { posts: 40, per: 'YEAR', majors: '数控技术、增材制造技术' } },
    { kind: 'EXCHANGE', ...given, exchange: { who: 'ENGINEER', amount: 240, unit: 'CLASS_HOURS' } },
    { kind: 'DATA', ...taken, data: { fields: ['PERSON_NAME', 'PERSON_CONTACT', 'PROFESSION', 'USAGE_HOURS'], mask: 'PARTLY', duties: '双方各自负责数据安全，仅用于安排教师到企业实践，不得转给第三方。' } },
  ]);
  await sign(school, signed, '校长');
  await sign(enterprise, signed, '总经理');

  const waiting = await drafted(school, enterprise, '轨道实训设备共享协议', '实训设备向企业职工培训开放。', [
    { kind: 'RESOURCE_USE', ...taken, resourceUse: { poolId: workshop, purposes: ['SOCIAL_TRAINING'], quota: { amount: 400, unit: 'HOURS', per: 'YEAR' }, approval: true, pricePerHour: 30, publicBenefitShare: 60 } },
    { kind: 'EXCHANGE', ...taken, exchange: { who: 'TEACHER', amount: 60, unit: 'DAYS' } },
  ]);
  await sign(school, waiting, '校长');

  const { createAgreement } = await enterprise.who.run(DRAFT, { input: { kind: 'COOPERATION', title: '人才培养方案共建与数据共享协议', purpose: '共同修订专业人才培养方案，按季度交换人才需求。', partyIds: [enterprise.id, school.id], since: dayFromNow(20), until: dayFromNow(20 + 730) } });
  await enterprise.who.run(ADD, { id: createAgreement.id, input: { kind: 'PROGRAMME', ...taken, programme: { rights: ['READ', 'CO_AUTHOR'], majors: '数控技术' } } });
  await enterprise.who.run(ADD, { id: createAgreement.id, input: { kind: 'DATA', ...given, data: { fields: ['TALENT_DEMAND'], mask: 'COUNTS', duties: '双方各自负责数据安全，仅用于专业设置与人才培养，不得转给第三方。' } } });
  await school.who.run(COMMENT, { input: { agreementId: createAgreement.id, text: '人才需求建议按岗位和学历分列，每季度首月10日前提供。' } });
}

/**
 * A practice centre of another consortium lends its machines to the college: signed on both sides, and booked together with
 * a room and a teacher of the college's own.
 */
export async function sowAcross(school: Side & { consortiumId: string }, centre: Side & { consortiumId: string }, coordinator: Visitor): Promise<void> {
  const poolId = await pool(centre, '新能源汽车实训资源池', ['新能源', '电池', '机器人', '加工中心', '检测']);
  const guests = [{ organisationId: school.id, consortiumId: school.consortiumId }];
  const { createAgreement } = await centre.who.run(DRAFT, { input: { kind: 'SHARING', title: '实践中心设备共享协议', purpose: '实践中心设备向市域产教联合体院校开放，用于实践教学。', partyIds: [centre.id, school.id], guests, since: dayFromNow(0), until: dayFromNow(730) } });
  const clause = { kind: 'RESOURCE_USE', giverId: centre.id, takerId: school.id, resourceUse: { poolId, purposes: ['PRACTICE_TEACHING'], quota: { amount: 60, unit: 'MACHINE_HOURS', per: 'MONTH' }, beyondQuota: 'APPROVE', horizonDays: 90, pricePerHour: 120, publicBenefitShare: 50 } };
  const { addClause } = await centre.who.run(ADD, { id: createAgreement.id, input: clause });
  for (const each of addClause.clauses as { id: string; version: number }[]) await school.who.run(ACCEPT, each);
  await sign(centre, addClause as Answer, '总经理');
  await sign(school, addClause as Answer, '校长');
  const { sharedThings } = await coordinator.run('{ sharedThings(first: 20) { nodes { resource { id bookable } } } }');
  const own = async (kind: string) => (await coordinator.run('query ($filter: ResourceFilter) { resources(filter: $filter, first: 1) { nodes { id } } }', { filter: { ownerIds: [school.id], kinds: [kind], bookable: true, needsApproval: false } })).resources.nodes as { id: string }[];
  const resourceIds = [...(sharedThings.nodes as { resource: { id: string; bookable: boolean } }[]).filter(({ resource }) => resource.bookable).map(({ resource }) => resource.id).slice(0, 1), ...[...(await own('VENUE')), ...(await own('TEACHER'))].map(({ id }) => id)];
  // The first day on which all of them are free and open.
  for (let day = 5; day < 40; day++) {
    const startsAt = new Date(`${dayFromNow(day)}T14:00:00+08:00`);
    const input = { title: '新能源汽车电池检测实训', purpose: 'PRACTICE_TEACHING', organisationId: school.id, startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(), resourceIds };
    const { createBooking } = await coordinator.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename } }', { input });
    if (createBooking.__typename === 'Booking') return;
  }
}

async function pool({ id, who }: Side, name: string, words: readonly string[]): Promise<string> {
  const { resources } = await who.run(THINGS, { filter: { ownerIds: [id], kinds: ['EQUIPMENT'] } });
  const nodes = resources.nodes as { id: string; name: string }[];
  const wanted = nodes.filter((node) => words.some((word) => node.name.includes(word)));
  const { createPool } = await who.run(POOL, { input: { ownerId: id, name, resourceIds: (wanted.length > 0 ? wanted : nodes).slice(0, 12).map((node) => node.id) } });
  return createPool.id as string;
}

/** Written by the school, accepted by the enterprise. */
async function drafted(school: Side, enterprise: Side, title: string, purpose: string, clauses: readonly object[]): Promise<Answer> {
  const { createAgreement } = await school.who.run(DRAFT, { input: { kind: 'COOPERATION', title, purpose, partyIds: [school.id, enterprise.id], since: dayFromNow(0), until: dayFromNow(1100) } });
  let now = createAgreement as Answer;
  for (const input of clauses) now = (await school.who.run(ADD, { id: now['id'], input })).addClause as Answer;
  for (const clause of now['clauses'] as { id: string; version: number }[]) await enterprise.who.run(ACCEPT, clause);
  return now;
}

async function sign({ who }: Side, agreement: Answer, office: string): Promise<void> {
  await who.run(SIGN, { id: agreement['id'], input: { textHash: agreement['textHash'], office } });
}
