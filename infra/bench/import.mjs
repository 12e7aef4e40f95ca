import { setTimeout as wait } from 'node:timers/promises';
import { foundConsortium } from '../prove/common/people.mjs';
import { familyOf, residentBytes } from './import/memory.mjs';
import { registerAsCsv, registerAsWorkbook } from './import/registers.mjs';

export const about = 'an equipment register of 20,000 lines, from the file to the resources';
export const options = { rows: { type: 'string', default: '20000' } };

const START = 'mutation ($input: StartImportInput!) { startImport(input: $input) { id } }';
const APPLY = 'mutation ($id: ID!) { applyImport(id: $id) { id } }';
const READ = 'query ($id: ID!) { import(id: $id) { state progress error counts { total created changed unchanged bad } } }';
/** MB of objects that may live at a time: left alone V8 collects so late on a large machine that it says more of the machine. */
const HEAP = 280;
const EVERY = 200;
const PATIENCE = 300_000;

/** Each kind of file in a consortium of its own, by one product; then the same file again. */
export async function measure(bed) {
  const rows = bed.number('rows');
  const database = await bed.database({ durable: true });
  const product = await bed.product({ database, env: { NODE_OPTIONS: `--max-old-space-size=${HEAP}` } });
  const files = [
    { what: 'XLSX', name: '设备台账.xlsx', content: await registerAsWorkbook(rows) },
    { what: 'CSV', name: '设备台账.csv', content: registerAsCsv(rows) },
  ];
  for (const { what, name, content } of files) {
    const consortium = await foundConsortium(product, `测量${what}联合体`);
    const first = await bring(product, consortium, name, content);
    const { report } = bed;
    report.section(`${rows.toLocaleString('en')} lines as ${what}, ${(content.length / 1e6).toFixed(1)} MB`);
    report.line('read and looked at', first.reviewed, { unit: ' s' });
    report.line('resources that would be made', first.review.created, { exactly: rows });
    report.line('refused lines', first.review.bad, { exactly: 0 });
    report.line('written', first.applied, { unit: ' s' });
    report.line('resources that were made', first.done.created, { exactly: rows });
    report.line('all of it', first.reviewed + first.applied, { atMost: 60, unit: ' s' });
    report.line('times that progress was seen to move', first.moves, { atLeast: 5 });
    report.line('most memory of the product and its readers, without PostgreSQL', first.peak / 2 ** 20, { atMost: 512, unit: ' MB' });
    const again = await bring(product, consortium, name, content);
    report.line('the same file again: what would be made or changed', again.review.created + again.review.changed, { exactly: 0 });
    report.line('the same file again: what was made or changed', again.done.created + again.done.changed, { exactly: 0 });
    report.line('the same file again: read, looked at and done with', again.reviewed + again.applied, { atMost: 60, unit: ' s' });
  }
  await product.stop();
}

/** Uploads, waits for the preview, and takes it. */
async function bring(product, { secretary, lead }, name, content) {
  const watch = new Watch(product.child.pid);
  const began = performance.now();
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const { id: fileId } = await (await secretary.fetch('/files', { method: 'POST', body: form })).json();
  const { startImport } = await secretary.run(START, { input: { fileId, ownerId: lead.id, register: 'EQUIPMENT' } });
  const review = await until(secretary, startImport.id, 'REVIEW', watch);
  const reviewed = (performance.now() - began) / 1000;
  await secretary.run(APPLY, { id: startImport.id });
  const done = await until(secretary, startImport.id, 'DONE', watch);
  const applied = (performance.now() - began) / 1000 - reviewed;
  return { review, reviewed, done, applied, moves: watch.moves, peak: await watch.stop() };
}

async function until(who, id, state, watch) {
  const give = Date.now() + PATIENCE;
  for (;;) {
    const { import: now } = await who.run(READ, { id });
    watch.saw(now);
    if (now.state === state) return now.counts;
    if (now.state === 'FAILED' || Date.now() > give) throw new Error(`${now.state}: ${now.error}`);
    await wait(EVERY);
  }
}

/** What somebody sees who waits, and what it costs meanwhile. */
class Watch {
  moves = 0;
  #last = '';
  #peak = 0;
  #stopped = false;
  #looking;

  constructor(pid) {
    this.#looking = this.#look(pid);
  }

  saw({ state, progress }) {
    const now = `${state} ${progress}`;
    if (now !== this.#last) this.moves++;
    this.#last = now;
  }

  async #look(pid) {
    while (!this.#stopped) {
      this.#peak = Math.max(this.#peak, familyOf(pid).reduce((sum, one) => sum + residentBytes(one), 0));
      await wait(100);
    }
  }

  async stop() {
    this.#stopped = true;
    await this.#looking;
    return this.#peak;
  }
}
