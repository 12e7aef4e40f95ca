import { dayOf, instantOf, partsOf } from './zone.ts';

export type Language = 'zh-CN' | 'en';
type When = Date | string | number;

export interface Format {
  language: Language;
  timeZone: string;
  /** 2026年11月23日 周一 */
  date: (when: When) => string;
  /** 11月23日 周一, with the year when it is not this one */
  shortDate: (when: When) => string;
  /** 09:00 */
  time: (when: When) => string;
  /** 2026年11月23日 周一 09:00 */
  dateTime: (when: When) => string;
  /** 11月23日 周一 09:00–11:30, or with both days when they differ; `end` is not part of the range */
  range: (start: When, end: When) => string;
  /** 09:00–11:30; the end of a day is 24:00 */
  timeRange: (start: When, end: When) => string;
  /** A `Date` of the graph (2026-11-23), which has no time and no zone. */
  day: (day: string) => string;
  /** The same with its weekday. */
  dayAndWeekday: (day: string) => string;
  /** The last day of what ends at an instant, which is no part of it. */
  lastDay: (end: When) => string;
  /** 11/23 under a chart and in a calendar, 23 Nov in English, where 11/12 could be either. */
  tick: (day: string) => string;
  /** 2026-11 -> 2026年11月 */
  month: (month: string) => string;
  weekday: (weekday: number) => string;
  /** 教师、学生; teacher, student */
  list: (words: readonly string[]) => string;
  number: (value: number, digits?: number) => string;
  percent: (share: number, digits?: number) => string;
  /** 1,280.50 元 */
  money: (yuan: number) => string;
  /** 90 -> 1 小时 30 分钟 */
  minutes: (minutes: number) => string;
  /** 3 分钟前, 昨天 */
  ago: (when: When, now?: Date) => string;
  bytes: (size: number) => string;
}

const weekdays = {
  'zh-CN': ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const months = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

export function createFormat(language: Language, timeZone: string): Format {
  const zh = language === 'zh-CN';
  const at = (when: When) => partsOf(new Date(when), timeZone);
  const weekday = (day: number) => weekdays[language][day] ?? '';
  const dayText = (year: number, month: number, day: number) => (zh ? `${year}年${month}月${day}日` : `${day} ${months[month]} ${year}`);
  const day = (text: string) => {
    const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
    return dayText(year, month, date);
  };
  const date = (when: When) => {
    const p = at(when);
    return zh ? `${dayText(p.year, p.month, p.day)} ${weekday(p.weekday)}` : `${weekday(p.weekday)} ${dayText(p.year, p.month, p.day)}`;
  };
  const shortDate = (when: When) => {
    const p = at(when);
    if (p.year !== at(Date.now()).year) return date(when);
    return zh ? `${p.month}月${p.day}日 ${weekday(p.weekday)}` : `${weekday(p.weekday)} ${p.day} ${months[p.month]}`;
  };
  const time = (when: When) => {
    const p = at(when);
    return `${two(p.hour)}:${two(p.minute)}`;
  };
  // Midnight as an end belongs to the day before it.
  const endsAtMidnight = (start: When, end: When) => time(end) === '00:00' && +new Date(end) > +new Date(start);
  const timeRange = (start: When, end: When) => `${time(start)}–${endsAtMidnight(start, end) ? '24:00' : time(end)}`;
  let relative: Intl.RelativeTimeFormat | undefined;
  const ago = (value: number, unit: Intl.RelativeTimeFormatUnit) => (relative ??= new Intl.RelativeTimeFormat(language, { numeric: 'auto' })).format(value, unit);
  // 5 分钟前, as all other numbers stand in Chinese text.
  const spaced = (text: string) => text.replace(/(\d)(?=\p{Script=Han})/u, '$1 ');
  const number = (value: number, digits = 1) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);

  return {
    language,
    timeZone,
    date,
    shortDate,
    time,
    dateTime: (when) => `${date(when)} ${time(when)}`,
    range: (start, end) => {
      const last = endsAtMidnight(start, end) ? new Date(+new Date(end) - 1) : end;
      if (dayOf(new Date(start), timeZone) === dayOf(new Date(last), timeZone)) return `${shortDate(start)} ${timeRange(start, end)}`;
      return `${shortDate(start)} ${time(start)} – ${shortDate(last)} ${endsAtMidnight(start, end) ? '24:00' : time(end)}`;
    },
    timeRange,
    day,
    lastDay: (end) => day(dayOf(new Date(+new Date(end) - 1), timeZone)),
    tick: (day) => {
      const [, month = 1, date = 1] = day.split('-').map(Number);
      return zh ? `${month}/${date}` : `${date} ${months[month]}`;
    },
    dayAndWeekday: (day) => date(instantOf(day, 0, timeZone)),
    month: (month) => {
      const [year, number] = month.split('-').map(Number);
      return zh ? `${year}年${number}月` : `${months[number ?? 0]} ${year}`;
    },
    weekday,
    list: (words) => words.join(zh ? '、' : ', '),
    number,
    percent: (share, digits = 0) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(share),
    money: (yuan) => {
      const text = new Intl.NumberFormat(language, { minimumFractionDigits: yuan % 1 ? 2 : 0, maximumFractionDigits: 2 }).format(yuan);
      return zh ? `${text} 元` : `CNY ${text}`;
    },
    minutes: (minutes) => {
      const days = Math.floor(minutes / 1440);
      const hours = Math.floor((minutes % 1440) / 60);
      const rest = minutes % 60;
      const parts = zh
        ? [days && `${days} 天`, hours && `${hours} 小时`, rest && `${rest} 分钟`]
        : [days && `${days} d`, hours && `${hours} h`, rest && `${rest} min`];
      return parts.filter(Boolean).join(' ') || (zh ? '0 分钟' : '0 min');
    },
    ago: (when, now = new Date()) => {
      const seconds = Math.round((+new Date(when) - +now) / 1000);
      // Clocks of two machines differ by seconds: below a minute is now.
      if (Math.abs(seconds) < 60) return zh ? '刚刚' : 'just now';
      const steps: [Intl.RelativeTimeFormatUnit, number][] = [['minute', 60], ['hour', 24], ['day', 30], ['month', 12]];
      let value = Math.trunc(seconds / 60);
      for (const [unit, size] of steps) {
        if (Math.abs(value) < size) return spaced(ago(value, unit));
        value = Math.trunc(value / size);
      }
      return spaced(ago(value, 'year'));
    },
    bytes: (size) => (size < 1024 * 1024 ? `${number(Math.max(1, size / 1024), 0)} KB` : `${number(size / 1024 / 1024)} MB`),
  };
}
