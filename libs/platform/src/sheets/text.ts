// NFKC would replace compatibility ideographs, and with them the characters of people's names:
// so names and remarks only lose what cannot be seen, and only codes and numbers are folded.

// eslint-disable-next-line no-control-regex -- finding control characters is the point
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

/** The text without invisible characters and outer blanks; line breaks and runs of blanks become one blank. */
export function clean(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(/[\s\u3000\u00a0]+/g, ' ').trim();
}

/** For names and remarks: full-width letters and digits become plain, Chinese punctuation stays. */
export function prose(text: string): string {
  return clean(text).replace(/[０-９Ａ-Ｚａ-ｚ]/g, halfWidth);
}

/** For codes, numbers and dates: every full-width form becomes plain. */
export function plain(text: string): string {
  return clean(text).replace(/[\uff01-\uff5e]/g, halfWidth);
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Dashes and words that people put where they have nothing to say. */
export function saysNothing(text: string): boolean {
  return /^(?:[-—–_/\\.、*]+|无|暂无|没有|不详|未知|未填|空|待补充|待查|不明|null|n\/?a|none|nil|unknown|#n\/a)$/i.test(plain(text));
}

/** Length as people count it: a rare character outside the first plane is one character. */
export function length(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Never cuts inside a character. */
export function shorten(text: string, max: number): string {
  return length(text) <= max ? text : `${[...text].slice(0, max - 1).join('')}…`;
}
