import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { LIMITS, SheetError } from './sheet.types.ts';

/** Parts of a workbook that hold no cells: they stay packed. */
const UNNEEDED = /^(?:docProps|customXml|xl\/(?:theme|drawings|charts|media|comments|threadedComments|externalLinks|pivotTables|pivotCache|printerSettings|embeddings|ctrlProps|queryTables|tables|persons|richData))\//;

/**
 * Unpacks the parts with cells and counts the bytes that really come out: an archive of 1 MB may hold gigabytes.
 * @throws SheetError FILE_UNPACKS_TOO_LARGE, FILE_IS_PROTECTED, FILE_DAMAGED
 */
export async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  let inflated = 0;
  let entries = 0;
  try {
    const archive = await fromBufferPromise(bytes, { validateEntrySizes: true });
    for await (const entry of archive.eachEntry()) {
      if (++entries > LIMITS.entries) throw new SheetError('FILE_UNPACKS_TOO_LARGE');
      const name = entry.fileName;
      if (!/\.(?:xml|rels)$/i.test(name) || UNNEEDED.test(name)) continue;
      if (entry.isEncrypted()) throw new SheetError('FILE_IS_PROTECTED');
      if (parts.has(name)) throw new SheetError('FILE_DAMAGED');
      if (inflated + entry.uncompressedSize > LIMITS.inflatedBytes) throw new SheetError('FILE_UNPACKS_TOO_LARGE');
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) {
        inflated += (chunk as Buffer).length;
        if (inflated > LIMITS.inflatedBytes) throw new SheetError('FILE_UNPACKS_TOO_LARGE');
        chunks.push(chunk as Buffer);
      }
      parts.set(name, Buffer.concat(chunks));
    }
  } catch (error) {
    throw error instanceof SheetError ? error : new SheetError('FILE_DAMAGED');
  }
  if (![...parts.keys()].some((name) => name === 'xl/workbook.xml')) throw new SheetError('FILE_NOT_A_TABLE');
  return parts;
}

/**
 * Packs checked parts again, uncompressed. A reader that follows other headers than the check did would see other parts;
 * of this archive there is only one way to read it.
 */
export function* pack(parts: Map<string, Buffer>): Generator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  const count = parts.size;
  for (const [name, content] of parts) {
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, path);
    const header = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path]);
    yield header;
    yield content;
    // large, and not needed twice
    parts.delete(name);
    offset += header.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([...directory, end]);
}
