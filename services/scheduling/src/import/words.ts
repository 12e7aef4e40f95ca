import type { ResourceState } from './register.types.ts';
import { plain } from './text.ts';

const STATES: [ResourceState, RegExp][] = [
  ['TO_BE_SCRAPPED', /待报废|拟报废|申请报废|报废中|报废申请|待处置|拟处置|待淘汰|to be (?:scrapped|disposed)|pending (?:scrap|disposal)/],
  ['SCRAPPED', /报废|已处置|注销|淘汰|报失|丢失|遗失|盘亏|拆除|已核销|scrapped|disposed|retired|written off|lost|decommissioned/],
  ['UNDER_REPAIR', /维修|修理|检修|故障|损坏|待修|送修|保养|维护|不可用|停用维|坏|repair|maintenance|broken|faulty|out of order/],
  ['LENT_OUT', /外借|借出|出借|出租|租出|校外使用|lent|loan|on loan|leased out|rented/],
  ['IDLE', /闲置|停用|未使用|未启用|封存|备用|库存|在库|空闲|未用|idle|unused|spare|in stock|standby|stored|not in use/],
  ['IN_USE', /在用|使用|正常|完好|良好|启用|可用|运行|在岗|在职|开放|投用|合格|正在用|在编|在聘|有效|in use|in service|active|normal|good|working|ok|available|operational|open/],
];

/** 在用, 闲置, 维修, 外借, 待报废, 报废 and what else people call them. Null when the word is unknown. */
export function parseState(text: string): ResourceState | null {
  const value = plain(text).toLowerCase();
  if (value.length > 30) return null;
  if (/^(?:未|不)(?:正常|完好|合格)/.test(value)) return 'UNDER_REPAIR';
  return STATES.find(([, pattern]) => pattern.test(value))?.[0] ?? null;
}

/** 双师型级别: 初级, 中级, 高级; null when the person is none; undefined when the word is unknown. */
export function parseDualQualified(text: string): string | null | undefined {
  const value = plain(text).toLowerCase();
  if (/^(?:否|不是|非|没有|无|no|n|×|x|false|0|未认定)/.test(value)) return null;
  if (/高级|senior|advanced/.test(value)) return '高级';
  if (/中级|intermediate/.test(value)) return '中级';
  if (/初级|junior|basic/.test(value)) return '初级';
  // registers that know only yes and no say that the person is one, not of which level
  return /^(?:是|yes|y|√|✓|true|1|双师型?|双师型教师)$/.test(value) ? '初级' : undefined;
}

/** 数控编程、工业机器人 -> two subjects. */
export function parseList(text: string): string[] {
  return [...new Set(text.split(/[、,，;；|\n]|\s\/\s|(?<=\p{Script=Han})\/(?=\p{Script=Han})/u).map((part) => part.trim()).filter(Boolean))];
}
