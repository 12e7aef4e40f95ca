import { Apart, type ApartLimits } from '@gongjian/platform/sheets/apart';
import { SheetError } from '@gongjian/platform/sheets/sheet.types';
import type { ReadHead, ReadOptions, ReadRow } from './register.types.ts';
import type { WorkerMessage, WorkerOrder } from './register.worker.ts';

export interface FileRead {
  head: ReadHead;
  /** Batches of lines, as they are read. */
  batches: AsyncGenerator<ReadRow[]>;
}

/**
 * Reads an untrusted register in a process of its own.
 * @throws SheetError
 */
export async function readFile(bytes: Buffer, options: ReadOptions, limits: ApartLimits = {}): Promise<FileRead> {
  const apart = new Apart<WorkerOrder, WorkerMessage>('./register.worker', import.meta.url, limits);
  async function* batches(): AsyncGenerator<ReadRow[]> {
    try {
      for (;;) {
        const message = await apart.next();
        if ('done' in message) return;
        if (!('rows' in message)) continue;
        yield message.rows;
        apart.tell('more');
      }
    } finally {
      apart.end();
    }
  }
  apart.tell({ bytes, options });
  const first = await apart.next();
  if (!('head' in first)) throw new SheetError('FILE_DAMAGED');
  return { head: first.head, batches: batches() };
}
