import { ALL_DAYS, BARE_DAYS, CHINESE_DAYS, DAY, DAY_WORDS, ENGLISH, ENGLISH_DAYS, type Minutes, type OpeningRemark, PART, PART_NAMES, PARTS, RANGE, SINCE, tidy, type Token, WHOLE_DAY, WORDS } from './opening-words.ts';

/** From `opens` to `closes` on one weekday (1 Monday to 7 Sunday), HH:MM; 24:00 is the end of the day. */
export interface OpeningPeriod {
  weekday: number;
  opens: string;
  closes: string;
}

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

type Group = { days: number[] | null; times: Minutes[]; closed: boolean };

export function readOpeningHours(text: string): OpeningHours | null {
  if (text.length > 500) return null;
  const tokens = tokenize(tidy(text));
  if (!tokens) return null;
  const groups = group(tokens);
  if (!groups) return null;
  const said = tokens.flatMap((t) => (t.kind === 'remark' ? [t.remark] : []));
  // words that name no time at all say nothing that could be kept
  if (text.trim() && !groups.length && !said.length) return null;
  const remarks = [...new Set(said.map((remark) => (remark === 'BY_ARRANGEMENT' && groups.length ? 'ARRANGED_BESIDES' : remark)))];
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
    const days = take(CHINESE_DAYS) ?? take(BARE_DAYS) ?? take(ENGLISH_DAYS);
    if (days) { tokens.push({ kind: 'days', days: weekdays(days[0]) }); continue; }
    const since = take(SINCE);
    if (since) {
      const from = point(since[2], since[3] ?? since[5], since[4] ?? since[6], since[7]);
      if (from === null || from >= DAY) return null;
      tokens.push({ kind: 'times', times: [{ from, until: DAY }] });
      continue;
    }
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
  const vague = !partA && !partB && !halfA && !halfB && !nextDay && [hourA ?? hourA4, hourB ?? hourB4].every((hour) => /^[1-9]$|^1[0-2]$/.test(hour!));
  // 1-5 alone may be days, lessons or hours
  if (vague && !/[:.点时h]|\d{3}/.test(match[0]) && Number(hourA) < 8 && Number(hourB) < 8) return null;
  // nobody opens from 9 in the morning until 5 of the next: it is 5 in the afternoon
  if (until < from && until > 0 && from < DAY / 2 && until < DAY / 2 && !nextDay && !partB && !halfB) {
    if (!vague) return null;
    until += DAY / 2;
  }
  if (!partB && !halfB && !nextDay && afternoon && until <= from && until < DAY / 2) until += DAY / 2;
  if (nextDay) until += DAY;
  else if (until === 0 && from === 0) until = DAY;
  else if (until < from) until += DAY;
  return until > from && until - from <= DAY ? { from, until, ...(vague && { vague }) } : null;
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

/** Joins days with the times said for them; `8:00-17:00 周一至周五` puts the days last. Null where they contradict each other. */
function group(tokens: Token[]): Group[] | null {
  const [said, groups] = closedDays(tokens);
  const daysLast = said[0]?.kind === 'times' && said.at(-1)?.kind === 'days';
  let open: Group | null = null;
  for (const token of said) {
    const full: boolean = open !== null && (daysLast ? open.days !== null && token.kind === 'times' : (open.times.length > 0 || open.closed) && token.kind !== 'times' && token.kind !== 'closed');
    if (!open || full) groups.push((open = { days: null, times: [], closed: false }));
    if (token.kind === 'days') open.days = [...new Set([...(open.days ?? []), ...token.days])];
    else if (token.kind === 'rest') {
      const named = groups.flatMap(({ days }) => days ?? []);
      open.days = ALL_DAYS.filter((day) => !named.includes(day));
    } else if (token.kind === 'closed') open.closed = true;
    else if (token.kind === 'times') open.times.push(...token.times);
  }
  return groups.every(inOrder) ? groups : null;
}

/** Days directly before 休息 or 不开放 are taken out first, so that they do not join the days of other times. */
function closedDays(tokens: readonly Token[]): [Token[], Group[]] {
  const said = tokens.filter((t) => t.kind !== 'remark');
  const groups: Group[] = [];
  for (let at = said.length - 1; at > 0; at--) {
    if (said[at]!.kind !== 'closed') continue;
    let from = at;
    while (said[from - 1]?.kind === 'days') from--;
    if (from === at) continue;
    groups.push({ days: said.slice(from, at).flatMap((t) => (t.kind === 'days' ? t.days : [])), times: [], closed: true });
    said.splice(from, at - from + 1);
    at = from;
  }
  return [said.filter((t) => t.kind !== 'break'), groups];
}

/** 8:00-11:30，1:30-5:00: times follow each other, so the second is in the afternoon. */
function inOrder({ times }: Group): boolean {
  for (const [i, time] of times.entries()) {
    const before = times[i - 1];
    if (!before || !time.vague || time.from >= before.until || time.until > DAY / 2) continue;
    if (time.from + DAY / 2 < before.until) return false;
    time.from += DAY / 2;
    time.until += DAY / 2;
  }
  return true;
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
