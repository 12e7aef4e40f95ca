import { Worker } from 'node:worker_threads';
import { type ReadHead, type ReadOptions, type ReadRow, RegisterError } from './register.types.ts';
import type { WorkerMessage } from './register.worker.ts';

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './register.worker.ts' : './register.worker.js', import.meta.url);
const TIME_LIMIT = 60_000;
const MEMORY_LIMIT = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 };

export interface FileRead {
  head: ReadHead;
  /** Batches of lines, as they are read. */
  batches: AsyncGenerator<ReadRow[]>;
}

/**
 * Reads an untrusted file in a thread of its own, with a limit on memory and time and without the process's environment:
 * whatever the file does there, the server goes on.
 * @throws RegisterError
 */
export async function readFile(bytes: Buffer, options: ReadOptions, limits: { milliseconds?: number; megabytes?: number } = {}): Promise<FileRead> {
  const messages = new Queue<WorkerMessage>();
  const copy = new Uint8Array(bytes);
  const worker = new Worker(WORKER, {
    workerData: { bytes: copy, options },
    transferList: [copy.buffer],
    env: {},
    execArgv: [],
    resourceLimits: { ...MEMORY_LIMIT, ...(limits.megabytes && { maxOldGenerationSizeMb: limits.megabytes }) },
  });
  const stop = (code: string): void => messages.put({ failed: { code, params: {} } });
  const timer = setTimeout(() => stop('FILE_TOO_SLOW'), limits.milliseconds ?? TIME_LIMIT);
  worker.on('message', (message: WorkerMessage) => messages.put(message));
  worker.on('error', (error: NodeJS.ErrnoException) => stop(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'FILE_UNPACKS_TOO_LARGE' : 'FILE_DAMAGED'));
  worker.on('exit', () => stop('FILE_DAMAGED'));
  const end = async (): Promise<void> => {
    clearTimeout(timer);
    await worker.terminate();
  };

  const next = async (): Promise<WorkerMessage> => {
    const message = await messages.take();
    if ('failed' in message) {
      await end();
      throw new RegisterError(message.failed.code, message.failed.params);
    }
    return message;
  };
  async function* batches(): AsyncGenerator<ReadRow[]> {
    try {
      for (;;) {
        const message = await next();
        if ('rows' in message) yield message.rows;
        if ('done' in message) return;
      }
    } finally {
      await end();
    }
  }
  const first = await next();
  if (!('head' in first)) throw new RegisterError('FILE_DAMAGED');
  return { head: first.head, batches: batches() };
}

/** Messages in the order in which they came, for one reader. */
class Queue<T> {
  private readonly waiting: T[] = [];
  private wake: (() => void) | null = null;

  put(item: T): void {
    this.waiting.push(item);
    this.wake?.();
  }

  async take(): Promise<T> {
    while (!this.waiting.length) await new Promise<void>((resolve) => (this.wake = resolve));
    return this.waiting.shift()!;
  }
}
