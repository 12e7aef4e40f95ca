import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Answer, Batch, type Statement } from '../src/database/batch.ts';

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL! });
  await client.connect();
});
afterAll(() => client.end());

/** What becomes of statements that are sent together. */
function together(...statements: (Partial<Statement> & { text: string })[]): Promise<PromiseSettledResult<Answer>[]> {
  const batch = new Batch(() => undefined);
  const answers = statements.map((statement) => batch.add({ values: [], ...statement }));
  client.query(batch);
  return Promise.allSettled(answers);
}
const brief = (answers: PromiseSettledResult<Answer>[]) => answers.map((one) => (one.status === 'fulfilled' ? one.value.rows : ((one.reason as { code?: string }).code ?? String(one.reason))));

describe('statements that travel together', () => {
  test('each has its own answer, in the types that node-postgres reads', async () => {
    const [many, none, written] = await together(
      { text: 'select n, null::text as nothing, $1::timestamptz as at, $2::jsonb as json, $3::text[] as list from generate_series(1, 2) n', values: [new Date(0), JSON.stringify({ a: [1] }), ['ä', null, '"']] },
      { text: 'select 1 as n where false' },
      { text: 'create temp table thing as select n from generate_series(1, 3) n' },
    );
    const row = { nothing: null, at: new Date(0), json: { a: [1] }, list: ['ä', null, '"'] };
    expect(many).toMatchObject({ value: { rows: [{ n: 1, ...row }, { n: 2, ...row }], rowCount: 2, command: 'SELECT' } });
    expect(none).toMatchObject({ value: { rows: [], rowCount: 0 } });
    expect(written).toMatchObject({ value: { rows: [] } });
  });

  test('what is planned once reads its rows right each time, also twice at once', async () => {
    const named = (value: number) => ({ name: 'batch_named', text: 'select $1::int as value', values: [value] });
    expect(brief(await together(named(1), named(2)))).toEqual([[{ value: 1 }], [{ value: 2 }]]);
    expect(brief(await together(named(3)))).toEqual([[{ value: 3 }]]);
  });

  test('those behind one that failed are not run and tell the same error; those before stand', async () => {
    await client.query('create temp table kept (n int)');
    const answers = await together({ text: 'begin' }, { text: 'insert into kept values (1)' }, { text: 'select 1 / $1::int', values: [0] }, { text: 'insert into kept values (2)' }, { text: 'commit' });
    expect(brief(answers)).toEqual([[], [], '22012', '22012', '22012']);
    await client.query('rollback');
    expect((await client.query('select * from kept')).rows).toEqual([]);
  });

  test('a name is free again after its statement has failed, whether PostgreSQL had kept it or not', async () => {
    const divided = (by: number) => ({ name: 'batch_divided', text: 'select 6 / $1::int as value', values: [by] });
    const unread = { name: 'batch_unread', text: 'select 1 as one', values: [] };
    expect(brief(await together(divided(0), unread))).toEqual(['22012', '22012']);
    expect(brief(await together(divided(2), unread))).toEqual([[{ value: 3 }], [{ one: 1 }]]);
    expect(brief(await together({ name: 'batch_wrong', text: 'selekt', values: [] }))).toEqual(['42601']);
    expect(brief(await together({ name: 'batch_wrong', text: 'select 2 as two', values: [] }))).toEqual([[{ two: 2 }]]);
  });

  test('a value that cannot be written down fails alone', async () => {
    const circular: { self?: object } = {};
    circular.self = circular;
    const [broken, whole] = await together({ text: 'select $1::text', values: [circular] }, { text: 'select 1 as n' });
    expect(broken!.status).toBe('rejected');
    expect(whole).toMatchObject({ value: { rows: [{ n: 1 }] } });
  });
});
