import { setTimeout as wait } from 'node:timers/promises';
import { ask, ASKS } from './asks.mjs';
import { Stream } from './streams.mjs';
import { lend } from './world.mjs';

/** How long is asked again after something that should be lost was still granted, in milliseconds. */
const PATIENCE = 3000;
const TARGET = 1000;

/** What each of the people can lose by a loss, as [name, question]. */
function askedBy(world, loss) {
  const unseated = loss.unseated(world);
  const pairs = [];
  for (const [name, { isGiver, isSecretary }] of Object.entries(world.people)) {
    const gone = unseated.includes(name);
    // The giver's own people lose nothing of their own but by their seat; who looks after the consortium books for nobody here.
    if (!gone && (isGiver || loss.keeps)) continue;
    for (const [question, { sees, across }] of Object.entries(ASKS)) {
      if (isSecretary && !sees) continue;
      if (isGiver && (question === 'sharedThings' || question === 'createBooking')) continue;
      if (question === 'sharedThings' && !world.isAcross) continue;
      // Within a consortium all members know of each other's things: what is lost there is to book them.
      if (across && !world.isAcross && !gone) continue;
      pairs.push([name, question]);
    }
  }
  return pairs;
}

/**
 * One loss, in a world of its own: everybody asks before, the change is made, and everybody asks again at once, at every process.
 * @returns what was granted before and after, after how long all was asked that was refused, and what became of open streams
 */
export async function lose({ door, product, urls }, loss, isAcross, hinder = async () => undefined) {
  const world = await lend(product, isAcross);
  const pairs = askedBy(world, loss).flatMap(([name, question]) => urls.map((url) => ({ name, question, url, cookie: world.people[name].cookie })));
  const found = { asked: pairs.length, grantedBefore: 0, stillGranted: [], faults: [], lostAfter: 0, readAfter: 0, never: 0, streams: 0, streamsClosed: 0, streamsSlowest: 0, streamsStayed: 0, streamsLeft: 0 };
  for (const { name, question, url, cookie } of pairs) {
    const { outcome } = await ask(door, url, cookie, question, world);
    if (outcome === 'granted') found.grantedBefore++;
    else found.faults.push(`before, ${name}, ${question}: ${outcome}`);
  }
  const unseated = loss.unseated(world);
  const open = [];
  for (const [name, { cookie }] of Object.entries(world.people)) for (const url of urls) open.push({ gone: unseated.includes(name), stream: await Stream.open(url, cookie) });

  const [client, query, variables] = await loss.prepare(world);
  await hinder();
  await client.run(query, variables);
  const answered = Date.now();
  await Promise.all(pairs.map((pair) => untilRefused(door, pair, world, answered, found)));
  await wait(Math.max(0, answered + TARGET + 100 - Date.now()));
  for (const { gone, stream } of open) {
    const { endedAt } = stream;
    stream.close();
    if (gone) {
      found.streams++;
      if (endedAt === null) found.streamsLeft++;
      else {
        found.streamsClosed++;
        found.streamsSlowest = Math.max(found.streamsSlowest, endedAt - answered);
      }
    } else if (endedAt === null) found.streamsStayed++;
    else found.faults.push('a stream of somebody who lost no seat was closed');
  }
  return found;
}

async function untilRefused(door, { name, question, url, cookie }, world, answered, found) {
  for (let turn = 0; ; turn++) {
    const { outcome, isFault, sent, received } = await ask(door, url, cookie, question, world);
    if (isFault) {
      found.faults.push(`after, ${name}: ${outcome}`);
      return;
    }
    if (outcome === 'refused') {
      found.lostAfter = Math.max(found.lostAfter, sent - answered);
      found.readAfter = Math.max(found.readAfter, received - answered);
      return;
    }
    if (turn === 0) found.stillGranted.push(`${name}: ${question}`);
    if (Date.now() - answered > PATIENCE) {
      found.never++;
      return;
    }
    await wait(20);
  }
}
