import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Change, ChangeHub, Platform, sql } from '../src/index.ts';
import { done, Note, noteSecret, openNotes, somebody } from './notes.ts';

let platform: Platform;
let hub: ChangeHub;
beforeAll(async () => {
  platform = await openNotes();
  await platform.jobs.work(platform);
  hub = new ChangeHub(process.env.GONGJIAN_DATABASE_URL!);
  await hub.start();
});
afterAll(async () => {
  await hub.stop();
  await platform.close();
});

const write = (actor: Actor, text = '一', more: object = {}) =>
  platform.run(actor, {}, async (ctx) => {
    ctx.can('create', Note);
    return (await ctx.insert(Note, { text, ownerId: actor.organisationId, ...more }))[0]!;
  });
const textsOf = (actor: Actor) => platform.run(actor, { readOnly: true }, async (ctx) => (await ctx.find(Note, { orderBy: [{ by: 'text' }] })).map((note) => note.text));
const code = (promise: Promise<unknown>) => promise.then(() => 'kept', (error: { code?: string }) => error.code);
const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds() && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('one operation, one transaction', () => {
  test('work that asked no permission is refused, and nothing of it is kept', async () => {
    const actor = somebody();
    expect(await code(platform.run(actor, {}, (ctx) => ctx.insert(Note, { text: '一', ownerId: actor.organisationId })))).toBe('FORBIDDEN');
    expect(await textsOf(actor)).toEqual([]);
  });

  test('an error keeps nothing: no record, no audit entry, no event, no job', async () => {
    const actor = somebody();
    const heard: Change[] = [];
    const stop = hub.listen(actor.tenantId, (changes) => heard.push(...changes));
    const attempt = (fail: boolean) =>
      platform.run(actor, {}, async (ctx) => {
        ctx.can('create', Note);
        const [note] = await ctx.insert(Note, { text: fail ? 'lost' : 'kept', ownerId: actor.organisationId });
        ctx.changed('Note', [note!.id]);
        await ctx.enqueue('note.done', { text: `${actor.tenantId} ${note!.text}` });
        if (fail) throw new Error('no');
      });
    await expect(attempt(true)).rejects.toThrow('no');
    await attempt(false);
    await until(() => done.some((text) => text.startsWith(actor.tenantId)) && heard.length > 0);
    stop();
    expect(await textsOf(actor)).toEqual(['kept']);
    expect(done.filter((text) => text.startsWith(actor.tenantId))).toEqual([`${actor.tenantId} kept`]);
    expect(heard).toHaveLength(1);
    const [entries] = await platform.run(actor, {}, async (ctx) => (ctx.can('read', Note), ctx.query<{ count: number }>(sql`select count(*)::int as count from platform.audit_log`)));
    expect(entries!.count).toBe(1);
  });

  test('a read sees one moment to its end, whatever others write meanwhile', async () => {
    const actor = somebody();
    const seenBy = (readOnly: boolean) =>
      platform.run(actor, { readOnly }, async (ctx) => {
        const before = (await ctx.find(Note, {})).length;
        await write(actor);
        return (await ctx.find(Note, {})).length - before;
      });
    expect(await seenBy(true)).toBe(0);
    expect(await seenBy(false)).toBe(1);
  });

  test('a refusal that is returned as data keeps nothing either', async () => {
    const actor = somebody();
    const answer = await platform.run(actor, {}, async (ctx) => {
      ctx.can('create', Note);
      await ctx.insert(Note, { text: '一', ownerId: actor.organisationId });
      await ctx.refuse();
      return 'refused';
    });
    expect(answer).toBe('refused');
    expect(await textsOf(actor)).toEqual([]);
  });

  test('what is sent ahead is kept with the rest or not at all, and its error is told', async () => {
    const actor = somebody();
    const twice = randomUUID();
    const attempt = (ids: string[]) =>
      platform.run(actor, {}, async (ctx) => {
        ctx.can('create', Note);
        for (const id of ids) await ctx.insert(Note, { id, text: '一', ownerId: actor.organisationId } as object, { ahead: true });
      });
    expect(await code(attempt([twice, twice]))).toBe('23505');
    expect(await textsOf(actor)).toEqual([]);
    await attempt([twice, randomUUID()]);
    expect(await textsOf(actor)).toEqual(['一', '一']);
  });

  test('statements sent together tell why the first of them failed, whichever is heard first', async () => {
    const actor = somebody();
    const fail = platform.run(actor, {}, async (ctx) => {
      ctx.can('create', Note);
      const slow = async () => {
        try {
          return await ctx.query(sql`select 1 / 0`);
        } finally {
          for (let turn = 0; turn < 20; turn++) await Promise.resolve();
        }
      };
      await Promise.all([slow(), ctx.query(sql`select 1`)]);
    });
    expect(await code(fail)).toBe('22012');
  });

  test('a refusal gives its locks back before it says why', async () => {
    const actor = somebody();
    const { id } = await write(actor);
    await platform.run(actor, {}, async (ctx) => {
      await ctx.must(Note, id, 'id', 'update');
      await ctx.refuse();
      // Somebody else's change would wait for the lock until its time is up.
      await platform.run(actor, {}, async (other) => other.update(await other.must(Note, id, 'id', 'update'), { text: '二' }));
      expect((await ctx.must(Note, id)).text).toBe('二');
    });
  });

  test('a plain read cannot write', async () => {
    const actor = somebody();
    await expect(platform.run(actor, { readOnly: true }, async (ctx) => (ctx.can('create', Note), ctx.insert(Note, { text: '一', ownerId: actor.organisationId })))).rejects.toThrow(/read-only/);
  });

  test('a part that fails goes back to its savepoint, the rest is kept', async () => {
    const actor = somebody();
    await platform.run(actor, {}, async (ctx) => {
      ctx.can('create', Note);
      await ctx.insert(Note, { text: 'first', ownerId: actor.organisationId });
      await ctx.savepoint(() => ctx.query(sql`select 1 / 0`)).catch(() => undefined);
      await ctx.insert(Note, { text: 'second', ownerId: actor.organisationId });
    });
    expect(await textsOf(actor)).toEqual(['first', 'second']);
  });

  test('the tenant never stays on a pooled connection', async () => {
    await Promise.all(Array.from({ length: 20 }, () => write(somebody())));
    const left = await Promise.all(Array.from({ length: 20 }, () => platform.dataSource.query(`select current_setting('app.tenant', true) as tenant`) as Promise<{ tenant: string | null }[]>));
    expect(new Set(left.map(([row]) => row!.tenant || null))).toEqual(new Set([null]));
  });
});

