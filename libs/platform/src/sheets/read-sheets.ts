import { Apart, type ApartLimits } from './apart.ts';
import type { ReadSheet, SheetMessage, SheetOrder } from './sheet.worker.ts';

/**
 * The sheets of an untrusted file, read apart.
 * @param most lines of each sheet that are handed over; `lines` says how many it has
 * @throws SheetError
 */
export async function readSheets(bytes: Buffer, fileName: string, most: number, limits: ApartLimits = {}): Promise<ReadSheet[]> {
  const apart = new Apart<SheetOrder, SheetMessage>('./sheet.worker', import.meta.url, limits);
  try {
    apart.tell({ bytes, fileName, most });
    return (await apart.next()).sheets;
  } finally {
    apart.end();
  }
}
