/** From `opens` to `closes` on one weekday (1 Monday to 7 Sunday), HH:MM; 24:00 is the end of the day. */
export interface OpeningPeriod {
  weekday: number;
  opens: string;
  closes: string;
}

/** Said by the writer, but not expressible as weekly periods; the reader should tell the person. */
export type OpeningRemark = 'HOLIDAYS_EXCEPTED' | 'BY_ARRANGEMENT';

export interface OpeningHours {
  periods: OpeningPeriod[];
  remarks: OpeningRemark[];
}

/**
 * Reads opening hours as people write them, such as `周一至周五 08:00-17:30`, `8：00—12：00，14：00—18：00`, `全天`,
 * `周一三五 19:00-21:00`, `Mon-Fri 8am-5pm`. An empty text means at any time: no periods.
 * Null when any part of the text is not understood: half-understood hours would let people book a closed room.
 */
export function parseOpeningHours(text: string): OpeningPeriod[] | null {
  return readOpeningHours(text)?.periods ?? null;
}

type Minutes = { from: number; until: number };
type Token =
  | { kind: 'days'; days: number[] }
  | { kind: 'times'; times: Minutes[] }
  | { kind: 'closed' }
  | { kind: 'remark'; remark: OpeningRemark };
type Group = { days: number[] | null; times: Minutes[]; closed: boolean };

const DAY = 24 * 60;
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
const WHOLE_DAY: Minutes = { from: 0, until: DAY };

export function readOpeningHours(text: string): OpeningHours | null {
  if (text.length > 500) return null;
  const tokens = tokenize(tidy(text));
  if (!tokens) return null;
  const remarks = [...new Set(tokens.filter((t) => t.kind === 'remark').map((t) => t.remark))];
  const groups = group(tokens);
  const closed = new Set(groups.filter((g) => g.closed).flatMap((g) => g.days ?? []));
  // 周一闭馆 alone says that the other days are open
  if (closed.size && groups.every((g) => g.closed)) groups.push({ days: null, times: [WHOLE_DAY], closed: false });
  if (groups.some((g) => g.closed && !g.days)) return null;

  const week = new Map<number, Minutes[]>(ALL_DAYS.map((day) => [day, []]));
  for (const { days, times, closed: isClosed } of groups) {
    if (isClosed) continue;
    for (const day of days ?? ALL_DAYS) {
      if (closed.has(day)) continue;
      for (const { from, until } of times.length ? times : [WHOLE_DAY]) {
        week.get(day)!.push({ from, until: Math.min(until, DAY) });
        if (until > DAY) week.get((day % 7) + 1)!.push({ from: 0, until: until - DAY });
      }
    }
  }
  const periods = [...week].flatMap(([weekday, times]) =>
    merge(times).map(({ from, until }) => ({ weekday, opens: clock(from), closes: clock(until) })),
  );
  return groups.length && !periods.length ? null : { periods, remarks };
}

/** One way of writing for the many dashes, colons, numerals and gaps; never shown to anybody. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/[—–‒―−~∼〜至到]+|\bto\b|\bthrough\b|\buntil\b|--+/g, '-')
    .replace(/[∶︰﹕]/g, ':')
    .replace(/[(){}【】《》"“”'。!]/g, ' ')
    .replace(/\[|\]/g, ' ')
    .replace(/([一二三四五六七八九十]{1,3})(?=[点时])/g, (_, n: string) => String(chineseHour(n)))
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim();
}

function chineseHour(numeral: string): number {
  const digit = (c: string | undefined) => (c ? '零一二三四五六七八九'.indexOf(c) : 0);
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  return numeral.includes('十') ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(ones);
}

const DAY_WORDS: [RegExp, number[]][] = [
  [/每周末|双休日|周末|休息日|weekends?/y, [6, 7]],
  [/工作日|周内|平日|平时|周中|weekdays?|working days?|workdays?/y, [1, 2, 3, 4, 5]],
  [/每天|每日|天天|全周|整周|每周七天|一周七天|daily|every ?day|7 days a week|all week/y, ALL_DAYS],
];
const ENGLISH = 'mon(?:day)?s?|tue(?:s|sday|sdays)?|wed(?:nesday|nesdays)?|thu(?:r|rs|rsday|rsdays)?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?';
const CHINESE_DAYS = /(?:每周|每星期|周|星期|礼拜)([一二三四五六日天]|[1-7](?![\d:.点时]))(?:(-|[、,和及与/ ])?(?:周|星期|礼拜)?([一二三四五六日天](?!点|时)|(?<=[周期拜1-7][-、]?)[1-7](?![\d:.点时])))*/y;
const ENGLISH_DAYS = new RegExp(`(?:${ENGLISH})\\b\\.?(?:(?:-|, ?| ?& ?| and |/| )(?:${ENGLISH})\\b\\.?)*`, 'y');

