import type { Language } from '@gongjian/platform';
import type { Clause } from './agreement.entity.ts';
import type { ClauseKind, Terms } from './clause.terms.ts';

type Pair = readonly [zh: string, en: string];

const PURPOSE: Record<string, Pair> = { PRACTICE_TEACHING: ['实践教学', 'practice teaching'], SOCIAL_TRAINING: ['社会培训', 'training for society'], REAL_PRODUCTION: ['真实生产', 'real production'], TECHNICAL_SERVICE: ['技术服务', 'technical services'], PILOT_TEST: ['中试', 'pilot tests'] };
const UNIT: Record<string, Pair> = { HOURS: ['小时', 'hours'], MACHINE_HOURS: ['机时', 'machine-hours'], DAYS: ['人天', 'person-days'], CLASS_HOURS: ['课时', 'class hours'] };
const PER: Record<string, Pair> = { WEEK: ['每周', 'a week'], MONTH: ['每月', 'a month'], TERM: ['每学期', 'a term'], YEAR: ['每年', 'a year'], WHOLE: ['有效期内', 'in the whole term'] };
const RIGHT: Record<string, Pair> = { READ: ['查阅', 'read'], CO_AUTHOR: ['共同编写', 'co-author'], ADOPT: ['采用', 'adopt'] };
const DATA: Record<string, Pair> = { PERSON_NAME: ['姓名', 'names'], PERSON_CONTACT: ['联系方式', 'contacts'], PROFESSION: ['职称与技能等级', 'professions and levels'], BOOKINGS: ['预约记录', 'bookings'], USAGE_HOURS: ['使用机时', 'hours of use'], INTERNSHIP_RECORDS: ['实习记录', 'internship records'], TALENT_DEMAND: ['人才需求', 'demand for talents'] };
const MASK: Record<string, Pair> = { FULL: ['完整显示', 'in full'], PARTLY: ['脱敏显示', 'masked'], COUNTS: ['仅提供数量', 'as numbers only'] };

interface Names {
  giver: string;
  taker: string;
  pool: string | null;
}

/** A clause as one would say it, in the order in which contracts do: who, to whom, what, how much, on which terms. */
export function sentenceOf(language: Language, { kind, terms, wording }: Pick<Clause, 'kind' | 'terms' | 'wording'>, names: Names): string {
  const zh = language === 'zh-CN';
  const word = (pair: Pair | undefined) => (pair ? pair[zh ? 0 : 1] : '');
  const list = (codes: readonly string[], words: Record<string, Pair>) => codes.map((code) => word(words[code])).join(zh ? '、' : ', ');
  const said = SENTENCES[kind](terms as never, { ...names, zh, word, list });
  return wording ? `${said}${zh ? '' : ' '}${wording}` : said;
}

interface Tongue extends Names {
  zh: boolean;
  word(pair: Pair | undefined): string;
  list(codes: readonly string[], words: Record<string, Pair>): string;
}

const SENTENCES: { [K in ClauseKind]: (terms: Terms[K], tongue: Tongue) => string } = {
  RESOURCE_USE({ purposes, quota, beyondQuota, horizonDays, approval, priority, pricePerHour, publicBenefitShare }, { giver, taker, pool, zh, word, list }) {
    const name = pool ?? (zh ? '（资源池已删除）' : '(pool is gone)');
    if (zh) {
      return [
        `${giver}将“${name}”供${taker}用于${list(purposes, PURPOSE)}`,
        quota ? `${word(PER[quota.per])}不超过 ${quota.amount} ${word(UNIT[quota.unit])}，超出部分${beyondQuota === 'APPROVE' ? '须经提供方同意' : '不予安排'}` : '使用量不限',
        approval ? '每次使用须经提供方同意' : '在额度内无须逐次审批',
        horizonDays === null ? '' : `可提前 ${horizonDays} 天预约`,
        priority === 'PREFERRED' ? '同等条件下优先安排' : '',
        pricePerHour > 0 ? `每小时 ${pricePerHour.toFixed(2)} 元，其中公益使用占 ${publicBenefitShare}%` : '免费使用',
      ].filter(Boolean).join('，') + '。';
    }
    return [
      `${giver} lets ${taker} use “${name}” for ${list(purposes, PURPOSE)}`,
      quota ? `up to ${quota.amount} ${word(UNIT[quota.unit])} ${word(PER[quota.per])}, beyond that ${beyondQuota === 'APPROVE' ? 'with the giver’s consent' : 'not at all'}` : 'without limit',
      approval ? 'each use with the giver’s consent' : 'without asking each time',
      horizonDays === null ? '' : `booked up to ${horizonDays} days ahead`,
      priority === 'PREFERRED' ? 'before others' : '',
      pricePerHour > 0 ? `for ${pricePerHour.toFixed(2)} yuan an hour, ${publicBenefitShare}% of the hours free for the public benefit` : 'free of charge',
    ].filter(Boolean).join(', ') + '.';
  },
  EXCHANGE({ who, amount, unit }, { giver, taker, zh, word }) {
    return zh ? `${giver}每年向${taker}派出${who === 'TEACHER' ? '教师' : '企业工程师'}，合计 ${amount} ${word(UNIT[unit])}。` : `${giver} sends ${who === 'TEACHER' ? 'teachers' : 'engineers'} to ${taker}, ${amount} ${word(UNIT[unit])} a year.`;
  },
  PROGRAMME({ rights, majors }, { giver, taker, zh, list }) {
    const which = majors ?? (zh ? '全部专业' : 'all majors');
    return zh ? `${taker}可以${list(rights, RIGHT)}${giver}的人才培养方案（${which}）。` : `${taker} may ${list(rights, RIGHT)} the training programmes of ${giver} (${which}).`;
  },
  INTERNS({ posts, per, majors }, { giver, taker, zh, word }) {
    const which = majors ?? (zh ? '专业不限' : 'any major');
    return zh ? `${giver}${word(PER[per])}为${taker}提供 ${posts} 个实习岗位（${which}）。` : `${giver} offers ${taker} ${posts} internship posts ${word(PER[per])} (${which}).`;
  },
  DATA({ fields, mask, duties }, { giver, taker, zh, word, list }) {
    return zh ? `${giver}向${taker}提供${list(fields, DATA)}，${word(MASK[mask])}。双方的权利义务：${duties}` : `${giver} gives ${taker} ${list(fields, DATA)}, ${word(MASK[mask])}. Rights and duties: ${duties}`;
  },
};
