import { Worker } from 'node:worker_threads';
import type { PrintedAgreement } from './agreement.document.ts';
import type { PaperForm, PrintOrder, Printed } from './press.worker.ts';

/** How long a paper may take, in milliseconds: with a hundred clauses it takes two seconds. */
const PATIENCE = 20_000;

interface Waiting {
  resolve(paper: Buffer): void;
  reject(error: unknown): void;
  late: NodeJS.Timeout;
}

/**
 * Sets papers apart from the thread that answers everybody: a PDF in Chinese type takes half a second of work, in which nobody else
 * would be answered. One after the other, in a thread that is started with the first and keeps the fonts it has read.
 */
export class Press {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  print(form: PaperForm, printed: PrintedAgreement): Promise<Buffer> {
    const worker = (this.worker ??= this.start());
    const number = this.next++;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => void worker.terminate(), PATIENCE);
      this.waiting.set(number, { resolve, reject, late });
      worker.postMessage({ number, form, printed } satisfies PrintOrder, []);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  /** What waits is lost with the thread; the next paper gets a new one. */
  private start(): Worker {
    const worker = new Worker(new URL(`./press.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
    // Nobody's end is held up by it.
    worker.unref();
    worker.on('message', ({ number, paper, error }: Printed) => {
      const one = this.waiting.get(number);
      if (!one) return;
      clearTimeout(one.late);
      this.waiting.delete(number);
      if (paper) one.resolve(Buffer.from(paper.buffer, paper.byteOffset, paper.byteLength));
      else one.reject(new Error(`a paper could not be printed: ${error}`));
    });
    let cause: unknown = new Error('a paper took too long to print');
    worker.on('error', (error) => (cause = error));
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
      for (const { reject, late } of this.waiting.values()) {
        clearTimeout(late);
        reject(cause);
      }
      this.waiting.clear();
    });
    return worker;
  }
}
