import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Actor, beginRotation, destroyKeys, keyNumberOf, Platform, Secrets, settleKeys } from '../src/index.ts';
import { rewrap } from '../src/sealing/rotation.ts';
import { Note, noteSecret, openNotes, somebody } from './notes.ts';

let platform: Platform;
/** Another process of the same installation, which hears nothing of the first one's keys. */
let other: Platform;
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await owner.connect();
  platform = await openNotes();
  other = await openNotes();
});
afterAll(async () => {
  await platform.close();
  await other.close();
  await owner.end();
});

async function write(actor: Actor, secret: string, on = platform): Promise<string> {
  const id = randomUUID();
  await on.run(actor, {}, async (ctx) => (ctx.can('create', Note), ctx.insert(Note, { id, text: '-', ownerId: actor.organisationId, secret: await ctx.seal(noteSecret(id), secret) })));
  return id;
}

const read = (actor: Actor, id: string, on = platform): Promise<string> =>
  on.run(actor, {}, async (ctx) => ctx.open(noteSecret(id), (await ctx.must(Note, id)).secret!));

const rotate = (actor: Actor) => platform.run(actor, {}, (ctx) => ((ctx.asked = true), beginRotation(ctx, platform)));
const settle = (actor: Actor, on = platform) => on.asSystem(actor.tenantId, {}, (ctx) => settleKeys(ctx, on));
const keysOf = async (actor: Actor) => (await owner.query<{ number: number; state: string; wrapped: Buffer | null }>('select number, state, wrapped from platform.data_key where tenant_id = $1 order by number', [actor.tenantId])).rows;
const sealedWith = async (id: string) => keyNumberOf((await owner.query<{ secret: Buffer }>('select secret from notes.note where id = $1', [id])).rows[0]!.secret);

/** A consortium whose first key is in use and settled. */
async function settled(): Promise<Actor> {
  const actor = somebody();
  await write(actor, '初');
  await settle(actor);
  return actor;
}

describe('what a consortium seals', () => {
  test('does not open in another row, another column or another consortium, and not when a bit of it has changed', async () => {
    const [mine, theirs] = [somebody(), somebody()];
    const [a, b] = [await write(mine, '43020020080229001X'), await write(mine, '身份')];
    const { rows } = await owner.query<{ secret: Buffer }>('select secret from notes.note where id = $1', [a]);
    await owner.query('update notes.note set secret = $2 where id = $1', [b, rows[0]!.secret]);
    expect(await read(mine, a)).toBe('43020020080229001X');
    await expect(read(mine, b)).rejects.toThrow();
    const sealed = rows[0]!.secret;
    const open = (actor: Actor, column: string, value: Buffer) => platform.run(actor, {}, async (ctx) => (ctx.can('read', Note), ctx.open({ ...noteSecret(a), column }, value)));
    await expect(open(mine, 'text', sealed)).rejects.toThrow();
    await expect(open(theirs, 'secret', sealed)).rejects.toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    await expect(open(mine, 'secret', changed)).rejects.toThrow();
    // The control: as it was, and where it was.
    expect(await open(mine, 'secret', sealed)).toBe('43020020080229001X');
  });

  test('has random keys of its own, which the database keeps wrapped', async () => {
    const [one, two] = [await settled(), await settled()];
    const [a, b] = [await keysOf(one), await keysOf(two)];
    expect(a.map(({ number, state }) => [number, state])).toEqual([[0, 'INDEX'], [1, 'ACTIVE']]);
    expect(a[1]!.wrapped!.equals(b[1]!.wrapped!)).toBe(false);
    const secrets = new Secrets(process.env.GONGJIAN_SECRET_KEY!);
    expect(secrets.unwrap(one.tenantId, 1, a[1]!.wrapped!)).toHaveLength(32);
    // Moved to another consortium or number it unwraps to nothing.
    expect(() => secrets.unwrap(two.tenantId, 1, a[1]!.wrapped!)).toThrow();
    expect(() => new Secrets(randomBytes(32).toString('hex')).unwrap(one.tenantId, 1, a[1]!.wrapped!)).toThrow();
  });

  test('equal texts keep equal fingerprints through a rotation, and no two consortia share one', async () => {
    const [one, two] = [await settled(), await settled()];
    const print = (actor: Actor) => platform.run(actor, {}, async (ctx) => (ctx.can('read', Note), ctx.fingerprint('430200200802290018')));
    const before = await print(one);
    await rotate(one);
    await settle(one);
    expect(await print(one)).toBe(before);
    expect(await print(two)).not.toBe(before);
  });

  test('is opened as before when it was sealed before there were data keys, and is sealed anew', async () => {
    const actor = somebody();
    const id = await write(actor, '-');
    await owner.query('update notes.note set secret = $2 where id = $1', [id, new Secrets(process.env.GONGJIAN_SECRET_KEY!).seal(actor.tenantId, '从前')]);
    expect([await read(actor, id), await sealedWith(id)]).toEqual(['从前', null]);
    await settle(actor);
    expect([await read(actor, id), await sealedWith(id)]).toEqual(['从前', 1]);
  });
});

