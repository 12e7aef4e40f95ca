import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SheetError } from './sheet.types.ts';
import type { Failed } from './worker.kit.ts';

const TIME_LIMIT = 60_000;
const MEGABYTES = 256;

export interface ApartLimits {
  milliseconds?: number;
  megabytes?: number;
}

/**
 * A process for one untrusted file, which has little memory and time, none of the server's environment, and may neither
 * write files nor start programs: whatever the file does there, the server goes on, and gets its memory back.
 */
export class Apart<Order, Message extends object> {
  private readonly waiting: (Message | Failed)[] = [];
  private wake: (() => void) | null = null;
  private readonly worker: ChildProcess;
  private readonly timer: NodeJS.Timeout;

  /** @param worker without its ending: sources are .ts, what is built is .js */
  constructor(worker: string, base: string, limits: ApartLimits = {}) {
    this.worker = fork(fileURLToPath(new URL(`${worker}${base.endsWith('.ts') ? '.ts' : '.js'}`, base)), {
      env: {},
      execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${limits.megabytes ?? MEGABYTES}`, '--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const stop = (code: string): void => this.put({ failed: { code, params: {} } });
    // for each answer: how long the database takes with the lines is not the file's fault
    this.timer = setTimeout(() => {
      stop('FILE_TOO_SLOW');
      this.worker.kill('SIGKILL');
    }, limits.milliseconds ?? TIME_LIMIT);
    this.worker.on('message', (message) => this.put(message as Message));
    this.worker.on('error', () => stop('FILE_DAMAGED'));
    // out of memory, V8 ends itself; what it has said before may still be on the way
    this.worker.on('exit', (_code, signal) => {
      const gone = () => stop(signal === 'SIGABRT' || signal === 'SIGTRAP' ? 'FILE_UNPACKS_TOO_LARGE' : 'FILE_DAMAGED');
      if (this.worker.connected) this.worker.once('disconnect', gone);
      else gone();
    });
  }

  tell(order: Order): void {
    if (this.worker.connected) this.worker.send(order as object, () => undefined);
  }

  /** The next message, in the order in which they came. @throws SheetError */
  async next(): Promise<Message> {
    while (!this.waiting.length) await new Promise<void>((resolve) => (this.wake = resolve));
    const message = this.waiting.shift()!;
    this.timer.refresh();
    if ('failed' in message) {
      this.end();
      throw new SheetError((message as Failed).failed.code, (message as Failed).failed.params);
    }
    return message;
  }

  end(): void {
    clearTimeout(this.timer);
    this.worker.kill('SIGKILL');
  }

  private put(message: Message | Failed): void {
    this.waiting.push(message);
    this.wake?.();
  }
}
