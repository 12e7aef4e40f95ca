/** The words of opening hours, as patterns that go on where the last one ended. */
export interface Minutes {
  from: number;
  until: number;
  /** Written without 上午, pm or a leading zero: what looks like 2 in the night may be 2 in the afternoon. */
  vague?: boolean;
}

export type Token =
  | { kind: 'days'; days: number[] }
  | { kind: 'rest' }
  | { kind: 'times'; times: Minutes[] }
  | { kind: 'closed' }
  | { kind: 'break' }
  | { kind: 'remark'; remark: OpeningRemark };

/** Said by the writer, but not expressible as weekly periods; the reader should tell the person. */
export type OpeningRemark = 'HOLIDAYS_EXCEPTED' | 'BY_ARRANGEMENT' | 'ARRANGED_BESIDES';

export const DAY = 24 * 60;
export const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
export const WHOLE_DAY: Minutes = { from: 0, until: DAY };

/** One way of writing for the many dashes, colons, numerals and gaps; never shown to anybody. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/[—–‒―−~∼〜至到]+|…+|\.{2,}|\bto\b|\bthrough\b|\buntil\b|--+/g, '-')
    .replace(/[∶︰﹕]/g, ':')
    .replace(/[)。\n]/g, ';')
    .replace(/[({}【】《》"“”'!]/g, ' ')
    .replace(/\[|\]/g, ' ')
    .replace(/(^|[;；\s])[1-9][.、)](?=\s*(?:周|星期|礼拜|每|工作日|mon|sat))/g, '$1;')
    .replace(/(\d{1,2}:\d{2}):\d{2}(?!\d)/g, '$1')
    .replace(/\bm-f\b/g, 'mon-fri')
    .replace(/[早朝]([一二三四五六七八九十]{1,2}|\d{1,2})点?[,， -]?晚([一二三四五六七八九十]{1,2}|\d{1,2})(?:点|(?![\d:：点]))/g, '早$1点-晚$2点')
    .replace(/除了?((?:每?(?:周|星期|礼拜)[一二三四五六日天1-7末]?[、,和及]?|[一二三四五六日天][、,和及]?)+)(?:以外|之外|外)/g, '$1不开放;')
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

export const DAY_WORDS: [RegExp, number[]][] = [
  [/每周末|双休日|周末|休息日|weekends?/y, [6, 7]],
  [/(?:正常)?工作日|周内|平日|平时|周中|weekdays?|working days?|workdays?/y, [1, 2, 3, 4, 5]],
  [/每天|每日|天天|全周|整周|(?:每周|一周)?[七7]天(?!内|前)|全年365天|365天|(?:全年)?无休|daily|every ?day|7 days a week|all week/y, ALL_DAYS],
];
export const ENGLISH = 'mon(?:day)?s?|tue(?:s|sday|sdays)?|wed(?:nesday|nesdays)?|thu(?:r|rs|rsday|rsdays)?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?';
export const CHINESE_DAYS = /(?:每周|每星期|周|星期|礼拜)([一二三四五六日天]|[1-7](?![\d:.点时]))(?:(-|[、,和及与/ ])?(?:周|星期|礼拜)?([一二三四五六日天](?!点|时)|(?<=[周期拜1-7][-、]?)[1-7](?![\d:.点时])))*/y;
/** 一三五晚上, 一至五 8:00, 1-5 8:00-17:30: days that nobody called so. Hours of the day have become figures by now. */
export const BARE_DAYS = /(?<![\d:.周期拜第-])(?:[一二三四五六日](?:[-、,]?[一二三四五六日天])+(?![点时节月])|[1-7]-[1-7](?= ?[,，:]? ?\d{1,2}[:点]))/y;
export const ENGLISH_DAYS = new RegExp(`(?:${ENGLISH})\\b\\.?(?:(?:-|, ?| ?& ?| and |/| )(?:${ENGLISH})\\b\\.?)*`, 'y');

