import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { nameKeys } from '../search.ts';
import { isStrongPassword } from './password.ts';
import { habits, names, workplaces } from './password.habits.ts';

/** Whose password it is: none of this may be in it. */
export interface PasswordOwner {
  login?: string | null;
  name?: string | null;
  email?: string | null;
}

export type PasswordProblem = 'PASSWORD_WEAK' | 'PASSWORD_PERSONAL' | 'PASSWORD_COMMON';

/** Fewer guesses than this are too few: where zxcvbn begins to call a password safely unguessable. */
const FEWEST_GUESSES = 1e8;
/** Upper case and the signs between words are where everybody puts them; without them three usual words are still too few. */
const FEWEST_GUESSES_PLAIN = 2e8;
/** What follows changes nothing, and estimating takes longer the longer the text is. */
const LOOKED_AT = 40;
/** Shorter names are in half of all words. */
const SHORTEST_NAME = 4;

let estimator: ZxcvbnFactory | undefined;

/** Made when it is first needed: it knows fifty thousand leaked passwords, and most processes never ask. */
function guesses(password: string, about: string[]): number {
  estimator ??= new ZxcvbnFactory({ dictionary: { ...dictionary, habits, workplaces, names }, graphs: adjacencyGraphs, maxLength: LOOKED_AT });
  return estimator.check(password, about).guesses;
}

/**
 * What is wrong with a password, without asking anybody outside: complexity (GB/T 22239), then the owner's own names in
 * it, then whether it is leaked, usual, or made of usual parts that a guesser strings together.
 */
export function passwordProblem(password: string, owner: PasswordOwner = {}): PasswordProblem | null {
  if (!isStrongPassword(password)) return 'PASSWORD_WEAK';
  const names = namesOf(owner);
  const written = [...password.normalize('NFKC')].slice(0, LOOKED_AT).join('');
  if (names.some((name) => isInside(name, fold(password)))) return 'PASSWORD_PERSONAL';
  // A text that its other reading does not change is estimated once.
  const readings = [...new Set([written, unshifted(written)])];
  return readings.some((reading) => guesses(reading, names) < FEWEST_GUESSES) || guesses(lettersAndDigits(written), names) < FEWEST_GUESSES_PLAIN ? 'PASSWORD_COMMON' : null;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const lettersAndDigits = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
/** 1qaz@WSX is 1qaz2wsx with a finger on the shift key. */
const unshifted = (text: string) => text.replace(/[!@#$%^&*()]/g, (sign) => '1234567890'['!@#$%^&*()'.indexOf(sign)]!);

function isInside(name: string, folded: string): boolean {
  const tellsSomething = name.length >= SHORTEST_NAME || /\p{Script=Han}{2}/u.test(name);
  return tellsSomething && (folded.includes(name) || lettersAndDigits(folded).includes(name));
}

/** Login, the part of the e-mail address before the @, the name as it is written and in pinyin. */
function namesOf({ login, name, email }: PasswordOwner): string[] {
  const written = [login, email?.split('@')[0], name].filter((one) => one !== null && one !== undefined).map(lettersAndDigits);
  return [...new Set([...written, ...(login ? [fold(login)] : []), ...(name ? [lettersAndDigits(nameKeys(name, { surname: true }).sortName)] : [])])].filter(Boolean);
}
