import { blockers, deciders } from './world.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often each kind of try is made. */
export const WEIGHTS = { create: 38, 'create soon': 6, check: 4, move: 14, swap: 7, approve: 9, reject: 2, cancel: 8, restore: 5, maintain: 5, 'end maintenance': 2 };

/** How many of the resources, and which day, are what everybody wants. */
const HOT_RESOURCES = 12;
const HOT = 0.6;
const DAYS = 14;

const at = (milliseconds) => new Date(milliseconds).toISOString();
/** Far enough for every hold to outlast the run, whatever the hour. */
const soon = () => (Math.floor(Date.now() / DAY) + 2) * DAY;

/** A time on the half hour, half an hour to two hours long: mostly on the day that everybody wants. */
function aTime(chance) {
  const day = chance.next() < HOT ? 0 : chance.below(DAYS);
  const start = soon() + day * DAY + chance.below(48) * (HOUR / 2);
  return { startsAt: at(start), endsAt: at(start + (1 + chance.below(4)) * (HOUR / 2)) };
}

function aBundle({ resources }, chance, size = chance.next() < 0.03 ? 12 : 1 + chance.below(4)) {
  const from = chance.next() < HOT ? resources.slice(0, Math.max(HOT_RESOURCES, size)) : resources;
  return chance.some(from, size).map(({ id }) => id);
}

function aBooking(world, by, chance, rest) {
  const coordinates = by.role === 'SECRETARY' || by.role === 'PARK_ADMINISTRATOR';
  const organisationId = coordinates ? chance.pick(world.owners).id : by.organisationId;
  return { title: '并发实训', purpose: 'PRACTICE_TEACHING', organisationId, ...rest };
}

/** Mostly whoever asked for it, else the park: they get in each other's way. */
const changer = (booking, { people }, chance) => (chance.next() < 0.6 ? booking.by : people[1 + chance.below(2)]);
/** Now and then from a page that has not heard the news. */
const versionOf = ({ version }, chance) => (chance.next() < 0.05 ? Math.max(1, version - 1) : version);

/**
 * Each makes one try from what is known: who asks, which operation, with what. Null when there is nothing to try it on yet.
 * @type {Record<string, (world: any, ledger: any, chance: any) => { by: any, operation: string, variables: object } | null>}
 */
export const TRIES = {
  create(world, _ledger, chance) {
    const by = chance.pick(world.people);
    return { by, operation: 'createBooking', variables: { input: aBooking(world, by, chance, { ...aTime(chance), resourceIds: aBundle(world, chance) }) } };
  },

  /** Begins within seconds, so what waits for an answer runs out while others want it: jobs and takers end the same holds. */
  'create soon'(world, _ledger, chance) {
    const asking = world.resources.filter(({ needsApproval }) => needsApproval);
    const resourceIds = chance.some(asking, 1 + chance.below(2)).map(({ id }) => id);
    const by = chance.pick(world.people);
    const start = Date.now() + (2 + chance.below(20)) * 1000;
    return { by, operation: 'createBooking', variables: { input: aBooking(world, by, chance, { startsAt: at(start), endsAt: at(start + 5 * MINUTE), resourceIds }) } };
  },

  check(world, _ledger, chance) {
    return { by: chance.pick(world.people), operation: 'checkBooking', variables: { input: { ...aTime(chance), resourceIds: aBundle(world, chance) } } };
  },

  move(world, ledger, chance) {
    const booking = ledger.open(chance);
    if (!booking) return null;
    const later = (1 + chance.below(3)) * (HOUR / 2);
    const resized = { endsAt: at(Date.parse(booking.endsAt) + later) };
    const input = chance.next() < 0.3 ? resized : aTime(chance);
    return { by: changer(booking, world, chance), operation: 'updateBooking', variables: { id: booking.id, version: versionOf(booking, chance), input } };
  },

  /** As many resources as before, so that the size of each bundle stays known. */
  swap(world, ledger, chance) {
    const booking = ledger.open(chance);
    if (!booking) return null;
    const others = world.resources.map(({ id }) => id).filter((id) => !booking.resourceIds.includes(id));
    const kept = booking.resourceIds.slice(1 + chance.below(booking.size));
    const resourceIds = [...kept, ...chance.some(others, booking.size - kept.length)];
    return { by: changer(booking, world, chance), operation: 'updateBooking', variables: { id: booking.id, version: versionOf(booking, chance), input: { resourceIds } } };
  },

  approve: (world, ledger, chance) => decide(world, ledger, chance, { decision: 'APPROVE' }),
  reject: (world, ledger, chance) => decide(world, ledger, chance, { decision: 'REJECT', reason: '该时段安排了生产任务' }),

  cancel(world, ledger, chance) {
    const booking = ledger.open(chance);
    return booking && { by: changer(booking, world, chance), operation: 'cancelBooking', variables: { id: booking.id, version: versionOf(booking, chance), reason: '改期' } };
  },

  restore(world, ledger, chance) {
    const booking = ledger.cancelled(chance);
    return booking && { by: changer(booking, world, chance), operation: 'restoreBooking', variables: { id: booking.id, version: booking.version } };
  },

  maintain(world, _ledger, chance) {
    const resource = chance.pick(chance.next() < HOT ? world.resources.slice(0, HOT_RESOURCES) : world.resources);
    const input = { resourceId: resource.id, ...aTime(chance), reason: '主轴保养', displace: chance.next() < 0.5 };
    return { by: chance.pick(blockers(world, resource.ownerId)), operation: 'createMaintenance', variables: { input } };
  },

  'end maintenance'(world, ledger, chance) {
    const block = ledger.block(chance);
    return block && { by: world.people[1], operation: 'cancelMaintenance', variables: { id: block.id, version: block.version } };
  },
};

function decide(world, ledger, chance, decision) {
  const booking = ledger.waiting(chance);
  return booking && { by: chance.pick(deciders(world, chance.pick(booking.waiting))), operation: 'decideBooking', variables: { id: booking.id, ...decision } };
}

/** Somebody who was refused takes what was offered. */
export function takeAlternative(refusal, tried, chance) {
  const { startsAt, endsAt, resources } = chance.pick(refusal.alternatives);
  return { ...tried, variables: { input: { ...tried.variables.input, startsAt, endsAt, resourceIds: resources.map(({ id }) => id) } } };
}
