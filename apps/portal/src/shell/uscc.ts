/** GB 32100-2015: no I, O, Z, S, V. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = Array.from({ length: 17 }, (_, place) => Number(3n ** BigInt(place) % 31n));

/** Half-width, upper case, without the blanks and dashes that people put between groups. */
export function normaliseUscc(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s\p{Dash_Punctuation}]/gu, '');
}

export type UsccProblem = 'usccLength' | 'usccLetters' | 'usccCheck';

/** What is wrong with a normalised 统一社会信用代码; said while typing, decided by the server. */
export function usccProblem(code: string): UsccProblem | undefined {
  const values = [...code].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return 'usccLetters';
  if (values.length !== 18) return 'usccLength';
  const sum = weights.reduce((total, weight, place) => total + weight * values[place]!, 0);
  return values[17] === (31 - (sum % 31)) % 31 ? undefined : 'usccCheck';
}
