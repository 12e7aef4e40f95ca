import { setTimeout as wait } from 'node:timers/promises';
import { Crowd } from './booking/crowd.mjs';
import { disarm, tearBundles } from './booking/disarm.mjs';
import { Ledger } from './booking/ledger.mjs';
import { sweep } from './booking/sweep.mjs';
import { askTwice } from './booking/twice.mjs';
import { buildWorld } from './booking/world.mjs';
import { Door } from './common/door.mjs';
import { Chance, median, quantile } from './common/numbers.mjs';

export const about = 'no double booking, whoever does what at the same time; two server processes on one database';
export const options = { tries: { type: 'string', default: '20000' }, seed: { type: 'string', default: '2026' } };

const CLIENTS = 256;
const FEWER_CLIENTS = 64;

/** The proof, then the same crowd with the defences taken away, which has to be caught. */
export async function measure(bed) {
  const tries = bed.number('tries');
  await prove(bed, tries);
  await control(bed, Math.max(2000, Math.round(tries / 5)));
}

async function open(bed, durable) {
  const database = await bed.database({ durable });
  const products = [await bed.product({ database }), await bed.product({ database })];
  const door = new Door(CLIENTS);
  bed.keep(() => door.close());
  const world = await buildWorld(products[0]);
  const parts = { world, ledger: new Ledger(), chance: new Chance(bed.number('seed')), door, urls: products.map(({ url }) => url) };
  const close = async () => {
    for (const product of products) await product.stop();
  };
  return { database, parts, products, close };
}

async function prove(bed, tries) {
  const { report } = bed;
  const { database, parts, products, close } = await open(bed, true);
  const started = Date.now();
  bed.say(`${tries} tries of ${CLIENTS} clients …`);
  const crowd = new Crowd(parts);
  await crowd.run(tries, CLIENTS);
  const seconds = (Date.now() - started) / 1000;
  bed.say(`${Math.round(tries / 5)} tries of ${FEWER_CLIENTS} clients …`);
  const fewer = new Crowd(parts);
  await fewer.run(Math.round(tries / 5), FEWER_CLIENTS);
  bed.say('the same key, fifty at once …');
  const twice = await askTwice({ ...parts, databaseUrl: database.url });
  await holdsEnd(bed, parts.ledger);
  const found = await sweep(database.url, parts.ledger);

  report.section(`What ${CLIENTS} clients got (accepted / refused / version was old / too late)`);
  for (const [kind, { accepted, refused, conflict, late }] of Object.entries(crowd.counts).sort()) report.line(kind, `${accepted} / ${refused} / ${conflict} / ${late}`);
  report.section('What is in the database afterwards');
  report.line('bookings', found.bookings);
  report.line('slots taken at the end', found.alive);
  report.line('overlapping pairs', found.overlaps, { exactly: 0 });
  report.line('half bundles', found.halfBundles, { exactly: 0 });
  report.line('bookings whose state and answers disagree', found.halfAnswers, { exactly: 0 });
  report.line('maintenance without its slot, or with it after its end', found.halfMaintenance, { exactly: 0 });
  report.line('slots with other buffers than their resource', found.wrongBuffers, { exactly: 0 });
  report.line('holds that ran out and were not ended', found.staleHolds, { exactly: 0 });
  report.line('acknowledged and not there', found.lost, { exactly: 0 });
  report.section('What the clients saw');
  const faults = [...crowd.faults, ...fewer.faults];
  report.line('errors that nobody should see (5xx, deadlock, INTERNAL, …)', faults.length, { exactly: 0 });
  report.line('deadlocks in the database, done again unseen', found.deadlocks);
  report.line('refusals with fewer than three alternatives', crowd.fewAlternatives + fewer.fewAlternatives);
  report.line(`tries per second, ${CLIENTS} clients`, crowd.milliseconds.length / seconds);
  for (const [clients, { milliseconds }] of [[CLIENTS, crowd], [FEWER_CLIENTS, fewer]]) {
    report.line(`p50 / p99 at ${clients} clients${clients === FEWER_CLIENTS ? ' (p99 should be at most 500 ms; the bench demands it)' : ''}`, `${Math.round(median(milliseconds))} / ${Math.round(quantile(milliseconds, 0.99))} ms`);
  }
  report.section('One idempotency key, fifty at once');
  report.line('rounds over bookings, maintenance and resources', twice.rounds);
  report.line('rounds with another number of effects than one', twice.wrongEffects, { exactly: 0 });
  report.line('rounds with different answers', twice.differentAnswers, { exactly: 0 });
  report.line('errors', twice.faults.length, { exactly: 0 });
  tellFaults(bed, [...faults, ...twice.faults], products);
  await close();
}

/** Bookings that wait for an answer and begin soon let go of their slots by a job; it gets a few seconds. */
async function holdsEnd(bed, { lastHold }) {
  const left = lastHold + 17_000 - Date.now();
  if (left <= 0) return;
  bed.say(`waiting ${Math.round(left / 1000)} s for the last holds to end …`);
  await wait(left);
}

async function control(bed, tries) {
  const { report } = bed;
  const { database, parts, close } = await open(bed, false);
  await disarm(database.url);
  bed.say(`control: ${tries} tries of ${CLIENTS} clients without constraint and locks …`);
  const crowd = new Crowd(parts);
  await crowd.run(tries, CLIENTS);
  // A hold that ends between the two looks would count as torn as well.
  await close();
  const found = await sweep(database.url, parts.ledger);
  const torn = await tearBundles(database.url);
  const after = await sweep(database.url, parts.ledger);
  report.section('Control: the same crowd, without the exclusion constraint and with locks that lock nothing');
  report.line('bookings made', found.bookings, { atLeast: 1 });
  report.line('overlapping pairs that the sweep found', found.overlaps, { atLeast: 1 });
  report.line('half bundles found of those torn by hand', after.halfBundles - found.halfBundles, { exactly: torn });
  report.line('kinds of torn bundles', torn, { exactly: 3 });
}

function tellFaults(bed, faults, products) {
  const kinds = Map.groupBy(faults, ({ kind, status, code }) => `${kind}: ${status} ${code}`);
  for (const [kind, [first, ...rest]] of kinds) bed.say(`${kind} (${rest.length + 1}x): ${first.message} ${JSON.stringify(first.variables)}`);
  if (faults.length > 0) for (const product of products) bed.say(product.log().slice(-4000));
}
