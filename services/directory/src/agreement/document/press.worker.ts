import { parentPort } from 'node:worker_threads';
import type { PrintedAgreement } from './agreement.document.ts';
import { agreementDocx } from './agreement.docx.ts';
import { agreementPdf } from './agreement.pdf.ts';

const FORMS = { docx: agreementDocx, pdf: agreementPdf } as const;

export type PaperForm = keyof typeof FORMS;

export interface PrintOrder {
  form: PaperForm;
  printed: PrintedAgreement;
}

/** Either the paper, or why there is none. */
export interface Printed {
  paper?: Uint8Array;
  error?: string;
}

// One at a time: whoever orders waits for the answer before the next.
parentPort!.on('message', async ({ form, printed }: PrintOrder) => {
  try {
    const paper = new Uint8Array(await FORMS[form](printed));
    parentPort!.postMessage({ paper } satisfies Printed, [paper.buffer]);
  } catch (error) {
    parentPort!.postMessage({ error: String(error) } satisfies Printed, []);
  }
});
