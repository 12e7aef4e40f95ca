import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** What is written in a Word file, without its form. */
export async function wordsOf(docx: Buffer): Promise<string> {
  const zip = await fromBufferPromise(docx);
  for await (const entry of zip.eachEntry()) if (entry.fileName === 'word/document.xml') return (await text(await zip.openReadStreamPromise(entry))).replaceAll(/<[^>]+>/g, '');
  throw new Error('no document in it');
}
