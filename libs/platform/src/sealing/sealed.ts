import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a sealed value stands. It opens there and nowhere else: moved to another row or column it is worth nothing. */
export interface Place {
  /** `schema.table` */
  table: string;
  column: string;
  /** The row's. */
  id: string;
}

/** Sealed by a consortium's key that was derived from the secret itself: from before there were data keys. */
export const DERIVED = 1;
/** Version byte, key number (4 bytes), nonce (12), tag (16), content. */
export const KEYED = 2;
const HEAD = 5;

export const bindingOf = (owner: string, { table, column, id }: Place): string => `${owner}|${table}|${column}|${id}`;

/** AES-256-GCM; whoever opens it has to name the same binding. */
export function sealWith(key: Buffer, number: number, binding: string, content: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(binding));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([prefixOf(number), nonce, cipher.getAuthTag(), body]);
}

/** @throws when it was made with another key, for another place, or changed since */
export function openWith(key: Buffer, binding: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(HEAD, HEAD + 12)).setAAD(Buffer.from(binding));
  decipher.setAuthTag(sealed.subarray(HEAD + 12, HEAD + 28));
  return Buffer.concat([decipher.update(sealed.subarray(HEAD + 28)), decipher.final()]);
}

/** With which a value begins that this key has sealed. */
export function prefixOf(number: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head[0] = KEYED;
  head.writeUInt32BE(number, 1);
  return head;
}

/** @returns null for what no data key has sealed */
export const keyNumberOf = (sealed: Buffer): number | null => (sealed[0] === KEYED ? sealed.readUInt32BE(1) : null);
