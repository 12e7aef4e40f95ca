import { readDelimited } from './csv.ts';
import { decodeText, kindOf } from './file-kind.ts';
import type { Sheet } from './sheet.types.ts';
import { readWorkbook } from './workbook.ts';

/** All sheets of a workbook, or the one of a text. For processes that live for one file. @throws SheetError */
export async function readHere(bytes: Uint8Array, fileName: string): Promise<Sheet[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return kindOf(file) === 'XLSX' ? readWorkbook(file) : [readDelimited(decodeText(file), fileName)];
}
