import { parentPort } from 'node:worker_threads';
import type { PrintedAgreement } from './agreement.document.ts';
import { agreementDocx } from './agreement.docx.ts';
import { agreementPdf } from './agreement.pdf.ts';

const FORMS = { docx: agreementDocx, pdf: agreementPdf } as const;

export type PaperForm = keyof typeof FORMS;

export interface PrintOrder {
  number: number;
  form: PaperForm;
  printed: PrintedAgreement;
}

/** Either the paper, or why there is none. */
export interface Printed {
  number: number;
  paper?: Uint8Array;
  error?: string;
}

// One after the other: side by side they would all be later.
let last: Promise<void> = Promise.resolve();
parentPort!.on('message', (order: PrintOrder) => (last = last.then(() => print(order))));

async function print({ number, form, printed }: PrintOrder): Promise<void> {
  try {
    const paper = new Uint8Array(await FORMS[form](printed));
    parentPort!.postMessage({ number, paper } satisfies Printed, [paper.buffer]);
  } catch (error) {
    parentPort!.postMessage({ number, error: String(error) } satisfies Printed, []);
  }
}
