import type { Language } from '@gongjian/platform';
import type { OpeningPeriod } from './opening.ts';

const DAYS: Record<Language, readonly string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** As people write them, such as 周一至周五 08:00-12:00，14:00-17:30; days with the same hours are named together. */
export function openingText(periods: readonly OpeningPeriod[], language: Language): string {
  if (periods.length === 0) return '';
  const [between, and, next] = language === 'en' ? ['-', ', ', '; '] : ['至', '，', '；'];
  const hours = Array.from({ length: 7 }, (_, index) => periods.filter(({ weekday }) => weekday === index + 1).map(({ opens, closes }) => `${opens}-${closes}`).join(and));
  const parts: string[] = [];
  for (let day = 0; day < 7; ) {
    let last = day;
    while (last < 6 && hours[last + 1] === hours[day]) last++;
    const names = DAYS[language];
    if (hours[day]) parts.push(`${last > day ? `${names[day]}${between}${names[last]}` : names[day]} ${hours[day]}`);
    day = last + 1;
  }
  return parts.join(next);
}
