import { lengthOf, text, whole } from './inputs.ts';

/**
 * Pieces of one to three characters by which a database finds a text that has a word anywhere in it. Chinese names have
 * no blanks between words, and the shortest words have one character, which no trigram index knows.
 */
export const isAscii = (character: string): boolean => character <= '\u007F';

/** The pieces of one line of a record: every Chinese character, all pairs, all triples of letters and digits. */
export function piecesOf(line: string): Set<string> {
  const characters = [...line];
  const pieces = new Set<string>();
  for (const [at, first] of characters.entries()) {
    const second = characters[at + 1];
    const third = characters[at + 2];
    if (!isAscii(first)) pieces.add(first);
    if (second === undefined) continue;
    pieces.add(first + second);
    if (third !== undefined && isAscii(first) && isAscii(second) && isAscii(third)) pieces.add(first + second + third);
  }
  return pieces;
}

/** The fewest pieces that every line with this word has; none for a single letter, which is looked for in what others find. */
export function piecesWanted(word: string): string[] {
  const characters = [...word];
  if (characters.length === 1) return isAscii(word) ? [] : [word];
  const triple = (at: number) => at >= 0 && at + 2 < characters.length && [0, 1, 2].every((step) => isAscii(characters[at + step]!));
  const wanted = new Set<string>();
  for (let at = 0; at + 1 < characters.length; at++) {
    if (triple(at)) wanted.add(characters.slice(at, at + 3).join(''));
    else if (!triple(at - 1)) wanted.add(characters[at]! + characters[at + 1]!);
  }
  return [...wanted];
}

const MOST_WORDS = 8;

/** Full-width forms as half-width, lower case, split at blanks: a record is found when it has all of them. */
export function wordsOf(search: string): string[] {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** As a LIKE pattern: % and _ of the search are themselves. */
export const likePattern = (before: string, word: string, after: string): string => `${before}${word.replaceAll(/[\\%_]/g, (special) => `\\${special}`)}${after}`;

/** What somebody types to find something: one Chinese character or two of anything else, at most a hundred characters. */
export const searchInput = () =>
  text(1, 100).superRefine((value, context) => {
    const enough = wordsOf(value).some((word) => lengthOf(word) > 1 || !isAscii(word));
    if (value && !enough) context.addIssue({ code: 'custom', message: JSON.stringify({ code: 'TOO_SHORT', params: { min: 2 } }) });
  });

/** How many are shown of each kind. */
export const searchFirst = whole(1, 50).nullish().transform((first) => first ?? 5);
