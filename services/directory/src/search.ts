import { pinyin } from 'pinyin-pro';

/** Between the parts of a name such as 阿依古丽·买买提 people type whichever dot their keyboard has. */
const DOTS = /[·•‧∙⋅・ᐧ]/g;

/** One way of writing for comparing: full-width and compatibility forms and dots folded, lower case, single spaces. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(DOTS, '·').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * What a name is found and sorted by.
 * @param surname true for people, whose family names are read in their own way (单 is Shàn, 曾 is Zēng)
 */
export function nameKeys(name: string, { surname = false, also = [] as readonly string[] } = {}): { sortName: string; search: string } {
  const folded = fold(name);
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true, ...(surname && { surname: 'head' as const }) });
  const full = syllables.join('').replaceAll(' ', '');
  const initials = syllables.map((syllable) => [...syllable.trim()][0] ?? '').join('');
  const written = [folded, full, initials];
  // A line for each way of writing, so that a search never matches across two of them. The dot is sought with and without.
  return { sortName: full.replaceAll('·', ''), search: [...new Set([...written, ...written.map((each) => each.replaceAll('·', '')), ...also.map(fold)])].join('\n') };
}
