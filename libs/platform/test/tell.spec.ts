import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Platform, sql, type Telling } from '../src/index.ts';
import { Note, openNotes, somebody } from './notes.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await openNotes();
});
afterAll(() => platform.close());

const note = (more: Partial<Telling>): Telling => ({ kind: 'NOTE_WRITTEN', params: { by: '王', text: '一' }, link: '/notes', ...more });
/** Tells, and counts the statements that it took. */
async function tell(actor: Actor, ...tellings: Telling[]): Promise<number> {
  const ctx = await platform.run(actor, {}, async (ctx) => {
    ctx.can('read', Note);
    ctx.tell(...tellings);
    return ctx;
  });
  return ctx.statements;
}
const heard = (actor: Actor) => platform.run(actor, {}, async (ctx) => (ctx.can('read', Note), ctx.query<{ personId: string; mail: string }>(sql`select person_id as "personId", mail from platform.message where kind = 'NOTE_WRITTEN'`)));

describe('telling', () => {
  test('fifty people is one statement, and nobody is none', async () => {
    const actor = somebody();
    const people = Array.from({ length: 50 }, () => randomUUID());
    expect(await tell(actor, note({ people }), note({ people: people.slice(0, 3) }))).toBe(1);
    expect((await heard(actor)).length).toBe(53);
    expect(await tell(actor, note({ people: [] }))).toBe(0);
  });

  test('leaves out whoever did it, and tells whoever is meant twice once', async () => {
    const actor = somebody();
    const reader = randomUUID();
    await tell(actor, note({ people: [actor.personId, reader, reader] }));
    expect(await heard(actor)).toEqual([{ personId: reader, mail: 'NEW' }]);
  });

  test('of another consortium is neither read nor written', async () => {
    const [mine, theirs] = [somebody(), somebody()];
    await tell(mine, note({ people: [theirs.personId] }));
    expect(await heard(theirs)).toEqual([]);
  });

  test('is undone with the operation', async () => {
    const actor = somebody();
    const failing = platform.run(actor, {}, async (ctx) => {
      ctx.can('read', Note);
      ctx.tell(note({ people: [randomUUID()] }));
      throw new Error('on second thoughts');
    });
    await expect(failing).rejects.toThrow('on second thoughts');
    expect(await heard(actor)).toEqual([]);
  });

  test.each(['//elsewhere.test', 'https://elsewhere.test', '/a b', 'bookings/1', '/\\x'])('leads nowhere but into the portal: %s', async (link) => {
    await expect(tell(somebody(), note({ people: [randomUUID()], link }))).rejects.toThrow(/message_link_check/);
  });

  test('of a kind that nobody declared is refused', async () => {
    await expect(tell(somebody(), note({ people: [randomUUID()], kind: 'NOTHING' }))).rejects.toThrow(/message_kind_fkey/);
  });
});
