import { readHere } from './read.ts';
import { type Sheet, SheetError } from './sheet.types.ts';

/** Runs as a process of its own: it gets one file, answers with its sheets, and is ended. */
export interface SheetOrder {
  bytes: Uint8Array;
  fileName: string;
  /** Lines of each sheet that are handed over; how many there are is told. */
  most: number;
}
export type SheetMessage = { sheets: (Sheet & { lines: number })[] };

const say = (message: object): Promise<void> => new Promise((resolve) => process.send!(message, undefined, undefined, () => resolve()));

process.on('message', ({ bytes, fileName, most }: SheetOrder) => {
  void readHere(bytes, fileName)
    .then((sheets) => say({ sheets: sheets.map((sheet) => ({ ...sheet, lines: sheet.rows.length, rows: sheet.rows.slice(0, most) })) }))
    .catch((error: unknown) => say({ failed: error instanceof SheetError ? { code: error.code, params: error.params } : { code: 'FILE_DAMAGED', params: {} } }));
});
// nobody is waiting any more
process.on('disconnect', () => process.exit());
