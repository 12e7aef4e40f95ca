import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is no UUID is asked for like one that nobody has: the same answer in the same time. */
export function asUuid(id: string): string {
  return UUID.test(id) ? id.toLowerCase() : NOBODY;
}

export function* chunks<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** Randomness for many ids is asked for at once: it costs the same as for one. */
const random = Buffer.alloc(16 * 256);
let used = random.length;
let last = { msecs: 0, seq: 0 };

/** A UUID of version 7: ids that one process makes are in the order in which it made them. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const bytes = random.subarray(used, (used += 16));
  const now = Date.now();
  // Begun anew each millisecond with the highest bit free, so that counting on never overflows (RFC 9562, 6.2).
  last = now > last.msecs ? { msecs: now, seq: bytes.readUInt32BE(6) >>> 1 } : { msecs: last.msecs, seq: last.seq + 1 };
  return v7({ random: bytes, ...last });
}
