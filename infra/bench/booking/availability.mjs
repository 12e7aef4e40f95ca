import { Door } from '../../prove/common/door.mjs';
import { Chance, median, quantile } from '../../prove/common/numbers.mjs';
import { fillBookings, takenTimes } from './fill.mjs';
import { prepareGround } from './ground.mjs';

const RESOURCES = 1000;
const SIZES = [10_000, 200_000, 1_000_000];
const ALTERNATIVES = 'kind startsAt endsAt resources { id name } replacements { original { id } substitute { id name } sameModel }';
const REASONS = 'code message resource { id name } allocation { startsAt endsAt booking { id title } }';
const CHECK = `query ($input: CheckBookingInput!) { answer: checkBooking(input: $input) { reasons { ${REASONS} } alternatives { ${ALTERNATIVES} } } }`;
const CREATE = `mutation ($input: CreateBookingInput!) { answer: createBooking(input: $input) { __typename ... on BookingRefusal { reasons { ${REASONS} } alternatives { ${ALTERNATIVES} } } } }`;

/** A park of a thousand: ten models of each kind, opening hours and buffers on some. */
const PARK = `name = 'R' || n, kind = (array['EQUIPMENT', 'EQUIPMENT', 'EQUIPMENT', 'VENUE', 'TEACHER'])[1 + n % 5], model = 'M' || n % 50, category = 'C' || n % 10,
  buffer_after = case when n % 4 = 0 then 5 else 0 end, name_key = lpad(n::text, 5, '0'),
  opening_hours = case when n % 3 = 0 then (select jsonb_agg(jsonb_build_object('weekday', d, 'opens', '08:00', 'closes', '20:00')) from generate_series(1, 7) d) else '[]' end`;

/**
 * How long a refusal takes that tells all reasons and legal alternatives, for a bundle of three, and every third time of
 * twelve, of which one at least is taken and often several; asked in turn of three databases that differ in how many bookings they hold.
 */
export async function measureAvailability(bed, asked) {
  const parks = [];
  for (const size of SIZES) {
    const database = await bed.database();
    const product = await bed.product({ database });
    const ground = await prepareGround(product, database, RESOURCES, PARK);
    const started = Date.now();
    const bookings = await fillBookings(database, ground, size);
    bed.say(`${bookings} bookings filled in, ${Math.round((Date.now() - started) / 1000)} s`);
    parks.push({ size, bookings, database, product, ground, times: await takenTimes(database, 2 * asked), milliseconds: { check: [], create: [] }, fewest: Infinity, illegal: 0, legal: 0, several: 0 });
  }
  const door = new Door(4);
  bed.keep(() => door.close());
  const chance = new Chance(7);
  // The first answers of a process are slower for reasons of their own.
  for (let number = 0; number < 2 * asked; number++) for (const park of parks) await askOnce(door, park, number, chance, number >= asked);
  tell(bed.report, parks);
  for (const { product } of parks) await product.stop();
}

async function askOnce(door, park, number, chance, counts) {
  const { product, ground, times } = park;
  const { resourceId, startsAt, endsAt } = times[number % times.length];
  const wish = { startsAt, endsAt, resourceIds: [resourceId, ...chance.some(ground.resourceIds.filter((id) => id !== resourceId), number % 3 ? 2 : 11)] };
  const kind = number % 2 ? 'create' : 'check';
  const input = kind === 'check' ? wish : { title: '测量', purpose: 'PRACTICE_TEACHING', organisationId: ground.organisationId, ...wish };
  const { status, data, errors, milliseconds } = await door.ask(product.url, ground.personCookie, kind === 'check' ? CHECK : CREATE, { input });
  if (!data?.answer.reasons?.length) throw new Error(`A taken time was not refused: ${status} ${JSON.stringify(errors ?? data)}`);
  if (!counts) return;
  park.milliseconds[kind].push(milliseconds);
  const { alternatives, reasons } = data.answer;
  if (new Set(reasons.map(({ resource }) => resource?.id)).size > 1) park.several++;
  // Two ways that take the same at the same time are one.
  park.fewest = Math.min(park.fewest, new Set(alternatives.map(({ startsAt, resources }) => [startsAt, ...resources.map(({ id }) => id).sort()].join())).size);
  if (number % 5 === 0 && alternatives.length > 0) await tryOne(door, park, chance.pick(alternatives));
}

/** What is offered has to be possible. */
async function tryOne(door, park, { startsAt, endsAt, resources }) {
  const { answer } = await door.run(park.product.url, park.ground.personCookie, CHECK, { input: { startsAt, endsAt, resourceIds: resources.map(({ id }) => id) } });
  if (answer.reasons.length > 0) park.illegal++;
  else park.legal++;
}

function tell(report, parks) {
  const all = ({ milliseconds }) => [...milliseconds.check, ...milliseconds.create];
  for (const park of parks) {
    report.section(`Refusal with reasons and alternatives, ${RESOURCES.toLocaleString('en')} resources, ${park.bookings.toLocaleString('en')} bookings, ${all(park).length} answers`);
    for (const kind of ['check', 'create']) report.line(`p50 / p95 of ${kind}Booking`, `${quantile(park.milliseconds[kind], 0.5).toFixed(0)} / ${quantile(park.milliseconds[kind], 0.95).toFixed(0)} ms`);
    report.line('p95 of both', quantile(all(park), 0.95), park.size === 200_000 ? { atMost: 300, unit: ' ms' } : { unit: ' ms' });
    report.line('refusals with several resources in trouble', park.several, { atLeast: 1 });
    report.line('fewest alternatives', park.fewest, { atLeast: 3 });
    report.line(`alternatives tried, of ${park.legal + park.illegal} not legal`, park.illegal, { exactly: 0 });
  }
  const [small, , large] = parks;
  report.section('From 10,000 to 1,000,000 bookings');
  report.line('time of the median, as a multiple', median(all(large)) / median(all(small)), { atMost: 2 });
  report.line('time of the 95th in a hundred, as a multiple', quantile(all(large), 0.95) / quantile(all(small), 0.95));
}
