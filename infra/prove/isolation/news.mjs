import { SAMPLES } from '../../test/samples.mjs';
import { Stream } from '../revocation/streams.mjs';

const CHANGES = ['createResource', 'createBooking', 'createMaintenance', 'invitePerson', 'addPerson'];

/**
 * Pages that are open while the target's things change. Who is of another consortium hears nothing of it; who is of the same one
 * hears that something changed, by its type and id, and reads it with rights of their own. A text is in no news.
 */
export async function listen(trial, actors = trial.actors) {
  const done = { streams: 0, refused: 0, heard: 0 };
  const open = [];
  for (const actor of actors) {
    const heard = [];
    const stream = await Stream.open(trial.product.url, actor.client.cookie).catch(() => null);
    trial.cell('read', actor, ['GET /events']);
    if (!stream) {
      done.refused++;
      if (actor.live && actor.relation !== 'OPERATOR') trial.fault('GET /events was refused', actor.relation);
      continue;
    }
    if (!actor.live) trial.leak(actor, 'GET /events', 'was opened without a seat');
    stream.response.on('data', (chunk) => heard.push(String(chunk)));
    open.push({ actor, stream, heard });
    done.streams++;
  }
  for (const name of CHANGES) {
    const { who = trial.world.secretary, query, variables } = await SAMPLES[name](trial.world);
    await who.try(query, variables);
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const { actor, stream, heard } of open) {
    stream.close();
    const text = heard.join('');
    if (text.includes('event: change')) done.heard++;
    const told = (a, r) => a.tenant === r.tenant;
    trial.judge.look(actor, { name: 'GET /events', told }, text);
    if (actor.tenant !== trial.target.id && /event: change/.test(text)) trial.leak(actor, 'GET /events', 'heard of another consortium', text.slice(0, 200));
    if (/zq[0-9a-z]{14}/.test(text)) trial.leak(actor, 'GET /events', 'a text in the news', text.slice(0, 200));
  }
  return done;
}
