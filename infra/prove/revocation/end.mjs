import { setTimeout as wait } from 'node:timers/promises';
import { as } from '../../test/product.mjs';
import { ask } from './asks.mjs';
import { terminate } from './losses.mjs';
import { lend } from './world.mjs';

/** Before and after the end it is asked without a pause. */
const AROUND = 1500;

/**
 * An agreement that ends at a day. Days are moved: first whether what was compiled ends with the first instant of that day,
 * by the clock of the giver's consortium; then that instant is brought near, and asked around it; at last the day itself is
 * brought to today, which compiles anew.
 */
export async function end({ door, product, database }, isAcross) {
  const world = await lend(product, isAcross);
  const { lending, agreement, people } = world;
  const { endsOn } = (await terminate(world)).terminateAgreement;
  const questions = isAcross ? ['resource', 'sharedThings', 'allocations', 'resourceAccess'] : ['resourceAccess'];
  const { cookie } = people['taker’s coordinator'];
  const sees = async () => {
    const answers = [];
    for (const question of questions) answers.push(await ask(door, product.url, cookie, question, world));
    return answers;
  };
  const beforeIts = await sees();
  const [{ copies, exact }] = await rows(database, `select count(*)::int as copies, count(*) filter (where valid_until = $2::date::timestamp at time zone 'Asia/Shanghai')::int as exact from (select g.valid_until from directory.access_grant g where g.agreement_id = $1 union all select x.valid_until from scheduling.reach x where x.agreement_id = $1) ends`, [agreement.id, endsOn]);
  const outside = await ask(door, product.url, cookie, 'checkBooking', world);

  const [{ at }] = await rows(database, `with moved as (update directory.access_grant set valid_until = date_trunc('milliseconds', clock_timestamp()) + $2::int * interval '1 millisecond' where agreement_id = $1 returning valid_until) select max(valid_until) as at from moved`, [agreement.id, AROUND]);
  const instant = at.getTime();
  const around = { before: 0, after: 0, early: 0, late: 0, faults: [], firstRefused: Infinity };
  await Promise.all(
    questions.map(async (question) => {
      while (Date.now() < instant + AROUND) {
        const { outcome, isFault, sent, received } = await ask(door, product.url, cookie, question, world);
        if (isFault) around.faults.push(outcome);
        if (received < instant) {
          around.before++;
          if (outcome !== 'granted') around.early++;
        }
        if (sent >= instant) {
          around.after++;
          if (outcome !== 'refused') around.late++;
        }
        if (outcome === 'refused') around.firstRefused = Math.min(around.firstRefused, received - instant);
        await wait(2);
      }
    }),
  );

  // Back to its day, then to today: compiled by the database.
  const move = (days) => rows(database, `update directory.agreement set ends_on = (now() at time zone 'Asia/Shanghai')::date + $2::int where id = $1 and state = 'SIGNED' returning id`, [agreement.id, days]);
  await move(1);
  const back = await sees();
  await move(0);
  const over = await sees();
  const count = (answers, wanted) => answers.filter(({ outcome }) => outcome === wanted).length;
  return { asked: questions.length, granted: count(beforeIts, 'granted'), copies, exact, outside: outside.outcome, around, back: count(back, 'granted'), over: count(over, 'refused'), taker: lending.taker.id };
}

const rows = (database, text, values) => as(database.url, async (client) => (await client.query(text, values)).rows);
