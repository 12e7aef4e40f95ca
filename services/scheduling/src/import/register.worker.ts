import { parentPort, workerData } from 'node:worker_threads';
import { readDelimited } from './csv.ts';
import { decodeText, kindOf } from './file-kind.ts';
import { readRegister } from './register-reader.ts';
import { type ReadHead, type ReadOptions, type ReadRow, RegisterError } from './register.types.ts';
import { readWorkbook } from './workbook.ts';

export type WorkerMessage = { head: ReadHead } | { rows: ReadRow[] } | { done: true } | { failed: { code: string; params: Record<string, string> } };

const ROWS_PER_MESSAGE = 500;

const { bytes, options } = workerData as { bytes: Uint8Array; options: ReadOptions };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
const say = (message: WorkerMessage): void => parentPort!.postMessage(message);

try {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sheets = kindOf(file) === 'XLSX' ? await readWorkbook(file) : [readDelimited(decodeText(file), options.fileName)];
  const { head, rows } = readRegister(sheets, options);
  say({ head });
  let batch: ReadRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === ROWS_PER_MESSAGE) say({ rows: batch.splice(0) });
  }
  if (batch.length) say({ rows: batch });
  say({ done: true });
} catch (error) {
  say({ failed: error instanceof RegisterError ? { code: error.code, params: error.params } : { code: 'FILE_DAMAGED', params: {} } });
}
