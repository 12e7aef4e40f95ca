import { readHere } from './read.ts';
import type { Sheet } from './sheet.types.ts';
import { failed, say, serve } from './worker.kit.ts';

/** Runs as a process of its own: it gets one file and answers with its sheets. */
export interface SheetOrder {
  bytes: Uint8Array;
  fileName: string;
  /** Lines of each sheet that are handed over; how many there are is told. */
  most: number;
}
/** A sheet with as many of its lines as were asked for, and how many it has. */
export type ReadSheet = Sheet & { lines: number };
export type SheetMessage = { sheets: ReadSheet[] };

serve(({ bytes, fileName, most }: SheetOrder) => {
  void readHere(bytes, fileName)
    .then((sheets) => say<SheetMessage>({ sheets: sheets.map((sheet) => ({ ...sheet, lines: sheet.rows.length, rows: sheet.rows.slice(0, most) })) }))
    .catch((error: unknown) => say(failed(error)));
});