describe('the rotation of a key', () => {
  test('seals everything anew and destroys the key of before; whatever was copied from the database opens no more', async () => {
    const actor = await settled();
    const ids = await Promise.all(Array.from({ length: 230 }, (_, index) => write(actor, `值${index}`)));
    const { rows: copies } = await owner.query<{ secret: Buffer }>('select secret from notes.note where id = $1', [ids[0]]);
    expect(await rotate(actor)).toBe(2);
    // In between both open.
    expect(await sealedWith(ids[0]!)).toBe(1);
    expect(await read(actor, ids[0]!)).toBe('值0');
    expect(await sealedWith(await write(actor, '新'))).toBe(2);
    expect(await settle(actor)).toEqual([1]);
    expect(await keysOf(actor)).toEqual([expect.objectContaining({ number: 0 }), { number: 1, state: 'DESTROYED', wrapped: null }, expect.objectContaining({ number: 2, state: 'ACTIVE' })]);
    expect(await Promise.all(ids.map((id) => read(actor, id)))).toEqual(ids.map((_, index) => `值${index}`));
    expect(await Promise.all(ids.map(sealedWith))).toEqual(ids.map(() => 2));
    await expect(platform.run(actor, {}, async (ctx) => (ctx.can('read', Note), ctx.open(noteSecret(ids[0]!), copies[0]!.secret)))).rejects.toMatchObject({ code: 'SEALED_FOR_GOOD' });
  });

  test('loses nothing of what is written and read meanwhile, by a process that has not heard of it', async () => {
    const actor = await settled();
    const written = new Map<string, string>();
    await write(actor, '-', other);
    const run = { going: true };
    let reads = 0;
    const writer = async (on: Platform, name: string) => {
      for (let n = 0; run.going; n++) {
        const text = `${name}${n}`;
        const id = await write(actor, text, on);
        written.set(id, text);
        const changed = `${text}改`;
        await on.run(actor, {}, async (ctx) => ctx.update(await ctx.must(Note, id, undefined, 'update'), { secret: await ctx.seal(noteSecret(id), changed) }));
        written.set(id, changed);
      }
    };
    const reader = async () => {
      for (; run.going; await new Promise(setImmediate)) for (const id of [...written.keys()].slice(-5)) {
        const seen = await read(actor, id, reads++ % 2 ? platform : other);
        expect(seen.startsWith('甲') || seen.startsWith('乙')).toBe(true);
      }
    };
    const busy = [writer(platform, '甲'), writer(other, '乙'), reader()];
    try {
      for (let turn = 0; turn < 4; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await rotate(actor);
        // Two at once, as when the round finds what the job is still doing.
        await Promise.all([settle(actor), settle(actor, other)]);
      }
    } finally {
      run.going = false;
    }
    await Promise.all(busy);
    expect(written.size).toBeGreaterThan(20);
    expect(reads).toBeGreaterThan(20);
    await settle(actor);
    for (const [id, text] of written) expect(await read(actor, id)).toBe(text);
    expect((await keysOf(actor)).map(({ state }) => state)).toEqual(['INDEX', 'DESTROYED', 'DESTROYED', 'DESTROYED', 'DESTROYED', 'ACTIVE']);
  }, 60_000);

  test('waits with the destruction for whoever is still writing with the old key', async () => {
    const actor = await settled();
    const id = randomUUID();
    let finish: (() => void) | undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let begun: (() => void) | undefined;
    const wrote = new Promise<void>((resolve) => (begun = resolve));
    const slow = platform.run(actor, {}, async (ctx) => {
      ctx.can('create', Note);
      await ctx.insert(Note, { id, text: '-', ownerId: actor.organisationId, secret: await ctx.seal(noteSecret(id), '慢') });
      begun!();
      await finished;
    });
    await wrote;
    await rotate(actor);
    const settling = settle(actor, other);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await keysOf(actor))[1]!.state).toBe('RETIRING');
    finish!();
    await slow;
    await settling;
    expect((await keysOf(actor))[1]!.state).toBe('DESTROYED');
    expect([await read(actor, id), await sealedWith(id)]).toEqual(['慢', 2]);
  });

  test('does not begin while another one goes on', async () => {
    const actor = await settled();
    await rotate(actor);
    await expect(rotate(actor)).rejects.toMatchObject({ code: 'ROTATION_RUNS' });
    await settle(actor);
    expect(await rotate(actor)).toBe(3);
  });

  test('goes on after a crash in the middle', async () => {
    const actor = await settled();
    const ids = await Promise.all(Array.from({ length: 5 }, (_, index) => write(actor, `值${index}`)));
    await rotate(actor);
    await owner.query(`create function notes.crash() returns trigger language plpgsql as $$ begin raise exception 'crash'; end $$;
      create trigger crash before update on notes.note for each row when (new.id = '${ids[3]}') execute function notes.crash()`);
    try {
      await expect(settle(actor)).rejects.toThrow('crash');
    } finally {
      await owner.query('drop function notes.crash() cascade');
    }
    expect((await keysOf(actor))[1]!.state).toBe('RETIRING');
    expect(await Promise.all(ids.map((id) => read(actor, id)))).toEqual(['值0', '值1', '值2', '值3', '值4']);
    expect(await settle(actor, other)).toEqual([1]);
    expect(await Promise.all(ids.map((id) => read(actor, id)))).toEqual(['值0', '值1', '值2', '值3', '值4']);
  });

  test('keeps a key with which something is sealed that does not open', async () => {
    const actor = await settled();
    const [broken, good] = [await write(actor, '坏'), await write(actor, '好')];
    await owner.query(`update notes.note set secret = overlay(secret placing '\\x00' from 20 for 1) where id = $1`, [broken]);
    await rotate(actor);
    await expect(settle(actor)).rejects.toThrow('does not come to an end');
    expect((await keysOf(actor))[1]!.state).toBe('RETIRING');
    expect(await read(actor, good)).toBe('好');
  });
});

