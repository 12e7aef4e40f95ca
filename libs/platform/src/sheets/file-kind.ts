import { SheetError } from './sheet.types.ts';

export type FileKind = 'XLSX' | 'TEXT';

/**
 * What a file is, by its bytes; its name and what the browser said of it count for nothing.
 * @throws SheetError FILE_IS_EMPTY, FILE_IS_OLD_EXCEL, FILE_IS_PROTECTED, FILE_NOT_A_TABLE
 */
export function kindOf(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw new SheetError('FILE_IS_EMPTY');
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return zipKind(bytes);
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) throw new SheetError(compoundFault(bytes));
  decodeText(bytes);
  return 'TEXT';
}

/** A workbook names its parts in the clear, in the list at the end of the archive. */
function zipKind(bytes: Buffer): FileKind {
  const holds = (part: string) => bytes.includes(part, 0, 'latin1');
  if (holds('xl/workbook.xml') || holds('xl\\workbook.xml')) return 'XLSX';
  throw new SheetError(holds('xl/workbook.bin') || holds('opendocument.spreadsheet') ? 'FILE_IS_OLD_EXCEL' : 'FILE_NOT_A_TABLE');
}

/** Compound files hold old workbooks, old documents, and workbooks with a password. */
function compoundFault(bytes: Buffer): string {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'FILE_IS_PROTECTED';
  return holds('Workbook') || holds('Book') ? 'FILE_IS_OLD_EXCEL' : 'FILE_NOT_A_TABLE';
}

const OTHER_TEXT = /^\s*(?:<!doctype|<html|<\?xml|<table|<script|<style|<meta|<svg|<\?php|%pdf|\{\\rtf|mime-version|#!)/i;

/** UTF-8, UTF-16 or GB 18030 (and so GBK), with or without a mark at the start. */
export function decodeText(bytes: Buffer): string {
  const text = decode(bytes);
  // eslint-disable-next-line no-control-regex -- a table has no control characters but tab and line ends
  if (OTHER_TEXT.test(text) || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text.slice(0, 100_000))) throw new SheetError('FILE_NOT_A_TABLE');
  if (!text.trim()) throw new SheetError('FILE_IS_EMPTY');
  return text;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const blind = utf16WithoutMark(bytes);
  if (blind) return new TextDecoder(blind).decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next encoding may fit
    }
  }
  throw new SheetError('FILE_NOT_A_TABLE');
}

/** Line ends and commas are zero in every other byte, on the one side or the other. */
function utf16WithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096);
  if (head.length < 4 || head.length % 2 !== 0 || !head.includes(0)) return null;
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]!++;
  if (zeros[0] && zeros[1]) return null;
  return zeros[1] ? 'utf-16le' : 'utf-16be';
}