describe('the wall between consortia', () => {
  test('a record of another consortium is like one that does not exist', async () => {
    const [mine, theirs] = [somebody(), somebody()];
    const note = await write(theirs);
    const ask = (wanted: string) => platform.run(mine, {}, (ctx) => ctx.must(Note, wanted, 'id')).catch((error: Error) => ({ ...error, message: error.message }));
    expect(await ask(note.id)).toEqual(await ask(randomUUID()));
    expect(await ask('no id at all')).toEqual(await ask(randomUUID()));
  });

  test('nobody writes into another consortium, however the tenant is named', async () => {
    const [mine, theirs] = [somebody(), somebody()];
    const note = await write(mine, '一', { tenantId: theirs.tenantId });
    expect(note.tenantId).toBe(mine.tenantId);
    const smuggled = platform.run(mine, {}, async (ctx) => (ctx.can('create', Note), ctx.query(sql`update notes.note set tenant_id = ${theirs.tenantId} where id = ${note.id}`)));
    await expect(smuggled).rejects.toThrow(/row-level security/);
    expect(await textsOf(theirs)).toEqual([]);
  });

  test('what one consortium has sealed another cannot open', async () => {
    const [mine, theirs] = [somebody(), somebody()];
    const sealed = await platform.run(mine, {}, async (ctx) => (ctx.can('read', Note), ctx.seal(noteSecret('a'), '䶮㛃')));
    expect(sealed.includes(Buffer.from('䶮㛃'))).toBe(false);
    expect(await platform.run(mine, {}, async (ctx) => (ctx.can('read', Note), ctx.open(noteSecret('a'), sealed)))).toBe('䶮㛃');
    await expect(platform.run(theirs, {}, async (ctx) => (ctx.can('read', Note), ctx.open(noteSecret('a'), sealed)))).rejects.toThrow();
  });

  test('within a consortium, permissions decide: a row that may not be read is not fetched and not counted', async () => {
    const mine = somebody();
    const sibling = somebody(mine.tenantId);
    await write(mine, 'mine');
    await write(sibling, 'theirs');
    const page = await platform.run(mine, {}, async (ctx) => {
      const { nodes, count } = await ctx.page(Note, {});
      return { texts: nodes.map((note) => note.text), count: await count() };
    });
    expect(page).toEqual({ texts: ['mine'], count: 1 });
  });
});

