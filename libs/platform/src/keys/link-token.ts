import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody can guess, for links and sessions; only their hash is kept, so that a copy of the database opens nothing. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
