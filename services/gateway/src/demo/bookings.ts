import { Chance } from './chance.ts';
import type { Answer, Visitor } from './visitor.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Asia/Shanghai has no summer time. */
const OFFSET = 8 * HOUR;

const CREATE = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id state approvals { owner { id } state } } } }';
const DECIDE = 'mutation ($id: ID!, $decision: Decision!, $reason: String) { decideBooking(id: $id, decision: $decision, reason: $reason) { __typename } }';
const RESOURCES = '{ resources(filter: { bookable: true }, first: 500) { nodes { id name kind needsApproval owner { id shortName } } } }';

interface Bookable {
  id: string;
  name: string;
  kind: 'EQUIPMENT' | 'VENUE' | 'TEACHER' | 'ENGINEER';
  needsApproval: boolean;
  owner: { id: string; shortName: string };
}

const TITLES: Record<string, readonly string[]> = {
  PRACTICE_TEACHING: ['工业机器人编程实训', '转向架检修综合实训', '数控编程与加工', 'PLC应用技术实训', '毕业设计加工', '电工考证强化'],
  SOCIAL_TRAINING: ['企业新员工岗前培训', '高级工技能提升班', '1+X证书考核', '退役军人技能培训'],
  REAL_PRODUCTION: ['轴箱零件试制', '齿轮箱壳体加工', '小批量焊接件生产'],
  TECHNICAL_SERVICE: ['叶片尺寸检测', '牵引电机故障诊断', '工装夹具设计验证'],
  PILOT_TEST: ['新型转向架中试', '轻量化车体中试'],
};
const PURPOSES = ['PRACTICE_TEACHING', 'PRACTICE_TEACHING', 'PRACTICE_TEACHING', 'SOCIAL_TRAINING', 'SOCIAL_TRAINING', 'REAL_PRODUCTION', 'TECHNICAL_SERVICE', 'PILOT_TEST'];

/** Midnight of today in the consortium's time zone. */
function today(): number {
  return Math.floor((Date.now() + OFFSET) / DAY) * DAY - OFFSET;
}

/**
 * Some weeks of bookings around today. Those of past days were booked the day before they took place, so the same rules applied.
 * What a rule refuses stays refused: the demo only tries.
 */
export async function sowBookings(who: { bookers: readonly Visitor[]; deciders: Readonly<Record<string, Visitor>> }, count: number, chance: Chance): Promise<void> {
  const { resources } = await who.bookers[0]!.run(RESOURCES);
  const nodes = resources.nodes as Bookable[];
  const seats = await Promise.all(who.bookers.map(async (visitor) => ({ visitor, access: (await visitor.run('{ me { organisation { id } } schedulingAccess { bookForOrganisationIds } organisations(first: 50) { nodes { id kind } } }')) as Answer })));
  for (let number = 0; number < count; number++) {
    const { visitor, access } = chance.pick(seats);
    // Busier around today, and mostly on working days.
    const day = Math.round((chance.next() + chance.next() - 0.9) * 16);
    const start = today() + day * DAY + (8 + chance.below(8)) * HOUR + chance.below(2) * (HOUR / 2);
    if ([0, 6].includes(new Date(start + OFFSET).getUTCDay()) && chance.next() < 0.7) continue;
    const purpose = chance.pick(PURPOSES);
    const input = {
      title: chance.pick(TITLES[purpose]!),
      purpose,
      organisationId: forWhom(access, chance),
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + (1 + chance.below(4)) * HOUR).toISOString(),
      resourceIds: bundle(nodes, chance).map((resource) => resource.id),
      attendees: 8 + chance.below(13),
    };
    const bookedAt = new Date(Math.min(Date.now(), start - DAY));
    const { createBooking } = await visitor.run(CREATE, { input }, bookedAt);
    if (createBooking.__typename !== 'Booking' || createBooking.state !== 'PENDING') continue;
    // What lies ahead partly still waits for its owners; that is what the demo's people find on their desks.
    if (day > 0 && chance.next() < 0.7) continue;
    await decide(createBooking, who.deciders, bookedAt, chance);
  }
}

function forWhom(access: Answer, chance: Chance): string {
  const all = access.organisations.nodes as { id: string; kind: string }[];
  const own = access.me.organisation.id as string;
  return access.schedulingAccess.bookForOrganisationIds ? own : chance.pick(all.filter((one) => one.kind === 'SCHOOL' || one.kind === 'ENTERPRISE')).id;
}

/** A machine with its room and somebody who teaches, or a part of that; often one of the machines that must be asked for. */
function bundle(nodes: readonly Bookable[], chance: Chance): Bookable[] {
  const of = (...kinds: Bookable['kind'][]) => nodes.filter((resource) => kinds.includes(resource.kind));
  const machines = of('EQUIPMENT');
  const dear = chance.next() < 0.4 ? chance.some(machines.filter((machine) => machine.needsApproval), 1) : [];
  const plain = chance.some(machines.filter((machine) => !machine.needsApproval), dear.length > 0 ? chance.below(2) : 1 + chance.below(2));
  const rooms = chance.next() < 0.6 ? chance.some(of('VENUE'), 1) : [];
  const people = chance.next() < 0.3 ? chance.some(of('TEACHER', 'ENGINEER'), 1) : [];
  return [...dear, ...plain, ...rooms, ...people];
}

async function decide(booking: Answer, deciders: Readonly<Record<string, Visitor>>, at: Date, chance: Chance): Promise<void> {
  const refused = chance.next() < 0.1;
  const later = new Date(at.getTime() + HOUR / 4);
  for (const { owner, state } of booking.approvals as { owner: { id: string }; state: string }[]) {
    const decider = deciders[owner.id];
    if (!decider || state !== 'WAITING') continue;
    // A request of last week may have run out before its owner looked, here as in life.
    await decider.attempt(DECIDE, { id: booking.id, decision: refused ? 'REJECT' : 'APPROVE', ...(refused && { reason: '该时段安排了生产任务，请改期' }) }, later);
    if (refused) return;
  }
}
