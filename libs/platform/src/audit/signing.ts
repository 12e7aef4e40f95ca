import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Secrets } from '../secrets.ts';
import { canonical } from './canonical.ts';

/** The end of a chain at one moment, signed. Whoever keeps one elsewhere finds out when the log was cut behind it. */
export interface ChainHead {
  tenantId: string;
  seq: number;
  hash: string;
  at: string;
}

export interface SignedHead extends ChainHead {
  /** Ed25519 public key, raw, in base64. */
  publicKey: string;
  signature: string;
}

/** An Ed25519 private key is 32 bytes behind this preamble (RFC 8410). */
const PREAMBLE = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The same for a public key. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const keys = new WeakMap<Secrets, { own: KeyObject; publicKey: string }>();

/** The installation's key for signing: follows from its secret, so every process has it and nobody has to keep it. */
function keyOf(secrets: Secrets): { own: KeyObject; publicKey: string } {
  let known = keys.get(secrets);
  if (!known) {
    const own = createPrivateKey({ key: Buffer.concat([PREAMBLE, secrets.key('audit-signing')]), format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(own).export({ format: 'der', type: 'spki' });
    known = { own, publicKey: spki.subarray(-32).toString('base64') };
    keys.set(secrets, known);
  }
  return known;
}

export const publicKeyOf = (secrets: Secrets): string => keyOf(secrets).publicKey;

/** Short enough to be compared by people: on the page, on the printed sheet and by the verifier. */
export const fingerprintOf = (publicKey: string): string => createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32).replace(/.{4}(?=.)/g, '$& ');

export function signHead(secrets: Secrets, { tenantId, seq, hash, at }: ChainHead): SignedHead {
  const { own, publicKey } = keyOf(secrets);
  const signature = sign(null, Buffer.from(canonical({ tenantId, seq, hash, at })), own).toString('base64');
  return { tenantId, seq, hash, at, publicKey, signature };
}

/** Signs how much an export holds. Set apart from heads by its first word, so that neither is taken for the other. */
export function signExport(secrets: Secrets, text: string): { publicKey: string; signature: string } {
  const { own, publicKey } = keyOf(secrets);
  return { publicKey, signature: sign(null, Buffer.from(`export\n${text}`), own).toString('base64') };
}

/** Whether a head was signed by the key that it names. */
export function isSigned({ tenantId, seq, hash, at, publicKey, signature }: SignedHead): boolean {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(canonical({ tenantId, seq, hash, at })), key, Buffer.from(signature, 'base64'));
}
