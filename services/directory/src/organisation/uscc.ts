/** GB 32100-2015: no I, O, Z, S, V, which look like digits or each other. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^i mod 31 for the first 17 places. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** As it is stored: half-width, upper case, without the blanks and dashes that people put between groups. */
export function normaliseUscc(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s\p{Dash_Punctuation}]/gu, '');
}

/** Does a 统一社会信用代码 (normalised) have the form and the check character of GB 32100-2015? */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * values[place]!, 0);
  return values[17] === (31 - (sum % 31)) % 31;
}
