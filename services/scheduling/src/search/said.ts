import { likePattern, piecesOf, piecesWanted } from '@gongjian/platform';
import { remembered, searchText } from '../resource/resource.search.ts';

/** What a record is found by, as it is kept beside it. */
export interface Said {
  said: string;
  pieces: number[];
}

/** Marks of pieces that no text has: a whole line, the beginning of a name, the beginning of any line, who reads, when, for whom. */
const [WHOLE, NAME, LINE, READER, MONTH, ORGANISATION] = ['\u0001', '\u0002', '\u0003', '\u0004', '\u0005', '\u0006'] as const;

/** FNV-1a in 32 bits: two pieces with one number cost a look at a record that was not meant, and no more. */
function fingerprint(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at++) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Ways of saying a text: as written, without blanks and dashes, in pinyin, by initials. */
const linesOf = remembered((text: string): string[] => {
  const lines = searchText({ name: text, code: null, model: null, place: null, keeper: null }).split('\n');
  return [...new Set([...lines, compact(lines[0]!)])].filter((line) => line !== '');
});

/** The pieces of one text. Every booking says again what its resources are called. */
const piecesOfText = remembered((text: string): { lines: string[]; anywhere: number[]; asName: number[] } => {
  const lines = linesOf(text);
  return {
    lines,
    anywhere: lines.flatMap((line) => [...piecesOf(line), WHOLE + line, ...beginnings(line).map((beginning) => LINE + beginning)]).map(fingerprint),
    asName: lines.flatMap(beginnings).map((beginning) => fingerprint(NAME + beginning)),
  };
});

const compact = (line: string): string => line.replaceAll(/[\s\-_/.·]+/g, '');

interface Tags {
  /** Those who may read it: organisations and people. Left out where everybody may. */
  readers?: readonly string[];
  at?: Date;
  /** Whose name is found by this and not said: it is long, and the same in thousands of records. */
  organisationId?: string;
}

export function saidOf(name: string, others: readonly (string | null)[], { readers = [], at, organisationId }: Tags = {}): Said {
  const named = piecesOfText(name);
  const texts = [named, ...others.flatMap((text) => (text ? piecesOfText(text) : []))];
  const tags = [...readers.map((reader) => READER + reader), ...(at ? [MONTH + monthOf(at)] : []), ...(organisationId ? [ORGANISATION + organisationId] : [])];
  const lines = new Set(texts.flatMap((text) => text.lines));
  const pieces = new Set([...texts.flatMap(({ anywhere }) => anywhere), ...named.asName, ...tags.map(fingerprint)]);
  return { said: `\n${[...lines].join('\n')}\n`, pieces: [...pieces] };
}

const beginnings = (line: string): string[] => {
  const characters = [...line];
  return [characters[0]!, characters.slice(0, 2).join('')];
};
const beginningOf = (word: string): string => [...word].slice(0, 2).join('');
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

export const organisationPieces = (organisationIds: readonly string[]): number[] => organisationIds.map((id) => fingerprint(ORGANISATION + id));

export const readerPieces = (readers: readonly string[]): number[] => readers.map((reader) => fingerprint(READER + reader));

/** The month of an instant and the two that follow. */
export function soonPieces(now: Date): number[] {
  return [0, 1, 2].map((ahead) => fingerprint(MONTH + monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)))));
}

/** One way of looking, the best first. */
export interface Stage {
  wanted: number[];
  patterns: string[];
}

export function anywhere(words: readonly string[]): Stage {
  return { wanted: words.flatMap(piecesWanted).map(fingerprint), patterns: words.map((word) => likePattern('%', word, '%')) };
}

/** A code or a name as a whole; a name that begins so; anything that begins so, such as initials; anything with all words in it. */
export function stagesOf(words: readonly string[]): Stage[] {
  const inside = anywhere(words);
  const whole = compact(words.join(''));
  const [first] = words as [string];
  const begins = (mark: string): Stage => ({ wanted: [...inside.wanted, fingerprint(mark + beginningOf(first))], patterns: [likePattern('%\n', first, '%'), ...inside.patterns.slice(1)] });
  return [
    ...(whole ? [{ wanted: [fingerprint(WHOLE + whole)], patterns: [likePattern('%\n', whole, '\n%')] }] : []),
    begins(NAME),
    begins(LINE),
    inside,
  ];
}

/** Whether a text says all of the words, in one way or another. */
export function says(text: string | null, words: readonly string[]): boolean {
  const lines = text ? linesOf(text) : [];
  return words.every((word) => lines.some((line) => line.includes(word)));
}
