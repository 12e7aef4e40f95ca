import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Door } from '../prove/common/door.mjs';
import { Chance, quantile } from '../prove/common/numbers.mjs';
import { ROOT } from '../prove/common/run.mjs';
import { fillConsortium } from './search/fill.mjs';
import { questions } from './search/questions.mjs';

export const about = 'the search from anywhere, as the portal asks it, in one consortium of 100,000 resources, 100,000 bookings and 20,000 people';
export const options = {
  resources: { type: 'string', default: '100000' },
  bookings: { type: 'string', default: '100000' },
  people: { type: 'string', default: '20000' },
  asked: { type: 'string', default: '600' },
};

const TARGET = { atMost: 100, unit: ' ms' };
const OPERATION = readFileSync(join(ROOT, 'apps/portal/src/search/search.graphql'), 'utf8');

/** The operation of the portal, word by word, one at a time, by one who sees everything and by one who sees a small part. */
export async function measure(bed) {
  const database = await bed.database();
  const product = await bed.product({ database });
  const ground = await fillConsortium(bed, product, database, { resources: bed.number('resources'), bookings: bed.number('bookings'), people: bed.number('people') });
  const door = new Door(1);
  bed.keep(() => door.close());
  for (const [name, cookie] of [['park administrator', ground.administrator], ['teacher of one organisation', ground.teacher]]) {
    const chance = new Chance(11);
    const ask = (text) => door.ask(product.url, cookie, OPERATION, { text, content: true });
    for (const { text } of questions(ground, chance, 60)) await ask(text);
    const times = new Map();
    // What any request costs on this machine at the same time, to tell the search from what is around it.
    const beside = [];
    let [all, missed, found] = [[], 0, 0];
    for (const { kind, text, finds } of questions(ground, chance, bed.number('asked'))) {
      const { status, data, errors, milliseconds } = await ask(text);
      if (status !== 200 || errors) throw new Error(`"${text}": ${status} ${JSON.stringify(errors)}`);
      times.set(kind, [...(times.get(kind) ?? []), milliseconds]);
      all.push(milliseconds);
      beside.push((await door.ask(product.url, cookie, '{ me { person { id } } }', {})).milliseconds);
      if (finds && !finds(data)) missed++;
      else if (finds) found++;
    }
    bed.report.section(`As ${name}: ${all.length} searches`);
    for (const [kind, list] of times) bed.report.line(`p50 / p95 by ${kind} (${list.length})`, `${quantile(list, 0.5).toFixed(0)} / ${quantile(list, 0.95).toFixed(0)} ms`);
    bed.report.line('beside it: p50 / p95 of asking who one is', `${quantile(beside, 0.5).toFixed(0)} / ${quantile(beside, 0.95).toFixed(0)} ms`);
    bed.report.line('p50 of all', quantile(all, 0.5), { unit: ' ms' });
    bed.report.line('p95 of all', quantile(all, 0.95), TARGET);
    bed.report.line('found by what is theirs alone', found, { atLeast: 1 });
    bed.report.line('not found by what is theirs alone', missed, { exactly: 0 });
  }
}
