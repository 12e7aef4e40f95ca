/** The server's rule, said while typing: 10 characters with three of lower case, upper case, digits and others. */
export function isStrongPassword(password: string): boolean {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
  return [...password].length >= 10 && kinds.filter((kind) => kind.test(password)).length >= 3;
}

/** Without letters and digits that look alike, so that it can be read out or written down. */
const sets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const;

export function makePassword(length = 14): string {
  const pick = (letters: string) => letters[Math.floor((crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32) * letters.length)]!;
  for (;;) {
    const password = Array.from({ length }, () => pick(sets.join(''))).join('');
    if (isStrongPassword(password)) return password;
  }
}
