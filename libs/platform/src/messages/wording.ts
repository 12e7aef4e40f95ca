import type { Language } from '../actor.ts';
import type { KindTexts, ToldParam, ToldParams } from './message.kinds.ts';

/** What is needed to word parameters: names by id, texts by code. */
export interface Words {
  language: Language;
  timeZone: string;
  nameOf(id: string): string;
  textOf(code: string): string;
}

export interface WordedMessage {
  what: string;
  more: string | null;
  why: string;
  button: string;
}

const SLOT = /\{(\w+)\}/g;

/** The message as its reader reads it. */
export function word(texts: Record<Language, KindTexts>, params: ToldParams, words: Words): WordedMessage {
  const { what, more, why, button } = texts[words.language];
  const known = (key: string) => params[key] !== undefined && params[key] !== null;
  const fill = (template: string) => template.replace(SLOT, (whole, key: string) => (known(key) ? wordParam(params[key]!, words) : whole));
  const complete = more !== undefined && [...more.matchAll(SLOT)].every(([, key]) => known(key!));
  return { what: fill(what), more: complete ? fill(more) : null, why: fill(why), button };
}

function wordParam(param: Exclude<ToldParam, null>, words: Words): string {
  if (typeof param !== 'object') return String(param);
  if ('person' in param) return words.nameOf(param.person);
  if ('organisation' in param) return words.nameOf(param.organisation);
  if ('code' in param) return words.textOf(param.code);
  if ('list' in param) return listText(param.list, words.language);
  if ('day' in param) return dayText(partsOf(new Date(`${param.day}T00:00:00Z`), 'UTC'), words.language);
  if ('at' in param) return `${dateText(param.at, words)} ${timeText(param.at, words)}`;
  return rangeText(param.from, param.until, words);
}

/** The first few, and how many there are. */
function listText(list: readonly string[], language: Language): string {
  const shown = list.slice(0, 5).join(language === 'zh-CN' ? '、' : ', ');
  if (list.length <= 5) return shown;
  return language === 'zh-CN' ? `${shown}等 ${list.length} 项` : `${shown} and ${list.length - 5} more`;
}

/** 11月30日 周一 09:00–11:00; the end of a day is 24:00. */
function rangeText(from: string, until: string, words: Words): string {
  const midnight = timeText(until, words) === '00:00' && until > from;
  const last = midnight ? new Date(Date.parse(until) - 1).toISOString() : until;
  const end = midnight ? '24:00' : timeText(until, words);
  const [first, second] = [dateText(from, words), dateText(last, words)];
  return first === second ? `${first} ${timeText(from, words)}–${end}` : `${first} ${timeText(from, words)} – ${second} ${end}`;
}

interface Parts {
  year: string;
  month: string;
  day: string;
  weekday: string;
  hour: string;
  minute: string;
}

const WEEKDAYS: Record<string, string> = { Mon: '周一', Tue: '周二', Wed: '周三', Thu: '周四', Fri: '周五', Sat: '周六', Sun: '周日' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(when: Date, timeZone: string): Parts {
  let format = formats.get(timeZone);
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })));
  return Object.fromEntries(format.formatToParts(when).map(({ type, value }) => [type, value])) as unknown as Parts;
}

function dayText({ year, month, day }: Parts, language: Language): string {
  return language === 'zh-CN' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** A day as people say it: 2026年11月24日, 24 Nov 2026. */
export const spokenDay = (when: Date, timeZone: string, language: Language): string => dayText(partsOf(when, timeZone), language);

/** The last day of what ends at an instant, which is mostly the midnight after it. */
export const spokenLastDay = (end: Date, timeZone: string, language: Language): string => spokenDay(new Date(end.getTime() - 1), timeZone, language);

/** With the year where it is not this one. */
function dateText(when: string, { language, timeZone }: Words): string {
  const parts = partsOf(new Date(when), timeZone);
  const thisYear = parts.year === partsOf(new Date(), timeZone).year;
  if (language === 'zh-CN') return `${thisYear ? `${parts.month}月${parts.day}日` : dayText(parts, language)} ${WEEKDAYS[parts.weekday]}`;
  return `${parts.weekday} ${thisYear ? `${parts.day} ${MONTHS[Number(parts.month) - 1]}` : dayText(parts, language)}`;
}

function timeText(when: string, { timeZone }: Words): string {
  const { hour, minute } = partsOf(new Date(when), timeZone);
  return `${hour}:${minute}`;
}

/** The hour of the day in a time zone. */
export const hourIn = (when: Date, timeZone: string) => Number(partsOf(when, timeZone).hour);
