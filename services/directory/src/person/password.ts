import { hash, verify } from '@node-rs/argon2';

/** OWASP's second argon2id profile: 19 MiB, two passes, one lane. */
const OWASP = { memoryCost: 19_456, timeCost: 2 };
/** Tests make thousands of accounts and ask for this; proofs about time do not, and outside of tests nobody gets it. */
const CHEAP = { memoryCost: 64, timeCost: 1 };
const isCheap = process.env['NODE_ENV'] === 'test' && process.env['PASSWORD_HASHING'] === 'cheap';
const ARGON2ID = { algorithm: 2, parallelism: 1, ...(isCheap ? CHEAP : OWASP) } as const;

const SHORTEST = 10;
/** Nobody types more; a limit keeps hashing cheap for us and not only for them. */
const LONGEST = 200;
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** The same characters may arrive composed or decomposed, depending on the keyboard. */
const canonical = (password: string) => password.normalize('NFC');

/** GB/T 22239 asks for complexity: 10 characters, 3 of lower case, upper case, digits, others. */
export function isStrongPassword(password: string): boolean {
  const length = [...canonical(password)].length;
  return length >= SHORTEST && length <= LONGEST && KINDS.filter((kind) => kind.test(canonical(password))).length >= 3;
}

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), ARGON2ID);
}

export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, canonical(password).slice(0, LONGEST * 2));
}
