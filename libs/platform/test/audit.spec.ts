import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Actor, DomainError, Platform, type RequestContext, rolesOf, Secrets, sql, systemActor, urlAs } from '../src/index.ts';
import { GENESIS, linkHash, type SealState } from '../src/audit/sealer.ts';
import { Note, noteSecret, openNotes, somebody } from './notes.ts';

const url = () => process.env.GONGJIAN_DATABASE_URL!;
let platform: Platform;
let owner: pg.Client;
beforeAll(async () => {
  platform = await openNotes();
  owner = new pg.Client({ connectionString: url() });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await platform.close();
});

const insert = async (ctx: RequestContext, actor: Actor, text: string) => {
  ctx.can('create', Note);
  return (await ctx.insert(Note, { text, ownerId: actor.organisationId }))[0]!;
};
const write = (actor: Actor, text = '一', options: object = {}) => platform.run(actor, { operation: 'createNote', recorded: true, ...options }, (ctx) => insert(ctx, actor, text));

interface Entry {
  id: string;
  operation: string;
  result: string;
  code: string | null;
  changes: number;
}
const entriesOf = (actor: Actor) =>
  platform.run(systemActor(actor.tenantId), { readOnly: true }, async (ctx) => (ctx.can('read', Note), ctx.query<Entry>(sql`select id, operation, result, code, change_count as changes from platform.audit_entry where tenant_id = ${actor.tenantId} order by at, id`)));

interface Link {
  seq: number;
  entryId: string;
  state: SealState;
  digest: Buffer;
  hash: Buffer;
}
const linksOf = (actor: Actor) =>
  platform.run(systemActor(actor.tenantId), { readOnly: true }, async (ctx) => (ctx.can('read', Note), ctx.query<Link>(sql`select seq, entry_id as "entryId", state, digest, hash from platform.audit_seal where tenant_id = ${actor.tenantId} order by seq`)));

