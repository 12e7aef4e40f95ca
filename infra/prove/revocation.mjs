import { lose } from './revocation/case.mjs';
import { end } from './revocation/end.mjs';
import { LOSSES } from './revocation/losses.mjs';
import { Door } from './common/door.mjs';
import { as } from '../test/product.mjs';

export const about = 'what is taken away is gone with the next request, by whatever path it was had, in one consortium and across two, in one process and in several; with controls';
export const options = { only: { type: 'string' } };

const WITHIN_A_SECOND = { atMost: 1000, unit: ' ms' };

/** `--only ‹words of a loss›` for some of them. */
export async function measure(bed) {
  const losses = Object.entries(LOSSES).filter(([name]) => !bed.options.only || name.includes(bed.options.only));
  for (const mode of ['one', 'services']) {
    const database = await bed.database();
    const product = await bed.product({ database, mode });
    // A second process of the whole product on the same database hears of it as well.
    const second = mode === 'one' ? await bed.product({ database }) : null;
    const door = new Door(64);
    const parts = { door, database, product, urls: [product, second].filter(Boolean).map(({ url }) => url) };
    await prove(bed, parts, losses, mode === 'one' ? 'Two processes on one database' : 'Separate services');
    if (mode === 'one') await control(bed, parts);
    door.close();
    await second?.stop();
    await product.stop();
  }
}

async function prove(bed, parts, losses, place) {
  const { report } = bed;
  const all = [];
  report.section(`${place}: from the answer to the change until a request is made that is refused; until pages are closed whose seat is gone`);
  for (const [name, loss] of losses) {
    for (const isAcross of [false, true]) {
      bed.say(`${name}, ${isAcross ? 'across' : 'within'} …`);
      const found = await lose(parts, loss, isAcross);
      all.push(found);
      const label = `${name}, ${isAcross ? 'across consortia' : 'within one'}`;
      report.line(`${label}: lost (all refusals read after ${found.readAfter} ms)`, found.never > 0 ? Infinity : found.lostAfter, WITHIN_A_SECOND);
      if (found.streams > 0) report.line(`${label}: pages closed`, found.streamsLeft > 0 ? Infinity : found.streamsSlowest, WITHIN_A_SECOND);
      for (const fault of [...new Set(found.faults)].slice(0, 3)) bed.say(`${label}: ${fault}`);
      for (const still of found.stillGranted) bed.say(`${label}: still granted to ${still}`);
    }
  }
  const sum = (key) => all.reduce((total, found) => total + (Array.isArray(found[key]) ? found[key].length : found[key]), 0);
  report.section(`${place}: all of them`);
  report.line('asked before and after, by whoever loses it', sum('asked'), { atLeast: 1 });
  report.line('granted before', sum('grantedBefore'), { exactly: sum('asked') });
  report.line('granted by the very next request, at whichever process', sum('stillGranted'), { exactly: 0 });
  report.line('never refused', sum('never'), { exactly: 0 });
  report.line('answers that were neither', sum('faults'), { exactly: 0 });
  report.line('open pages of who lost their seat, closed', sum('streamsClosed'), { exactly: sum('streams') });
  report.line('open pages of who did not, still open', sum('streamsStayed'), { atLeast: 1 });
  if (!bed.options.only) for (const isAcross of [false, true]) await proveEnd(bed, parts, isAcross, place);
}

async function proveEnd({ report, say }, parts, isAcross, place) {
  say(`agreement terminated, ${isAcross ? 'across' : 'within'} …`);
  const found = await end(parts, isAcross);
  const { around } = found;
  report.section(`${place}: an agreement terminated to a day, ${isAcross ? 'across consortia' : 'within one'}`);
  report.line('granted until then', found.granted, { exactly: found.asked });
  report.line(`grants and their reach, of ${found.copies}, that end with the first instant of that day`, found.exact, { exactly: found.copies });
  report.line('a booking after that day, refused', found.outside === 'refused' ? 1 : 0, { exactly: 1 });
  report.line('answers before its last instant', around.before, { atLeast: 10 });
  report.line('  of which refused', around.early, { exactly: 0 });
  report.line('asked from that instant on', around.after, { atLeast: 10 });
  report.line('  of which granted', around.late, { exactly: 0 });
  report.line('answers that were neither', around.faults.length, { exactly: 0 });
  report.line('from that instant to the first refusal', around.firstRefused, WITHIN_A_SECOND);
  report.line('granted again when the day was moved back', found.back, { exactly: found.asked });
  report.line('refused when the day has come', found.over, { exactly: found.asked });
}

/** What each control takes away, and which loss then goes by unnoticed by the product: the proof has to notice. */
const CONTROLS = [
  ['agreement suspended', 'alter table directory.agreement disable trigger compile', 'alter table directory.agreement enable trigger compile'],
  ['giver suspended', 'alter table directory.suspension disable trigger compile', 'alter table directory.suspension enable trigger compile'],
  ['membership of the giver ended', 'alter table directory.membership disable trigger compile', 'alter table directory.membership enable trigger compile'],
  ['pool emptied of it', 'alter table scheduling.pool_resource disable trigger reach', 'alter table scheduling.pool_resource enable trigger reach'],
];
const UNTOLD = ['person suspended', 'alter table directory.suspension disable trigger tell_suspension', 'alter table directory.suspension enable trigger tell_suspension'];

async function control(bed, parts) {
  const { report } = bed;
  const run = (text) => as(parts.database.url, (client) => client.query(text));
  const without = async ([name, off, on]) => {
    bed.say(`control: ${name} …`);
    try {
      return await lose(parts, LOSSES[name], true, () => run(off));
    } finally {
      await run(on);
    }
  };
  report.section('Control: without the trigger that compiles, the proof has to notice');
  for (const one of CONTROLS) report.line(`${one[0]}: granted on and on`, (await without(one)).never, { atLeast: 1 });
  report.section('Control: without the news that close pages');
  const { streamsLeft, stillGranted } = await without(UNTOLD);
  report.line(`${UNTOLD[0]}: pages left open`, streamsLeft, { atLeast: 1 });
  report.line(`${UNTOLD[0]}: requests granted all the same, though they need no news`, stillGranted.length, { exactly: 0 });
}
