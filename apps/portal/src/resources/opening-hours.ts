export interface Period {
  weekday: number;
  opens: string;
  closes: string;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const WRITING = {
  zh: { days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], to: '至', comma: '，', semicolon: '；', wholeDay: '全天' },
  en: { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], to: '-', comma: ', ', semicolon: '; ', wholeDay: 'all day' },
};

export const minutesOfDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export function periodsOf<P extends Period>(periods: readonly P[], weekday: number): P[] {
  return periods.filter((p) => p.weekday === weekday).sort((a, b) => minutesOfDay(a.opens) - minutesOfDay(b.opens));
}

export const isWholeDay = (periods: readonly Period[]) =>
  periods.length === 1 && periods[0]?.opens === '00:00' && periods[0].closes === '24:00';

/**
 * Opening hours the way people write them in a register (周一至周五 08:00-12:00，14:00-18:00；周六 全天), so that
 * the text field starts with something that the server reads back as the same periods.
 */
export function openingHoursText(periods: readonly Period[], language: string): string {
  const words = language.startsWith('zh') ? WRITING.zh : WRITING.en;
  const groups: { days: number[]; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const ofDay = periodsOf(periods, weekday);
    if (ofDay.length === 0) continue;
    const hours = isWholeDay(ofDay) ? words.wholeDay : ofDay.map((p) => `${p.opens}-${p.closes}`).join(words.comma);
    const last = groups.at(-1);
    if (last && last.hours === hours && last.days.at(-1) === weekday - 1) last.days.push(weekday);
    else groups.push({ days: [weekday], hours });
  }
  const [only] = groups;
  if (only && groups.length === 1 && only.days.length === 7) return only.hours;

  const name = (day: number | undefined) => words.days[(day ?? 1) - 1];
  return groups
    .map(({ days, hours }) => `${name(days[0])}${days.length > 1 ? words.to + name(days.at(-1)) : ''} ${hours}`)
    .join(words.semicolon);
}
