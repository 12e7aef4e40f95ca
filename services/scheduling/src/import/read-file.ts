import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ReadHead, type ReadOptions, type ReadRow, RegisterError } from './register.types.ts';
import type { WorkerMessage, WorkerOrder } from './register.worker.ts';

const WORKER = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './register.worker.ts' : './register.worker.js', import.meta.url));
const TIME_LIMIT = 60_000;
const MEGABYTES = 256;

export interface FileRead {
  head: ReadHead;
  /** Batches of lines, as they are read. */
  batches: AsyncGenerator<ReadRow[]>;
}

/**
 * Reads an untrusted file in a process of its own, which has little memory and time, none of the server's environment, and
 * may neither write files nor start programs: whatever the file does there, the server goes on, and gets its memory back.
 * @throws RegisterError
 */
export async function readFile(bytes: Buffer, options: ReadOptions, limits: { milliseconds?: number; megabytes?: number } = {}): Promise<FileRead> {
  const messages = new Queue<WorkerMessage>();
  const worker = fork(WORKER, {
    env: {},
    execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${limits.megabytes ?? MEGABYTES}`, '--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const stop = (code: string): void => messages.put({ failed: { code, params: {} } });
  const tell = (order: WorkerOrder): void => void (worker.connected && worker.send(order, () => undefined));
  // for each answer: how long the database takes with the lines is not the file's fault
  const timer = setTimeout(() => {
    stop('FILE_TOO_SLOW');
    worker.kill('SIGKILL');
  }, limits.milliseconds ?? TIME_LIMIT);
  worker.on('message', (message) => messages.put(message as WorkerMessage));
  worker.on('error', () => stop('FILE_DAMAGED'));
  // out of memory, V8 ends itself
  worker.on('exit', (_code, signal) => stop(signal === 'SIGABRT' || signal === 'SIGTRAP' ? 'FILE_UNPACKS_TOO_LARGE' : 'FILE_DAMAGED'));
  const end = (): void => {
    clearTimeout(timer);
    worker.kill('SIGKILL');
  };

  const next = async (): Promise<WorkerMessage> => {
    const message = await messages.take();
    timer.refresh();
    if ('failed' in message) {
      end();
      throw new RegisterError(message.failed.code, message.failed.params);
    }
    return message;
  };
  async function* batches(): AsyncGenerator<ReadRow[]> {
    try {
      for (;;) {
        const message = await next();
        if ('done' in message) return;
        if (!('rows' in message)) continue;
        yield message.rows;
        tell('more');
      }
    } finally {
      end();
    }
  }
  tell({ bytes, options });
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
