import { guessEveryWay, unlimited } from './accounts/guesses.mjs';
import { lockOut } from './accounts/lockout.mjs';
import { reuse } from './accounts/sessions.mjs';
import { compare } from './accounts/timing.mjs';
import { Chance } from './common/numbers.mjs';

export const about = 'ten tries an hour whichever way one guesses, nobody locked out for longer than a quarter of an hour, no session used again, and no telling by time who has an account';
export const options = { tries: { type: 'string', default: '2000' }, seed: { type: 'string', default: '2026' } };

/** At this chance of being wrong a difference in time is called one. */
const ALPHA = 0.01;
/** What somebody who listens for milliseconds over a network could make use of. */
const FAINTEST = 0.05;

export async function measure(bed) {
  const { report } = bed;
  const database = await bed.database({});
  const product = await bed.product({ database });
  const second = await bed.product({ database });
  const place = { bed, database, product, second, chance: new Chance(bed.number('seed')) };

  bed.say('guessing, every way that there is …');
  const guesses = await guessEveryWay(place);
  report.section('Tries that reached a proof, per account and hour, minute by minute, from a new address each time, over two processes');
  for (const [way, { evaluated, longestWait }] of Object.entries(guesses)) {
    report.line(way, evaluated, { atMost: 10 });
    report.line(`  longest wait told`, longestWait, { atMost: 900, unit: ' s' });
  }
  const free = await unlimited(place);
  report.section('Control: the same guesser where the bucket has no bottom');
  report.line('tries that reached a proof in the same hour', free, { atLeast: 50 });

  bed.say('keeping somebody out …');
  const doors = await lockOut(place);
  report.section('While strangers take every try of the account the moment it is free');
  report.line('strangers refused', doors.refused, { atLeast: 1 });
  for (const [door, seconds] of Object.entries(doors.ways)) report.line(`${door}, in after`, seconds, { atMost: 900, unit: ' s' });

  bed.say('using sessions again …');
  const sessions = await reuse(place);
  report.section('Answers to a copied session, on both processes and every way in, after it ended');
  for (const [end, { asked, answered }] of Object.entries(sessions.ends)) {
    report.line(`${end}: asked`, asked, { atLeast: 8 });
    report.line(`${end}: answered`, answered, { exactly: 0 });
  }
  report.line('control: the same questions before, answered', sessions.before, { exactly: sessions.asked });

  const tries = bed.number('tries');
  for (const path of ['sign-in', 'reset', 'registration']) {
    bed.say(`timing of ${path}, ${tries} tries of known and unknown accounts …`);
    const { known, unknown, p, auc, answers } = await compare(place, path, tries);
    report.section(`${path}: ${tries} tries, known and unknown accounts in turn`);
    report.line('median of known / unknown', `${known.toFixed(2)} / ${unknown.toFixed(2)} ms`);
    report.line('different answers', answers, { exactly: 1 });
    report.line('better than a coin at telling them apart, of 0.5', Math.abs(auc - 0.5), { atMost: FAINTEST });
    report.line('Mann-Whitney p', p, { atLeast: ALPHA });
  }
  bed.say('timing with a seeded difference …');
  const seeded = await compare(place, 'sign-in', Math.max(400, Math.round(tries / 4)), true);
  report.section('Control: the same measure where known accounts cost a little more');
  report.line('seeded difference', `${seeded.seeded} ms`);
  report.line('better than a coin at telling them apart, of 0.5', Math.abs(seeded.auc - 0.5), { atLeast: FAINTEST });
  report.line('Mann-Whitney p', seeded.p, { atMost: ALPHA });
}
