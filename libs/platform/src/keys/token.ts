import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../secrets.ts';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SHAPE = /^gj_([a-z0-9]{8})_([0-9A-Za-z]{43})([0-9a-f]{10})$/;

const some = (alphabet: string, length: number) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** What the installation signs of each key: whoever makes keys up is found out without asking the database. */
const checkOf = (secrets: Secrets, prefix: string, secret: string) => Buffer.from(secrets.sign('api-key', `${prefix}_${secret}`), 'base64url').toString('hex').slice(0, 10);

export interface NewKey {
  /** The key itself; shown once and kept nowhere. */
  token: string;
  /** By which people and scanners recognise it: `gj_` and eight characters. */
  prefix: string;
  hash: Buffer;
}

/** 256 bits that nobody guesses. Only the hash is kept. */
export function newKey(secrets: Secrets): NewKey {
  const prefix = some(LETTERS.slice(0, 10) + LETTERS.slice(36), 8);
  const secret = some(LETTERS, 43);
  const token = `gj_${prefix}_${secret}${checkOf(secrets, prefix, secret)}`;
  return { token, prefix: `gj_${prefix}`, hash: hashOfKey(token) };
}

export const hashOfKey = (token: string): Buffer => createHash('sha256').update(token).digest();

/** @returns null for what this installation has never handed out */
export function readKey(secrets: Secrets, token: string): Buffer | null {
  const [, prefix = '', secret = '', check = ''] = SHAPE.exec(token) ?? [];
  const expected = checkOf(secrets, prefix, secret);
  return check.length === expected.length && timingSafeEqual(Buffer.from(check), Buffer.from(expected)) ? hashOfKey(token) : null;
}
