import { Door } from '../../prove/common/door.mjs';
import { median, quantile } from '../../prove/common/numbers.mjs';
import { turn } from '../../prove/common/turn.mjs';
import { DAYS_AHEAD, fillBookings } from './fill.mjs';
import { prepareGround } from './ground.mjs';
import { RawWriter } from './raw.mjs';

const CLIENTS = 64;
const RESOURCES = 300;
/** What a park holds after some years: an empty table answers faster than anybody's will. */
const BOOKINGS = 200_000;
const BUNDLES = [1, 3];
const HOUR = 3_600_000;
const CREATE = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id state version } ... on BookingRefusal { reasons { message } } } }';

/** How long each side is measured in each round, in milliseconds. */
const TURN = 5000;
/** How long both run before that, for each size: V8 compiles for some half a minute what a server then runs for weeks. */
const WARM_UP = { product: 15_000, raw: 3000 };

/**
 * Creates per second through the product and by raw SQL, turn by turn on one durable database, so that whatever else
 * the machine does hits both.
 */
export async function measureCreates(bed, rounds) {
  const database = await bed.database({ durable: true });
  const product = await bed.product({ database });
  const ground = await prepareGround(product, database, RESOURCES);
  bed.say(`${await fillBookings(database, ground, BOOKINGS)} bookings filled in`);
  const door = new Door(CLIENTS);
  bed.keep(() => door.close());
  const raw = new RawWriter(database, ground, CLIENTS);
  bed.keep(() => raw.stop());
  const slots = freeSlots(ground.resourceIds);
  const sides = { product: (slot) => throughProduct(door, product, ground, slot), raw: (slot) => raw.create(slot) };

  const turns = [];
  for (const size of BUNDLES) for (const side of ['product', 'raw']) await turn(() => sides[side](slots[size]()), WARM_UP[side], CLIENTS);
  for (let round = 0; round < rounds; round++) {
    for (const size of BUNDLES) {
      for (const side of round % 2 ? ['raw', 'product'] : ['product', 'raw']) {
        const { perSecond, milliseconds } = await turn(() => sides[side](slots[size]()), TURN, CLIENTS);
        turns.push({ round, size, side, perSecond, milliseconds });
        bed.say(`round ${round + 1}, bundle of ${size}, ${side}: ${perSecond.toFixed(0)}/s, p99 ${quantile(milliseconds, 0.99).toFixed(0)} ms`);
      }
    }
  }
  tell(bed.report, turns, rounds);
  await product.stop();
}

function tell(report, turns, rounds) {
  for (const size of BUNDLES) {
    const of = (side) => turns.filter((one) => one.size === size && one.side === side);
    const ratios = of('product').map(({ round, perSecond }) => perSecond / of('raw').find((one) => one.round === round).perSecond);
    report.section(`Creates at ${CLIENTS} clients beside ${BOOKINGS.toLocaleString('en')} bookings, bundle of ${size}, free slots, median of ${rounds} rounds`);
    report.line('through the product', median(of('product').map(({ perSecond }) => perSecond)), { unit: '/s' });
    report.line('raw SQL', median(of('raw').map(({ perSecond }) => perSecond)), { unit: '/s' });
    report.line('ratio', median(ratios), { atLeast: 0.5 });
    report.line('p50 through the product', quantile(of('product').flatMap(({ milliseconds }) => milliseconds), 0.5), { unit: ' ms' });
    report.line('p99 through the product', quantile(of('product').flatMap(({ milliseconds }) => milliseconds), 0.99), { atMost: 500, unit: ' ms' });
    report.line('p99 raw SQL', quantile(of('raw').flatMap(({ milliseconds }) => milliseconds), 0.99), { unit: ' ms' });
  }
}

async function throughProduct(door, product, { organisationId, personCookie }, slot) {
  const input = { title: '测量', purpose: 'PRACTICE_TEACHING', organisationId, ...slot };
  const { status, data, errors, milliseconds } = await door.ask(product.url, personCookie, CREATE, { input });
  if (data?.createBooking?.__typename !== 'Booking') throw new Error(`A free slot was refused: ${status} ${JSON.stringify(errors ?? data)}`);
  return milliseconds;
}

/** For each size of bundle a source of times that are free, behind all that was filled in: half of the resources for each, group after group, hour after hour. */
function freeSlots(resourceIds) {
  const start = (Math.floor(Date.now() / (24 * HOUR)) + DAYS_AHEAD + 1) * 24 * HOUR;
  return Object.fromEntries(
    BUNDLES.map((size, index) => {
      const own = resourceIds.slice((index * resourceIds.length) / BUNDLES.length, ((index + 1) * resourceIds.length) / BUNDLES.length);
      const groups = Math.floor(own.length / size);
      let given = 0;
      return [
        size,
        () => {
          const [group, hour] = [given % groups, Math.floor(given / groups)];
          given++;
          const startsAt = start + hour * HOUR;
          return { resourceIds: own.slice(group * size, (group + 1) * size), startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + HOUR).toISOString() };
        },
      ];
    }),
  );
}
