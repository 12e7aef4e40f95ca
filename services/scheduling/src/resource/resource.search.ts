import { pinyin } from 'pinyin-pro';

/** What the list sorts and searches by, computed here because PostgreSQL knows no pinyin. */
export interface Derived {
  nameKey: string;
  codeKey: string;
  placeKey: string;
  searchText: string;
}

interface Described {
  name: string;
  code: string | null;
  model: string | null;
  place: string | null;
  keeper: string | null;
}

export function derivedColumns(resource: Described): Derived {
  return { nameKey: sortKey(resource.name), codeKey: sortKey(resource.code), placeKey: sortKey(resource.place), searchText: searchText(resource) };
}

/** Full-width forms as half-width, lower case: ＰＬＣ－２ and plc-2 are the same. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const HAN = /\p{Script=Han}/u;

/** A register says the same names and places thousands of times. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      if (known.size >= 5000) known.clear();
      known.set(text, (value = make(text)));
    }
    return value;
  };
}

/** Sorts behind every text. */
const LAST = '\u{10FFFF}';

/**
 * Compared byte by byte it gives the order of a Chinese register: Latin letters, then Chinese by pinyin and tone,
 * same readings by character; numbers by value, so that 2号 comes before 10号.
 */
export function sortKey(text: string | null): string {
  return text ? keyOf(text) : LAST;
}

const keyOf = remembered((text) => {
  const syllables = pinyin(plain(text), { type: 'all', toneType: 'num', v: true });
  let key = '';
  let digits = '';
  const flush = () => {
    if (digits) key += `${digits.replace(/^0+/, '').padStart(12, '0')}`;
    digits = '';
  };
  for (const { origin, pinyin: reading, isZh } of syllables) {
    for (const character of isZh ? [origin] : [...origin]) {
      if (/[0-9]/.test(character)) {
        digits += character;
        continue;
      }
      flush();
      key += isZh ? `~${reading}${origin}` : HAN.test(character) ? `~~${character}` : character;
    }
  }
  flush();
  return key;
});

/** How many other ways to read a name are kept: a long name of many ambiguous characters should not fill the table. */
const MAX_VARIANTS = 12;

/** All that somebody may type to find it: as written, in full pinyin, and by initials. */
export function searchText({ name, code, model, place, keeper }: Described): string {
  const written = [name, code, model, place, keeper].filter((part) => part !== null && part !== '').map((part) => plain(part as string));
  const spoken = written.filter((part) => HAN.test(part)).flatMap(readings);
  return [...new Set([...written, ...spoken])].join('\n');
}

/** Full pinyin and initials; where a character has more readings (行车, 重庆), also each other one, one at a time. */
const readings = remembered((text): string[] => {
  const syllables = pinyin(text, { type: 'all', toneType: 'none', v: true }).map(({ origin, pinyin: reading, isZh, polyphonic }) => ({
    reading: isZh ? reading : origin,
    initial: isZh ? reading.slice(0, 1) : origin,
    others: isZh ? polyphonic.map(toneless).filter((other) => other !== reading) : [],
  }));
  const compact = (parts: readonly string[]) => parts.join('').replaceAll(/\s+/g, '');
  const full = syllables.map(({ reading }) => reading);
  const initials = syllables.map(({ initial }) => initial);
  const result = [compact(full), compact(initials)];
  for (const [index, { others }] of syllables.entries()) {
    for (const other of new Set(others)) {
      if (result.length >= 2 * MAX_VARIANTS) return result;
      result.push(compact(full.with(index, other)), compact(initials.with(index, other.slice(0, 1))));
    }
  }
  return result;
});

const toneless = (reading: string): string => reading.normalize('NFD').replaceAll('u\u0308', 'v').replaceAll(/\p{M}/gu, '');

/** The words of a search; a record is found when it has all of them. */
export function searchWords(search: string | null | undefined): string[] {
  return plain(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10);
}

/** As a LIKE pattern: % and _ of the search are themselves. */
export function containing(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, (special) => `\\${special}`)}%`;
}
