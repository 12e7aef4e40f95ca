import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PrintedAgreement } from './agreement.document.ts';
import type { PaperForm, PrintOrder, Printed } from './press.worker.ts';

/** How long a paper may take once its turn has come, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Sets papers apart from the thread that answers everybody: a PDF in Chinese type takes half a second of work, in which nobody else
 * would be answered. One after the other, in a thread that is started with the first and keeps the fonts it has read.
 */
export class Press {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();

  print(form: PaperForm, printed: PrintedAgreement): Promise<Buffer> {
    const paper = this.last.then(() => this.printOne({ form, printed }));
    this.last = paper.catch(() => undefined);
    return paper;
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  /** A thread that is lost takes the paper with it that it had in hand, and no other: the next one gets a new thread. */
  private async printOne(order: PrintOrder): Promise<Buffer> {
    const worker = (this.worker ??= this.start());
    const late = setTimeout(() => void worker.terminate(), PATIENCE);
    const done = new AbortController();
    const { signal } = done;
    try {
      const gone = once(worker, 'exit', { signal }).then(() => {
        throw new Error('the press stopped before the paper was printed');
      });
      const answered = once(worker, 'message', { signal }) as Promise<[Printed]>;
      worker.postMessage(order, []);
      const [{ paper, error }] = await Promise.race([answered, gone]);
      if (!paper) throw new Error(`a paper could not be printed: ${error}`);
      return Buffer.from(paper.buffer, paper.byteOffset, paper.byteLength);
    } finally {
      clearTimeout(late);
      done.abort();
    }
  }

  private start(): Worker {
    const worker = new Worker(new URL(`./press.worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
    // Nobody's end is held up by it.
    worker.unref();
    const forget = () => {
      if (this.worker === worker) this.worker = null;
    };
    return worker.on('error', forget).on('exit', forget);
  }
}
