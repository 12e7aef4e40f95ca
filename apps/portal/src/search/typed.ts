/** What is typed, in one way of writing: half-width, lower case, single blanks. */
export const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

/** Whether the server is to be asked: one Chinese character, or two of anything else. */
export function isEnough(text: string): boolean {
  return folded(text).split(' ').some((word) => [...word].length > 1 || word > '\u007F');
}

/** The longest text that the server reads. */
export const LONGEST = 100;

/** How well something fits that is said in these ways: 0 as a whole, 1 at the beginning, 2 somewhere, null not at all. */
export function fit(ways: readonly string[], text: string): number | null {
  const words = folded(text).split(' ').filter(Boolean);
  const all = ways.map(folded);
  const compact = words.join('');
  if (words.length === 0 || !words.every((word) => all.some((way) => way.includes(word) || way.replaceAll(' ', '').includes(word)))) return null;
  if (all.includes(compact)) return 0;
  return all.some((way) => way.startsWith(words[0]!)) ? 1 : 2;
}
