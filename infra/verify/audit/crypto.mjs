import { createHash, createPublicKey, verify } from 'node:crypto';

/** A JSON value in the one way of RFC 8785: keys sorted, no blanks, numbers as ECMAScript writes them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

export const sha256 = (...texts) => texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex');

/** What stands in front of a raw Ed25519 public key (RFC 8410). */
const PREAMBLE = Buffer.from('302a300506032b6570032100', 'hex');
const keys = new Map();

function keyOf(publicKey) {
  if (!keys.has(publicKey)) keys.set(publicKey, createPublicKey({ key: Buffer.concat([PREAMBLE, Buffer.from(publicKey, 'base64')]), format: 'der', type: 'spki' }));
  return keys.get(publicKey);
}

export function isSigned(text, publicKey, signature) {
  try {
    return verify(null, Buffer.from(text), keyOf(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

export const fingerprint = (publicKey) => sha256(Buffer.from(String(publicKey), 'base64')).slice(0, 32).replace(/.{4}(?=.)/g, '$& ');

const headText = ({ tenantId, seq, hash, at }) => canonical({ tenantId, seq, hash, at });
export const isHeadSigned = (head) => isSigned(headText(head), head.publicKey, head.signature);
