import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readFile } from './read-file.ts';
import type { ReadRow } from './register.types.ts';

const sample = (name: string): Buffer => readFileSync(new URL(`../../test/registers/${name}`, import.meta.url));
const options = (fileName: string) => ({ mapping: {}, today: '2026-11-23', fileName });

async function read(name: string, bytes = sample(name)) {
  const { head, batches } = await readFile(bytes, options(name));
  const rows: ReadRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  const count = (state: ReadRow['state']) => rows.filter((row) => row.state === state).length;
  return { head, rows, counts: [count('GOOD'), count('BAD'), count('SKIPPED')] };
}

describe('reading a file in a process of its own', () => {
  it.each([
    ['equipment-ledger.xlsx', 'EQUIPMENT', [414, 6, 3]],
    ['venues.csv', 'VENUES', [60, 0, 0]],
    ['teachers.xlsx', 'TEACHERS', [176, 4, 0]],
    ['engineers.csv', 'ENGINEERS', [64, 26, 0]],
  ])('takes %s as it is', async (name, register, counts) => {
    const found = await read(name);
    expect([found.head.register, found.counts]).toEqual([register, counts]);
    expect(found.head.columns.filter((column) => column.field === null).map((column) => column.heading)).toEqual(name === 'equipment-ledger.xlsx' ? ['序号'] : name === 'teachers.xlsx' ? ['性别', '出生年月'] : []);
  });

  it('passes on why a file cannot be read', async () => {
    await expect(readFile(Buffer.from('<html>'), options('a.xlsx'))).rejects.toMatchObject({ code: 'FILE_NOT_A_TABLE' });
  });

  it('ends a reader that takes too long or too much, and goes on', async () => {
    const ledger = (length: number) => Buffer.from(`资产编号,设备名称,规格型号\n${Array.from({ length }, (_, i) => `A${i},车床${i},C6`).join('\n')}`);
    const large = ledger(5_000);
    await expect(read('a.csv', large)).resolves.toMatchObject({ counts: [5_000, 0, 0] });
    await expect(readFile(large, options('a.csv'), { milliseconds: 1 })).rejects.toMatchObject({ code: 'FILE_TOO_SLOW' });
    await expect(readFile(ledger(50_000 - 1), options('a.csv'), { megabytes: 10 })).rejects.toMatchObject({ code: 'FILE_UNPACKS_TOO_LARGE' });
  });
});
