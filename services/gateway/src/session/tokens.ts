import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^[\w-]{43}$/;

/** 256 bits that nobody can guess; only their hash is kept, so that a copy of the database signs nobody in. */
export const newToken = () => randomBytes(32).toString('base64url');
export const hashOf = (token: string) => createHash('sha256').update(token).digest();
/** What cannot be one of ours need not be looked up. */
export const isToken = (text: string) => TOKEN.test(text);
