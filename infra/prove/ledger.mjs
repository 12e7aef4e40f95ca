import { Crowd } from './ledger/crowd.mjs';
import { disarm, tamper } from './ledger/disarm.mjs';
import { outcomes, prepareMass, runMass } from './ledger/mass.mjs';
import { startSampler } from './ledger/sampler.mjs';
import { sweep } from './ledger/sweep.mjs';
import { buildWorld } from './ledger/world.mjs';
import { Door } from './common/door.mjs';
import { Chance } from './common/numbers.mjs';
import { as } from '../test/product.mjs';

export const about = 'no quota overdrawn and no minute lost, whoever books, moves, cancels and uses at the same time; the lines of the books added up again';
export const options = { operations: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '2026' } };

const CONNECTIONS = 8;
const CLIENTS = 16;
/** Of so many operations at the database one request goes through the product's door. */
const SHARE_OF_REQUESTS = 400;
/** Kinds of operations of which some must have been done, or the proof has not been one. */
const KINDS = ['reserve', 'reserve: refused', 'reserve: beyond, with consent', 'move', 'move: refused', 'give back', 'give back: by the other consortium', 'restore', 'approve', 'use'];

/** The proof, then the same operations with lock and constraint taken away, which has to be caught. */
export async function measure(bed) {
  const operations = bed.number('operations');
  // Lines are added up in the order of their commits. Who waits for whom in a circle is found at once: more of it in the same time.
  const database = await bed.database({ flags: ['-c', 'track_commit_timestamp=on', '-c', 'deadlock_timeout=20ms', '-c', 'max_wal_size=8GB'] });
  const product = await bed.product({ database });
  const door = new Door(CLIENTS);
  bed.keep(() => door.close());
  const world = await buildWorld(product);
  const clauses = await prepareMass(database, world);
  await prove(bed, { database, product, door, world, clauses }, operations);
  await control(bed, { database, world }, Math.max(20_000, Math.round(operations / 20)));
  await product.stop();
}

const looking = (database, look) => as(database.url, look);

async function prove(bed, { database, product, door, world, clauses }, operations) {
  const { report } = bed;
  const seed = bed.number('seed');
  const requests = Math.max(500, Math.round(operations / SHARE_OF_REQUESTS));
  const sampler = startSampler(bed, database);
  const crowd = new Crowd({ world, chance: new Chance(seed), door, url: product.url });
  bed.say(`${operations} operations by ${CONNECTIONS} connections, ${requests} requests of ${CLIENTS} clients …`);
  const [mass] = await Promise.all([runMass(bed, database, world, { operations, connections: CONNECTIONS, seed }), crowd.run(requests, CLIENTS)]);
  const seen = await sampler.stop();
  const { counts, faults } = await outcomes(database);
  bed.say('adding the lines up …');
  const found = await looking(database, sweep);

  report.section(`What ${CONNECTIONS} connections did with ${clauses.clauses} clauses, ${clauses.across} of them across consortia, ${clauses.unlimited} without a limit`);
  const { deadlock = 0, fault: _fault, ...done } = counts;
  report.line('operations', Object.values(done).reduce((sum, times) => sum + times, 0), { atLeast: operations });
  for (const kind of KINDS) report.line(`  ${kind}`, done[kind] ?? 0, { atLeast: 1 });
  report.line('  entered as used by the round beside them', found.entered - (done.use ?? 0), { atLeast: 1 });
  report.line('operations per second', operations / mass.seconds);
  report.line('deadlocks, done again', deadlock);
  report.line('errors', faults.length + mass.rounds.faults, { exactly: 0 });
  report.section(`What ${CLIENTS} clients got through the product's door at the same time (accepted / refused / version was old / too late)`);
  for (const [kind, { accepted, refused, conflict, late }] of Object.entries(crowd.counts).sort()) report.line(kind, `${accepted} / ${refused} / ${conflict} / ${late}`);
  report.line('accepted', Object.values(crowd.counts).reduce((sum, { accepted }) => sum + accepted, 0), { atLeast: Math.round(requests / 5) });
  report.line('refused for their quota', crowd.refusals.OVER_QUOTA ?? 0, { atLeast: 1 });
  report.line('errors', crowd.faults.length, { exactly: 0 });
  report.section(`What could be read meanwhile, in ${seen.samples.toLocaleString('en')} samples`);
  report.line('balances read', seen.balances, { atLeast: 1000 });
  report.line('lowest balance', seen.lowest, { atLeast: 0, unit: ' min' });
  report.line('below zero', seen.negative, { exactly: 0 });
  report.line('allotted + beyond other than available + reserved + used', seen.torn, { exactly: 0 });
  report.line(`other than its lines, of ${seen.added} accounts added up in between`, seen.apart, { exactly: 0 });
  report.section(`What is in the books afterwards: ${found.lines.toLocaleString('en')} lines of ${found.accounts.toLocaleString('en')} accounts, ${found.drained} of them with nothing left`);
  tellFound(report, found);
  for (const { state, message, operation } of faults.slice(0, 5)) bed.say(`${state} ${message} (${operation})`);
  for (const [kind, [first, ...rest]] of Map.groupBy(crowd.faults, ({ kind, code }) => `${kind}: ${code}`)) bed.say(`${kind} (${rest.length + 1}x): ${first.status} ${first.message}`);
  if (crowd.faults.length > 0) bed.say(product.log().slice(-4000));

  bed.say('tampering …');
  const tampered = await tamper(database, found, sweep);
  report.section('Control: tampering that the sweep has to find');
  for (const { name, more } of tampered) report.line(name, more, { atLeast: 1 });
}

function tellFound(report, found) {
  report.line('accounts', found.accounts, { atLeast: 1 });
  report.line('accounts with nothing left', found.drained, { atLeast: 1 });
  report.line('debits less credits', found.unequal, { exactly: 0, unit: ' min' });
  report.line('balances other than their lines', found.otherThanLines, { exactly: 0 });
  report.line('balances below zero', found.negative, { exactly: 0 });
  report.line('lines after which less than nothing was available', found.belowZero, { exactly: 0 });
  report.line('lines after which another account was below zero', found.otherBelowZero, { exactly: 0 });
  report.line('allotted + beyond other than available + reserved + used', found.unbalanced, { exactly: 0 });
  report.line('periods allotted another quota than their clause says', found.allottedTwice, { exactly: 0 });
  report.line('balances other than what bookings use', found.otherThanUses, { exactly: 0 });
  report.line('bookings whose lines say other than their use', found.bookingsOtherThanLines, { exactly: 0 });
  report.line(`reservations, of ${found.reservations.toLocaleString('en')}, without a booking that holds them`, found.withoutBooking, { exactly: 0 });
  report.line('bookings of what was lent that stand without a reservation', found.withoutReservation, { exactly: 0 });
}

async function control(bed, { database, world }, operations) {
  const { report } = bed;
  await disarm(database);
  bed.say(`control: ${operations} operations without lock and constraint …`);
  const sampler = startSampler(bed, database);
  await runMass(bed, database, world, { operations, connections: CONNECTIONS, seed: bed.number('seed') + 1 });
  const seen = await sampler.stop();
  const found = await looking(database, sweep);
  report.section('Control: the same, with neither the lock nor the constraint');
  report.line('lines after which less than nothing was available', found.belowZero, { atLeast: 1 });
  report.line('balances below zero at the end', found.negative);
  report.line('balances below zero that could be read', seen.negative, { atLeast: 1 });
}
