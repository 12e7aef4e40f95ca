import { readHere } from '@gongjian/platform/sheets/read';
import { readRegister } from './register-reader.ts';
import { SheetError } from '@gongjian/platform/sheets/sheet.types';
import type { ReadHead, ReadOptions, ReadRow } from './register.types.ts';

/** Runs as a process of its own: it gets one file, answers with what is in it, and is ended: news of an end of its own could overtake its last answer. */
export type WorkerOrder = { bytes: Uint8Array; options: ReadOptions } | 'more';
export type WorkerMessage = { head: ReadHead } | { rows: ReadRow[] } | { done: true };

const ROWS_PER_MESSAGE = 500;
/** So many messages may wait for their reader; more would pile up the file a second time. */
const MESSAGES_AHEAD = 4;

let ahead = 0;
let wake = (): void => undefined;

process.on('message', (order: WorkerOrder) => {
  if (order === 'more') {
    ahead--;
    wake();
  } else void read(order.bytes, order.options);
});
// nobody is waiting any more
process.on('disconnect', () => process.exit());

const mayGoOn = (): boolean => ahead <= MESSAGES_AHEAD;

const say = (message: WorkerMessage | { failed: { code: string; params: Record<string, string> } }): Promise<void> => new Promise((resolve) => process.send!(message, undefined, undefined, () => resolve()));

async function read(bytes: Uint8Array, options: ReadOptions): Promise<void> {
  try {
    const { head, rows } = readRegister(await readHere(bytes, options.fileName), options);
    await say({ head });
    let batch: ReadRow[] = [];
    for (const row of rows) {
      batch.push(row);
      if (batch.length < ROWS_PER_MESSAGE) continue;
      await say({ rows: batch.splice(0) });
      ahead++;
      while (!mayGoOn()) await new Promise<void>((resolve) => (wake = resolve));
    }
    if (batch.length) await say({ rows: batch });
    await say({ done: true });
  } catch (error) {
    await say({ failed: error instanceof SheetError ? { code: error.code, params: error.params } : { code: 'FILE_DAMAGED', params: {} } });
  }
}
