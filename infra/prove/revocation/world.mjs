import { Lending } from '../common/lending.mjs';
import { OPERATIONS } from '../booking/words.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The hour of a day to come at which nobody else books in this proof. */
export const hour = (number) => {
  const start = Math.floor(Date.now() / DAY) * DAY + (3 + Math.floor(number / 20)) * DAY + (number % 20) * HOUR;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + HOUR).toISOString() };
};
const TAKEN = hour(0);

/**
 * A machine that was lent by a clause of an agreement in force, with the giver's own booking on it; and whoever may lose it:
 * those who work for the taker, one of them by a single role, and whoever answers for the taker's consortium.
 */
export async function lend(product, isAcross) {
  const lending = isAcross ? await Lending.across(product) : await Lending.within(product);
  const { giver, taker } = lending;
  const [machine, other] = [await lending.machine('出借加工中心'), await lending.machine('另一台加工中心')];
  const [pool, second] = [await lending.pool('出借池', [machine]), await lending.pool('另一池', [other])];
  const agreement = await lending.signed([lending.use(pool.id), lending.use(second.id)]);
  const coordinator = await taker.consortium.person(['COORDINATOR'], taker.id, '借用协调人');
  const booked = await giver.who.run(OPERATIONS.createBooking, { input: { title: '自用', purpose: 'PRACTICE_TEACHING', organisationId: giver.id, resourceIds: [machine], ...TAKEN } });
  if (booked.createBooking.__typename !== 'Booking') throw new Error(JSON.stringify(booked));
  const people = {
    'giver’s administrator': { cookie: giver.who.cookie, isGiver: true },
    'taker’s administrator': { cookie: taker.who.cookie },
    'taker’s coordinator': { cookie: coordinator.cookie },
    'secretary of the taker’s consortium': { cookie: taker.consortium.secretary.cookie, isSecretary: true },
  };
  return { lending, machine, other, pool, agreement, coordinator, people, hours: 1, isAcross };
}