describe('records', () => {
  test('two changes of the same version: the second is told', async () => {
    const actor = somebody();
    const { id } = await write(actor);
    const change = (text: string) => platform.run(actor, {}, async (ctx) => ctx.update(await ctx.must(Note, id), { text }, { version: 1 }));
    expect(await code(change('二'))).toBe('kept');
    expect(await code(change('三'))).toBe('STALE_VERSION');
    expect(await textsOf(actor)).toEqual(['二']);
  });

  test('the audit log says who changed what from what to what, and nothing that is sealed', async () => {
    const actor = somebody();
    const { id } = await write(actor, '旧', { secret: Buffer.from('geheim') });
    await platform.run(actor, { address: '10.1.2.3' }, async (ctx) => ctx.update(await ctx.must(Note, id), { text: '新' }));
    const rows = await platform.run(actor, {}, async (ctx) => (ctx.can('read', Note), ctx.query<Record<string, unknown>>(sql`select action, person_id, address, before, after from platform.audit_log where subject_id = ${id} order by at`)));
    expect(rows).toEqual([
      expect.objectContaining({ action: 'create', person_id: actor.personId, before: null, after: expect.objectContaining({ text: '旧' }) }),
      { action: 'update', person_id: actor.personId, address: '10.1.2.3', before: { text: '旧', version: 1 }, after: { text: '新', version: 2 } },
    ]);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('geheim').toString('base64'));
  });

  test('the same key does the same thing once, however parallel it is asked for', async () => {
    const actor = somebody();
    const create = () => platform.run(actor, {}, async (ctx) => (ctx.can('create', Note), ctx.once('key', 'createNote', async () => (await ctx.insert(Note, { text: '一', ownerId: actor.organisationId }))[0]!)));
    const answers = await Promise.all(Array.from({ length: 20 }, create));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ result }) => result)).toHaveLength(1);
    expect(await textsOf(actor)).toEqual(['一']);
  });

  test('a key that was used for something else is refused', async () => {
    const actor = somebody();
    const as = (operation: string) => platform.run(actor, {}, async (ctx) => (ctx.can('create', Note), ctx.once('key', operation, async () => ({ id: randomUUID() }))));
    await as('one');
    expect(await code(as('other'))).toBe('BAD_INPUT');
  });
});

describe('the one door for reads', () => {
  test('pages join without gap or repetition, also where the order has ties', async () => {
    const actor = somebody();
    await platform.run(actor, {}, async (ctx) => (ctx.can('create', Note), ctx.insert(Note, Array.from({ length: 25 }, (_, index) => ({ text: String(index % 3), ownerId: actor.organisationId })))));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await platform.run(actor, {}, (ctx) => ctx.page(Note, { first: 4, after }, { orderBy: [{ by: 'text', desc: true }] }));
      seen.push(...page.nodes.map((note) => note.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  test('statements do not grow with rows: to-one and to-many are asked for once', async () => {
    const actor = somebody();
    const about = await write(actor, 'about');
    await platform.run(actor, {}, async (ctx) => (ctx.can('create', Note), ctx.insert(Note, Array.from({ length: 30 }, () => ({ text: 'x', ownerId: actor.organisationId, aboutId: about.id })))));
    const statements = await platform.run(actor, {}, async (ctx) => {
      const { nodes } = await ctx.page(Note, { first: 40 });
      await Promise.all(nodes.map((note) => ctx.load(Note, note.aboutId)));
      await Promise.all(nodes.map((note) => ctx.loadMany(Note, 'aboutId', note.id)));
      return ctx.statements;
    });
    expect(statements).toBe(3);
  });

  test.each([[{ first: 0 }], [{ first: 501 }], [{ after: 'nonsense' }], [{ after: Buffer.from('["a","b","c"]').toString('base64url') }], [{ after: Buffer.from('["no id"]').toString('base64url') }]])('refuses a page that cannot be: %j', async (args) => {
    expect(await code(platform.run(somebody(), {}, (ctx) => ctx.page(Note, args)))).toBe('BAD_INPUT');
  });
});