const WORDS: [RegExp, (match: string) => Token | null][] = [
  [/(?:国家)?(?:法定)?(?:节假日|节日|假日|公休日)(?:和|及|、|与)?(?:寒暑假|寒假|暑假)?(?:期间)?(?:除外|不开放|休息|闭馆|不开|关闭|另行通知)|(?:寒暑假|寒假|暑假)(?:期间)?(?:除外|不开放|休息|闭馆)|(?:除|不含|不包括)(?:国家)?(?:法定)?(?:节假日|寒暑假)(?:外)?|(?:except|excluding|closed on) (?:public |national )?holidays/y, () => ({ kind: 'remark', remark: 'HOLIDAYS_EXCEPTED' })],
  [/面议|待定|协商|可协商|另行约定|预约开放|预约|需预约|按需|随时预约|by (?:appointment|arrangement)|on request|tbd/y, () => ({ kind: 'remark', remark: 'BY_ARRANGEMENT' })],
  [/闭馆|不开放|休息|关闭|关门|不上班|closed/y, () => ({ kind: 'closed' })],
  [/全天候?|整天|全日|24 ?(?:小时|h(?:ours?|rs?)?)(?:开放)?|7 ?[x*×] ?24 ?(?:小时|h)?|不限时?间?|随时|全年|昼夜|all ?day|any ?time|always|24\/7/y, () => ({ kind: 'times', times: [WHOLE_DAY] })],
  [/上、?下午|白天/y, () => ({ kind: 'times', times: [PARTS['上午']!, PARTS['下午']!] })],
  [/(?:对外|可)?开放时?间?段?|可?(?:授课|使用|预约|用)?(?:时间段|时间|时段)|营业|均可|可用|课余|有课|授课|可|为|的|每周|open|hours|from|at|on|and|[:：,，;；、/ .|和及与]/y, () => null],
];

/** What a part of the day means when no times are given with it. */
const PARTS: Record<string, Minutes> = {
  上午: { from: 8 * 60, until: 12 * 60 },
  中午: { from: 12 * 60, until: 14 * 60 },
  下午: { from: 14 * 60, until: 18 * 60 },
  晚上: { from: 18 * 60, until: 22 * 60 },
};
const PART_NAMES: Record<string, keyof typeof PARTS> = {
  上午: '上午', 早上: '上午', 早晨: '上午', 清晨: '上午', 早: '上午', 凌晨: '上午', morning: '上午', mornings: '上午',
  中午: '中午', 午间: '中午', noon: '中午',
  下午: '下午', 午后: '下午', afternoon: '下午', afternoons: '下午',
  晚上: '晚上', 晚间: '晚上', 夜间: '晚上', 夜里: '晚上', 傍晚: '晚上', 晚: '晚上', evening: '晚上', evenings: '晚上', night: '晚上',
};
const PART = new RegExp(Object.keys(PART_NAMES).sort((a, b) => b.length - a.length).join('|'), 'y');
const POINT = `(次日|第二天|翌日|next day )?(${Object.keys(PART_NAMES).sort((a, b) => b.length - a.length).join('|')})? ?(?:(\\d{1,2})(?:[:.点时h]([0-5]\\d|半|一刻)?分?)?|(\\d{2})([0-5]\\d)) ?([ap]\\.?m\\.?)?`;
const RANGE = new RegExp(`${POINT}-${POINT}(?![\\d:])(?:点|时)?`, 'y');