/** Waits until so many entries are in the chain. */
async function sealed(actor: Actor, count: number): Promise<Link[]> {
  for (let tries = 0; tries < 200; tries++) {
    await platform.sealer.seal(actor.tenantId);
    const links = await linksOf(actor);
    if (links.length >= count) return links;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('never sealed');
}

describe('an operation and its entry', () => {
  test('however many records it touches, it is one entry with a change for each', async () => {
    const actor = somebody();
    await platform.run(actor, { operation: 'createNote', recorded: true }, async (ctx) => {
      await insert(ctx, actor, '一');
      await insert(ctx, actor, '二');
    });
    expect(await entriesOf(actor)).toEqual([expect.objectContaining({ operation: 'createNote', result: 'DONE', changes: 2 })]);
  });

  test('a change that changed nothing is an entry all the same, a read is none', async () => {
    const actor = somebody();
    await platform.run(actor, { operation: 'touchNote', recorded: true }, async (ctx) => void ctx.can('update', Note));
    await platform.run(actor, { operation: 'notes', readOnly: true }, async (ctx) => void (await ctx.find(Note)));
    expect(await entriesOf(actor)).toEqual([expect.objectContaining({ operation: 'touchNote', changes: 0 })]);
  });

  test('thousands of changes come in parts and are still one entry', async () => {
    const actor = somebody();
    await platform.run(actor, { operation: 'importNotes' }, async (ctx) => {
      ctx.can('create', Note);
      await ctx.insert(Note, Array.from({ length: 2500 }, (_, index) => ({ text: String(index), ownerId: actor.organisationId })));
    });
    expect(await entriesOf(actor)).toEqual([expect.objectContaining({ changes: 2500 })]);
    const [{ count }] = (await owner.query(`select count(distinct ordinal)::int as count from platform.audit_change where tenant_id = $1`, [actor.tenantId])).rows;
    expect(count).toBe(2500);
  });

  test('a sealed value that changed is told to have changed, and no more', async () => {
    const actor = somebody();
    const { id } = await platform.run(actor, {}, async (ctx) => (ctx.can('create', Note), (await ctx.insert(Note, { text: '一', ownerId: actor.organisationId, secret: await ctx.seal(noteSecret('a'), '旧') }))[0]!));
    await platform.run(actor, {}, async (ctx) => ctx.update(await ctx.must(Note, id), { secret: await ctx.seal(noteSecret(id), '新') }));
    const { rows } = await owner.query(`select before, after from platform.audit_log where tenant_id = $1 and action = 'update'`, [actor.tenantId]);
    expect(rows).toEqual([{ before: { secret: '[sealed]', version: 1 }, after: { secret: '[sealed]', version: 2 } }]);
  });
});

describe('the chain', () => {
  test('takes in all that was committed, each entry once, and each link holds the one before', async () => {
    const actor = somebody();
    await Promise.all(Array.from({ length: 40 }, (_, index) => write(actor, String(index))));
    const links = await sealed(actor, 40);
    expect(links.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(new Set(links.map(({ entryId }) => entryId))).toEqual(new Set((await entriesOf(actor)).map(({ id }) => id)));
    expect(new Set(links.map(({ state }) => state))).toEqual(new Set(['PROVEN']));
    let previous: Buffer = GENESIS;
    for (const { seq, entryId, state, digest, hash } of links) {
      previous = linkHash(previous, seq, entryId, state, digest);
      expect(hash.equals(previous)).toBe(true);
    }
  });

  test('does not skip who commits late, and makes nobody wait', async () => {
    const actor = somebody();
    let letGo!: () => void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let wrote!: () => void;
    const hasWritten = new Promise<void>((resolve) => (wrote = resolve));
    const late = platform.run(actor, { operation: 'createNote' }, async (ctx) => {
      await insert(ctx, actor, 'late');
      // Its entry is in the database, and it does not commit yet.
      const { trail, work } = ctx as unknown as { trail: { flush(work: unknown): void }; work: unknown };
      trail.flush(work);
      await ctx.find(Note, { limit: 1 });
      wrote();
      await held;
    });
    await hasWritten;
    for (let index = 0; index < 5; index++) await write(actor, String(index));
    const early = await sealed(actor, 5);
    expect(early).toHaveLength(5);
    letGo();
    await late;
    const all = await sealed(actor, 6);
    expect(all.map(({ entryId }) => entryId).slice(0, 5)).toEqual(early.map(({ entryId }) => entryId));
    expect(all[5]!.state).toBe('PROVEN');
  });

  test('what rolls back is in no chain', async () => {
    const actor = somebody();
    await expect(platform.run(actor, {}, async (ctx) => (await insert(ctx, actor, '一'), Promise.reject(new Error('no'))))).rejects.toThrow('no');
    await write(actor);
    expect(await sealed(actor, 1)).toHaveLength(1);
    expect(await entriesOf(actor)).toHaveLength(1);
  });

  test('an entry that somebody with database rights slips in, or takes out before it is sealed, is marked for good', async () => {
    const actor = somebody();
    await owner.query('begin');
    await owner.query(`insert into platform.audit_entry (tenant_id, id, at, operation, kind, by_system, roles, request_id, result, change_count, digest, mac)
      values ($1, $2, now(), 'createNote', 'CHANGE', false, '{}', 'forged', 'DONE', 0, decode(repeat('ab', 32), 'hex'), decode(repeat('cd', 32), 'hex'))`, [actor.tenantId, randomUUID()]);
    await owner.query(`insert into platform.audit_unsealed select tenant_id, id from platform.audit_entry where tenant_id = $1 union all select $1, $2`, [actor.tenantId, randomUUID()]);
    await owner.query('commit');
    expect((await sealed(actor, 2)).map(({ state }) => state).sort()).toEqual(['FORGED', 'MISSING']);
  });
});

test('the sealer signs nothing behind an end that is not its own', async () => {
  const actor = somebody();
  await write(actor);
  await sealed(actor, 1);
  await owner.query(`update platform.audit_chain set hash = decode(repeat('ab', 32), 'hex') where tenant_id = $1`, [actor.tenantId]);
  await write(actor);
  await platform.sealer.seal(actor.tenantId);
  expect(await linksOf(actor)).toHaveLength(1);
});

describe('nobody rewrites it', () => {
  const TABLES = ['audit_entry', 'audit_change', 'audit_seal', 'audit_checkpoint'];

  test.each(TABLES)('%s: the runtime roles may not, and the owner is stopped', async (table) => {
    const actor = somebody();
    await write(actor);
    await sealed(actor, 1);
    const roles = rolesOf(url());
    for (const role of [roles.app, roles.auth]) {
      const client = new pg.Client({ connectionString: urlAs(url(), role, new Secrets(process.env.GONGJIAN_SECRET_KEY!)) });
      await client.connect();
      for (const statement of [`update platform.${table} set tenant_id = tenant_id`, `delete from platform.${table}`, `truncate platform.${table}`]) await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      await client.end();
    }
    for (const statement of [`update platform.${table} set tenant_id = tenant_id where tenant_id = '${actor.tenantId}'`, `delete from platform.${table} where tenant_id = '${actor.tenantId}'`, `truncate platform.${table}`]) {
      await expect(owner.query(statement)).rejects.toThrow(/only ever added to/);
    }
  });

  test('a chain does not go back', async () => {
    const actor = somebody();
    await write(actor);
    await sealed(actor, 1);
    await expect(owner.query(`update platform.audit_chain set seq = 0 where tenant_id = $1`, [actor.tenantId])).rejects.toThrow(/only grows/);
  });

  test('the role that checks passwords writes what happens at the door, and nothing else', async () => {
    const client = new pg.Client({ connectionString: urlAs(url(), rolesOf(url()).auth, new Secrets(process.env.GONGJIAN_SECRET_KEY!)) });
    await client.connect();
    const tell = (operation: string) =>
      client.query(`insert into platform.audit_entry (tenant_id, id, at, operation, kind, by_system, roles, request_id, result, change_count) values ($1, $2, now(), $3, 'ACCESS', false, '{}', 'r', 'DONE', 0)`, [randomUUID(), randomUUID(), operation]);
    await expect(tell('createBooking')).rejects.toThrow(/row-level security/);
    await expect(client.query('select 1 from platform.audit_entry')).rejects.toThrow(/permission denied/);
    await client.end();
  });
});

describe('how long it is kept', () => {
  const purge = (actor: Actor, before: Date) =>
    platform.run(systemActor(actor.tenantId), {}, async (ctx) => (ctx.can('read', Note), ctx.query<{ throughSeq: number; entries: number }>(sql`select through_seq as "throughSeq", entries from platform.purge_audit(${before})`)));
  const YEAR = 365 * 86_400_000;

  test('nothing younger than six months goes, whatever anybody asks for', async () => {
    const actor = somebody();
    await write(actor);
    await sealed(actor, 1);
    await expect(purge(actor, new Date(Date.now() - 150 * 86_400_000))).rejects.toThrow(/six months/);
    expect(await purge(actor, new Date(Date.now() - YEAR))).toEqual([]);
  });

  test('whole segments go, and the rest hangs on the anchor that is left', async () => {
    const actor = somebody();
    // The first entry of a chain makes a checkpoint, and so does the one of the day after: two segments.
    await write(actor, '旧', { now: new Date(Date.now() - 2 * YEAR) });
    await sealed(actor, 1);
    await write(actor, '新');
    const [first, second] = await sealed(actor, 2);
    expect(await purge(actor, new Date(Date.now() - YEAR))).toEqual([{ throughSeq: 1, entries: 1 }]);
    expect((await entriesOf(actor)).map(({ id }) => id)).toEqual([second!.entryId]);
    const { rows } = await owner.query(`select anchor_seq::int as seq, anchor_hash as hash from platform.audit_chain where tenant_id = $1`, [actor.tenantId]);
    expect(rows[0].seq).toBe(1);
    expect(linkHash(rows[0].hash, 2, second!.entryId, second!.state, second!.digest).equals(second!.hash)).toBe(true);
    expect((rows[0].hash as Buffer).equals(first!.hash)).toBe(true);
  });
});

describe('what was refused', () => {
  test('the permission names what was tried; a form that was filled in wrongly is nobody else\'s concern', async () => {
    const actor = somebody();
    const stranger = somebody(actor.tenantId);
    const { id } = await write(actor);
    const error = await platform.run(stranger, {}, async (ctx) => {
      const note = Object.assign(new Note(), { id, ownerId: actor.organisationId });
      ctx.authorize('update', note);
    }).catch((caught: DomainError) => caught);
    expect(error).toMatchObject({ code: 'NOT_FOUND', attempt: { action: 'update', type: 'Note', id } });
  });
});
