import { readHere } from '@gongjian/platform/sheets/read';
import { failed, say, serve } from '@gongjian/platform/sheets/worker.kit';
import { readRegister } from './register-reader.ts';
import type { ReadHead, ReadOptions, ReadRow } from './register.types.ts';

/** Runs as a process of its own: it gets one file, answers with what is in it, and is ended. */
export type WorkerOrder = { bytes: Uint8Array; options: ReadOptions } | 'more';
export type WorkerMessage = { head: ReadHead } | { rows: ReadRow[] } | { done: true };

const ROWS_PER_MESSAGE = 500;
/** So many messages may wait for their reader; more would pile up the file a second time. */
const MESSAGES_AHEAD = 4;

let ahead = 0;
let wake = (): void => undefined;

serve((order: WorkerOrder) => {
  if (order === 'more') {
    ahead--;
    wake();
  } else void read(order.bytes, order.options);
});

const mayGoOn = (): boolean => ahead <= MESSAGES_AHEAD;

async function read(bytes: Uint8Array, options: ReadOptions): Promise<void> {
  try {
    const { head, rows } = readRegister(await readHere(bytes, options.fileName), options);
    await say<WorkerMessage>({ head });
    let batch: ReadRow[] = [];
    for (const row of rows) {
      batch.push(row);
      if (batch.length < ROWS_PER_MESSAGE) continue;
      await say<WorkerMessage>({ rows: batch.splice(0) });
      ahead++;
      while (!mayGoOn()) await new Promise<void>((resolve) => (wake = resolve));
    }
    if (batch.length) await say<WorkerMessage>({ rows: batch });
    await say<WorkerMessage>({ done: true });
  } catch (error) {
    await say(failed(error));
  }
}