function tokenize(text: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || !match[0]) return null;
    at += match[0].length;
    return match;
  };
  next: while (at < text.length) {
    for (const [pattern, days] of DAY_WORDS) {
      if (take(pattern)) { tokens.push({ kind: 'days', days }); continue next; }
    }
    const days = take(CHINESE_DAYS) ?? take(ENGLISH_DAYS);
    if (days) { tokens.push({ kind: 'days', days: weekdays(days[0]) }); continue; }
    const range = take(RANGE);
    if (range) {
      const times = between(range);
      if (!times) return null;
      tokens.push({ kind: 'times', times: [times] });
      continue;
    }
    const wordsFrom = at;
    for (const [pattern, token] of WORDS) {
      const match = take(pattern);
      if (!match) continue;
      const made = token(match[0]);
      if (made) tokens.push(made);
      continue next;
    }
    at = wordsFrom;
    const part = take(PART);
    if (!part) return null;
    tokens.push({ kind: 'times', times: [PARTS[PART_NAMES[part[0]]!]!] });
  }
  return tokens;
}

function weekdays(text: string): number[] {
  const days: number[] = [];
  let rangeOpen = false;
  for (const [item] of text.matchAll(new RegExp(`-|[一二三四五六日天1-7]|${ENGLISH}`, 'g'))) {
    if (item === '-') { rangeOpen = true; continue; }
    const day = weekday(item);
    if (rangeOpen && days.length) for (let d = days.at(-1)!; d !== day; ) days.push((d = (d % 7) + 1));
    else days.push(day);
    rangeOpen = false;
  }
  return [...new Set(days)];
}

function weekday(word: string): number {
  const chinese = '一二三四五六日'.indexOf(word === '天' ? '日' : word);
  if (chinese >= 0) return chinese + 1;
  return /\d/.test(word) ? Number(word) : ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(word.slice(0, 3)) + 1;
}

function between(match: RegExpExecArray): Minutes | null {
  const [, , partA, hourA, minuteA, hourA4, minuteA4, halfA, nextDay, partB, hourB, minuteB, hourB4, minuteB4, halfB] = match;
  const inherited = halfA === undefined && partA === undefined && halfB?.startsWith('p') && Number(hourA) > Number(hourB) % 12 ? 'am' : halfA;
  const from = point(partA, hourA ?? hourA4, minuteA ?? minuteA4, inherited);
  let until = point(partB, hourB ?? hourB4, minuteB ?? minuteB4, halfB);
  if (from === null || until === null || from === DAY) return null;
  const afternoon = partA && PART_NAMES[partA] !== '上午';
  if (!partB && !halfB && !nextDay && afternoon && until <= from && until < DAY / 2) until += DAY / 2;
  if (nextDay) until += DAY;
  else if (until === 0 && from === 0) until = DAY;
  else if (until < from) until += DAY;
  return until > from && until - from <= DAY ? { from, until } : null;
}

function point(part: string | undefined, hour: string | undefined, minute: string | undefined, half: string | undefined): number | null {
  let h = Number(hour);
  const m = minute === '半' ? 30 : minute === '一刻' ? 15 : Number(minute ?? 0);
  const named = part ? PART_NAMES[part] : undefined;
  if (half && (h < 1 || h > 12)) half = undefined;
  if (half) h = (h % 12) + (half.startsWith('p') ? 12 : 0);
  else if (named === '晚上' && h === 12) h = 24;
  else if ((named === '下午' || named === '晚上') && h < 12) h += 12;
  else if (named === '中午' && h < 4) h += 12;
  return h * 60 + m <= DAY && m < 60 ? h * 60 + m : null;
}

/** Joins days with the times said for them; `8:00-17:00 周一至周五` puts the days last. */
function group(tokens: Token[]): Group[] {
  const said = tokens.filter((t) => t.kind !== 'remark');
  const daysLast = said[0]?.kind === 'times' && said.at(-1)?.kind === 'days';
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const token of said) {
    const full: boolean = open !== null && (daysLast ? open.days !== null && token.kind === 'times' : (open.times.length > 0 || open.closed) && token.kind === 'days');
    if (!open || full) groups.push((open = { days: null, times: [], closed: false }));
    if (token.kind === 'days') open.days = [...new Set([...(open.days ?? []), ...token.days])];
    else if (token.kind === 'closed') open.closed = true;
    else open.times.push(...token.times);
  }
  return groups;
}

function merge(times: Minutes[]): Minutes[] {
  const merged: Minutes[] = [];
  for (const time of times.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && time.from <= last.until) last.until = Math.max(last.until, time.until);
    else merged.push({ ...time });
  }
  return merged;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
