import { Door } from '../prove/common/door.mjs';
import { median, quantile } from '../prove/common/numbers.mjs';
import { turn } from '../prove/common/turn.mjs';
import { as } from '../test/product.mjs';
import { prepareReads } from './reads/ground.mjs';
import { QUESTIONS, told } from './reads/questions.mjs';
import { startSides } from './reads/sides.mjs';

export const about = 'what reading costs beside PostGraphile and beside statements written by hand, on the same database and policies; the product reads the session and asks for permissions besides';
export const options = {
  rounds: { type: 'string', default: '7' },
  seconds: { type: 'string', default: '3' },
  clients: { type: 'string', default: '16' },
  resources: { type: 'string', default: '1000' },
  bookings: { type: 'string', default: '100000' },
};

const NAMES = Object.keys(QUESTIONS);
/** V8 compiles for some time what a server then runs for weeks. */
const WARM_UP = 6000;

export async function measure(bed) {
  const database = await bed.database();
  const product = await bed.product({ database });
  const ground = await prepareReads(product, database, { resources: bed.number('resources'), bookings: bed.number('bookings') });
  ground.bookingIds = await as(database.url, async (client) => (await client.query('select id from scheduling.booking order by hashtext(id::text) limit 1000')).rows.map(({ id }) => id));
  const { peer, raw } = await startSides(bed, database, ground);
  const door = new Door(bed.number('clients'));
  bed.keep(() => door.close());
  const ask = {
    product: (name, n) => door.ask(product.url, ground.personCookie, QUESTIONS[name].product.query, QUESTIONS[name].product.variables?.(ground, n) ?? {}),
    peer: (name, n) => door.ask(peer, '', QUESTIONS[name].peer.query, QUESTIONS[name].peer.variables?.(ground, n) ?? {}),
    raw: (name, n) => door.ask(raw, '', '', { question: NAMES.indexOf(name), values: QUESTIONS[name].raw.values(ground, n) }),
  };
  const sides = Object.keys(ask);
  for (const name of NAMES) await alike(ask, name);

  for (const name of NAMES) for (const side of sides) await turn(asking(ask[side], name), WARM_UP, bed.number('clients'));
  const turns = [];
  for (let round = 0; round < bed.number('rounds'); round++) {
    for (const name of NAMES) {
      for (const side of round % 2 ? [...sides].reverse() : sides) turns.push({ round, name, side, ...(await turn(asking(ask[side], name), 1000 * bed.number('seconds'), bed.number('clients'))) });
    }
    bed.say(`round ${round + 1} of ${bed.number('rounds')}`);
  }
  tell(bed.report, turns, ground);
  await product.stop();
}

/** All sides say the same, or there is nothing to compare. */
async function alike(ask, name) {
  const [first, ...others] = await Promise.all(Object.entries(ask).map(async ([side, run]) => {
    const { status, data, errors } = await run(name, 0);
    if (status !== 200 || errors) throw new Error(`${name}, ${side}: ${status} ${JSON.stringify(errors)}`);
    return { side, text: told(data) };
  }));
  for (const { side, text } of others) if (text !== first.text) throw new Error(`${name}: ${side} says something else\n${first.text.slice(0, 700)}\n${text.slice(0, 700)}`);
}

/** Somebody who asks this of that side; what fails is no answer that counts as fast. */
const asking = (ask, name) => async (n) => {
  const { status, errors, milliseconds } = await ask(name, n);
  if (status !== 200 || errors) throw new Error(`${name}: ${status} ${JSON.stringify(errors)}`);
  return milliseconds;
};

function tell(report, turns, { filled }) {
  for (const name of NAMES) {
    const of = (side) => turns.filter((one) => one.name === name && one.side === side);
    report.section(`${name}, of ${filled.toLocaleString('en')} bookings`);
    for (const side of ['product', 'peer', 'raw']) {
      report.line(`${side === 'peer' ? 'PostGraphile' : side}: requests per second, p50 / p95 in ms`, `${median(of(side).map(({ perSecond }) => perSecond)).toFixed(0)}, ${[0.5, 0.95].map((share) => quantile(of(side).flatMap(({ milliseconds }) => milliseconds), share).toFixed(1)).join(' / ')}`);
    }
    for (const [side, what, target] of [['peer', 'beside PostGraphile', 2], ['raw', 'beside statements by hand', 0.8]]) {
      const ratios = of('product').map(({ round, perSecond }) => perSecond / of(side).find((one) => one.round === round).perSecond);
      report.line(`${what} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`, median(ratios), { atLeast: target });
    }
  }
}