export const WORDS: [RegExp, (match: string) => Token | null][] = [
  [/(?:国家)?(?:法定)?(?:节假日|节日|假日|公休日)(?:和|及|、|与)?(?:寒暑假|寒假|暑假)?(?:期间)?(?:除外|不开放|休息|闭馆|不开|关闭|另行通知)|(?:寒暑假|寒假|暑假)(?:期间)?(?:除外|不开放|休息|闭馆)|(?:除|不含|不包括)(?:国家)?(?:法定)?(?:节假日|寒暑假)(?:外)?|(?:except|excluding|closed on) (?:public |national )?holidays/y, () => ({ kind: 'remark', remark: 'HOLIDAYS_EXCEPTED' })],
  [/(?:其[余他它]时?间?)?[需须请应可]?(?:提前)?(?:[一二两三四五六七\d]+ ?(?:天|日|周|小时|个?工作日))?(?:电话)?(?:提前)?预约(?!时间|时段)(?:开放|使用)?|面议|待定|可?协商|另行约定|按需|随时预约|by (?:prior )?(?:appointment|arrangement)|on request|tbd/y, () => ({ kind: 'remark', remark: 'BY_ARRANGEMENT' })],
  [/闭馆|不开放|休息|关闭|关门|不上班|除外|closed/y, () => ({ kind: 'closed' })],
  [/全天候?|长期开放|常年开放|正常开放|都?均可|都可以?|整天|全日|24 ?(?:小时|h(?:ours?|rs?)?)(?:开放)?|7 ?[x*×] ?24 ?(?:小时|h)?|不限时?间?|随时|全年|昼夜|all ?day|any ?time|always|24\/7/y, () => ({ kind: 'times', times: [WHOLE_DAY] })],
  [/上、?下午|白天/y, () => ({ kind: 'times', times: [PARTS['上午']!, PARTS['下午']!] })],
  [/其[余他它](?:时间|日期|日|几天)?/y, () => ({ kind: 'rest' })],
  [/[;；]/y, () => ({ kind: 'break' })],
  [/(?:工作|上班|服务|接待|营业)时间|(?:对外|可)?开放时?间?段?|可?(?:授课|使用|预约|用)?(?:时间段|时间|时段)|营业|可用|课余|有课|授课|可|为|的|每周|open|hours|from|at|on|and|[:：,，;；、/ .|和及与]/y, () => null],
];

/** What a part of the day means when no times are given with it. */
export const PARTS: Record<string, Minutes> = {
  上午: { from: 8 * 60, until: 12 * 60 },
  中午: { from: 12 * 60, until: 14 * 60 },
  下午: { from: 14 * 60, until: 18 * 60 },
  晚上: { from: 18 * 60, until: 22 * 60 },
};
export const PART_NAMES: Record<string, keyof typeof PARTS> = {
  上午: '上午', 早上: '上午', 早晨: '上午', 清晨: '上午', 早: '上午', 凌晨: '上午', morning: '上午', mornings: '上午',
  中午: '中午', 午间: '中午', noon: '中午',
  下午: '下午', 午后: '下午', afternoon: '下午', afternoons: '下午',
  晚上: '晚上', 晚间: '晚上', 夜间: '晚上', 夜里: '晚上', 傍晚: '晚上', 晚: '晚上', evening: '晚上', evenings: '晚上', night: '晚上',
};
export const PART = new RegExp(Object.keys(PART_NAMES).sort((a, b) => b.length - a.length).join('|'), 'y');
const POINT = `(次日|第二天|翌日|next day )?(${Object.keys(PART_NAMES).sort((a, b) => b.length - a.length).join('|')})? ?(?:(\\d{1,2})(?:[:.点时h]([0-5]\\d|半|一刻)?分?)?|(\\d{1,2})([0-5]\\d)) ?([ap]\\.?m\\.?)?`;
/** 18:00以后: until the day ends. */
export const SINCE = new RegExp(`${POINT}(?:点|时)?(?:以后|之后|后|起)`, 'y');
export const RANGE = new RegExp(`${POINT}-${POINT}(?![\\d:])(?:点|时)?`, 'y');