describe('another SECRET_KEY', () => {
  test('wraps the keys of before anew, once it was told what it was before; with neither of the two nothing opens', async () => {
    const actor = await settled();
    const id = await write(actor, '内容');
    const next = randomBytes(32).toString('base64url');
    // The address has its password in it, which stays what it is here.
    const { url } = platform.dataSource.options as { url: string };
    const before = process.env.GONGJIAN_SECRET_KEY!;
    const reopen = (secrets: Secrets) => Platform.open(url, secrets, platform.subgraphs, 2, { publicUrl: 'https://gongjian.test' });
    const stranger = await reopen(new Secrets(next));
    await expect(read(actor, id, stranger)).rejects.toThrow();
    await stranger.close();
    const heir = await reopen(new Secrets(next, before));
    expect(await read(actor, id, heir)).toBe('内容');
    await heir.asSystem(actor.tenantId, {}, (ctx) => rewrap(ctx, heir));
    await heir.close();
    const alone = await reopen(new Secrets(next));
    expect(await read(actor, id, alone)).toBe('内容');
    await alone.close();
    const back = await reopen(new Secrets(before, next));
    await back.asSystem(actor.tenantId, {}, (ctx) => rewrap(ctx, back));
    await back.close();
    platform.ring.forget(actor.tenantId);
    expect(await read(actor, id)).toBe('内容');
  });

  test('opens what the installation itself has sealed, and finds its signatures good', () => {
    const [before, now] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    const place = { table: 'directory.totp', column: 'secret', id: randomUUID() };
    const [old, heir] = [new Secrets(before), new Secrets(now, before)];
    expect(heir.openAt(place, old.sealAt(place, '密'), 'totp').toString()).toBe('密');
    expect(heir.open('letter', old.seal('letter', '信'))).toBe('信');
    expect(heir.openAt(place, old.seal('totp', '从前'), 'totp').toString()).toBe('从前');
    expect([heir.hasSealed(heir.sealAt(place, '密')), heir.hasSealed(old.sealAt(place, '密')), heir.hasSealed(old.seal('totp', '密'))]).toEqual([true, false, false]);
    expect(heir.verify('link', 'x', old.sign('link', 'x'))).toBe(true);
    expect(old.verify('link', 'x', heir.sign('link', 'x'))).toBe(false);
    expect(() => old.openAt(place, heir.sealAt(place, '密'), 'totp')).toThrow();
    expect(() => heir.openAt({ ...place, id: randomUUID() }, old.sealAt(place, '密'), 'totp')).toThrow();
  });
});

describe('the destruction of all keys of a consortium', () => {
  test('makes what it has sealed unreadable for good, and nothing of others', async () => {
    const [gone, stays] = [await settled(), await settled()];
    const [a, b] = [await write(gone, '没了'), await write(stays, '还在')];
    await platform.run(gone, {}, async (ctx) => (ctx.can('read', Note), destroyKeys(ctx, platform)));
    await expect(read(gone, a)).rejects.toMatchObject({ code: 'SEALED_FOR_GOOD' });
    await expect(write(gone, '新')).rejects.toMatchObject({ code: 'SEALED_FOR_GOOD' });
    expect((await keysOf(gone)).every(({ wrapped, state }) => wrapped === null && state === 'DESTROYED')).toBe(true);
    expect(await read(stays, b)).toBe('还在');
  });
});
