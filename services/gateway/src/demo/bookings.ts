import type { Chance } from './chance.ts';
import { EVENINGS, LESSONS, SHIFTS, courses } from './courses.ts';
import type { Course } from './courses.ts';
import type { Answer, Visitor } from './visitor.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Asia/Shanghai has no summer time. */
const OFFSET = 8 * HOUR;

const CREATE = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id state approvals { owner { id } state } } } }';
const DECIDE = 'mutation ($id: ID!, $decision: Decision!, $reason: String) { decideBooking(id: $id, decision: $decision, reason: $reason) { __typename } }';
const RESOURCES = '{ resources(filter: { bookable: true }, first: 500) { nodes { id name kind needsApproval owner { id shortName } } } }';

/** So many book at a time. */
const LANES = 4;

interface Bookable {
  id: string;
  name: string;
  kind: 'EQUIPMENT' | 'VENUE' | 'TEACHER' | 'ENGINEER';
  needsApproval: boolean;
  owner: { id: string; shortName: string };
}

/** Midnight, so many days from today, in the consortium's time zone. */
export function midnightIn(days: number): number {
  return (Math.floor((Date.now() + OFFSET) / DAY) + days) * DAY - OFFSET;
}

/**
 * Some weeks of bookings around today. Those of past days were booked the day before they took place, so the same rules applied.
 * What a rule refuses stays refused: like people, the demo then tries another time of that day, and gives up after some.
 */
export async function sowBookings(who: { bookers: readonly Visitor[]; deciders: Readonly<Record<string, Visitor>> }, count: number, chance: Chance): Promise<void> {
  const { resources } = await who.bookers[0]!.run(RESOURCES);
  const nodes = resources.nodes as Bookable[];
  const offered = offers(nodes);
  const seats = await Promise.all(who.bookers.map(async (visitor) => ({ visitor, access: (await visitor.run('{ me { organisation { id } } schedulingAccess { bookForOrganisationIds } organisations(first: 50) { nodes { id kind } } }')) as Answer })));
  const sowOne = async ({ visitor, access }: (typeof seats)[number], chance: Chance) => {
    // Busier around today, and mostly on working days.
    const day = Math.round((chance.next() + chance.next() - 0.9) * 16);
    const midnight = midnightIn(day);
    if ([0, 6].includes(new Date(midnight + OFFSET).getUTCDay()) && chance.next() < 0.85) return;
    const course = chance.pick(offered);
    const details = { title: chance.pick(course.titles), purpose: course.purpose, organisationId: forWhom(access, chance), resourceIds: bundle(nodes, course, chance).map(({ id }) => id), attendees: course.purpose === 'REAL_PRODUCTION' || course.purpose === 'TECHNICAL_SERVICE' ? 2 + chance.below(5) : 12 + chance.below(9) };
    for (let tries = 0; tries < 3; tries++) {
      const [from, until] = hoursOf(course, chance);
      const start = midnight + from * HOUR;
      const bookedAt = new Date(Math.min(Date.now(), start - DAY));
      const { createBooking } = await visitor.run(CREATE, { input: { ...details, startsAt: new Date(start).toISOString(), endsAt: new Date(midnight + until * HOUR).toISOString() } }, bookedAt);
      if (createBooking.__typename !== 'Booking') continue;
      // What lies ahead partly still waits for its owners; that is what the demo's people find on their desks.
      if (createBooking.state === 'PENDING' && (day <= 0 || chance.next() < 0.4)) await decide(createBooking, who.deciders, bookedAt, chance);
      return;
    }
  };
  // People book side by side, each lane by a chance of its own: it tries the same, whoever is faster.
  await Promise.all(
    Array.from({ length: LANES }, async (_, number) => {
      const own = chance.apart(number);
      for (let left = Math.ceil(count / LANES); left > 0; left--) await sowOne(own.pick(seats), own);
    }),
  );
}

/** The courses that this consortium has the things for, the common ones more often. */
function offers(nodes: readonly Bookable[]): Course[] {
  const has = (names: readonly string[]) => nodes.some((resource) => names.some((name) => resource.name.includes(name)));
  return courses.filter(({ machines, rooms }) => (machines.length > 0 ? has(machines) : has(rooms))).flatMap((course) => Array.from({ length: course.weight }, () => course));
}

function hoursOf({ purpose }: Course, chance: Chance): readonly [from: number, until: number] {
  if (purpose === 'REAL_PRODUCTION' || purpose === 'PILOT_TEST') return chance.pick(SHIFTS);
  return chance.pick(purpose === 'SOCIAL_TRAINING' && chance.next() < 0.35 ? EVENINGS : LESSONS);
}

function forWhom(access: Answer, chance: Chance): string {
  const all = access.organisations.nodes as { id: string; kind: string }[];
  const own = access.me.organisation.id as string;
  return access.schedulingAccess.bookForOrganisationIds ? own : chance.pick(all.filter((one) => one.kind === 'SCHOOL' || one.kind === 'ENTERPRISE')).id;
}

/** A machine or two of a kind, the room for them, and somebody who teaches. */
function bundle(nodes: readonly Bookable[], course: Course, chance: Chance): Bookable[] {
  const named = (names: readonly string[]) => nodes.filter((resource) => names.some((name) => resource.name.includes(name)));
  const machines = chance.some(named(course.machines), chance.next() < 0.3 ? 2 : 1);
  const rooms = chance.next() < (machines.length > 0 ? 0.7 : 1) ? chance.some(named(course.rooms), 1) : [];
  const people = chance.next() < course.taught ? chance.some(nodes.filter(({ kind }) => kind === 'TEACHER' || kind === 'ENGINEER'), 1) : [];
  return [...machines, ...rooms, ...people];
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
