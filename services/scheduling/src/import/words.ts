import type { ResourceState } from './register.types.ts';
import { plain } from '@gongjian/platform/sheets/text';

const STATES: [ResourceState, RegExp][] = [
  ['TO_BE_SCRAPPED', /待报废|拟报废|申请报废|报废中|报废申请|待处置|拟处置|待淘汰|to be (?:scrapped|disposed)|pending (?:scrap|disposal)/],
  ['SCRAPPED', /报废|已处置|注销|淘汰|报失|丢失|遗失|盘亏|拆除|已核销|退役|scrapped|disposed|retired|written off|lost|decommissioned/],
  ['UNDER_REPAIR', /(?<!已|已经|完成)(?:维修|修理|检修)|故障|损坏|毁损|损毁|待修|送修|保养|维护|停用维|坏|带病|半完好|repair|maintenance|broken|faulty|out of order|damaged/],
  ['LENT_OUT', /外借|借出|出借|借用|出租|租出|租借|校外使用|外派|借调|挂职|进修|访学|请假|病假|产假|lent|loan|on loan|leased out|rented|on leave/],
  ['IDLE', /闲置|停用|封存|备用|库存|在库|空闲|idle|unused|spare|in stock|standby|stored|inactive/],
  ['IN_USE', /在用|使用|正常|完好|良好|启用|可用|运行|运转|在岗|在职|开放|投用|合格|正在用|在编|在聘|有效|修复|已(?:经)?(?:维修|修理|检修)|in use|in service|active|normal|good|working|\bok\b|available|operational|open/],
];

/** 不能正常使用 and 无法开机 say that it does not work, 未使用 and 不在用 that nobody needs it: read before the words that they hold. */
const DOES_NOT_WORK = /(?:不能|无法|不可|没法)(?:正常|再|继续)?(?:使?用|运行|运转|工作|开机|启动)|(?:不|未|非)(?:正常|完好|合格|良好)|not (?:working|operational|available|ok|functional)|out of (?:service|use)|unavailable/;
const IS_NOT_USED = /(?:不|未|没有?|暂不|暂未|尚未|停止)(?:再)?(?:在用|使用|启用|开放|投用|投入使用|运行|用)|not (?:in use|used|in service|active)/;

/** 在用, 闲置, 维修, 外借, 待报废, 报废 and what else people call them. Null when the word is unknown. */
export function parseState(text: string): ResourceState | null {
  const value = plain(text).toLowerCase();
  if (value.length > 30) return null;
  // the columns 是否在用 and 是否在岗 know only yes and no
  if (/^(?:是|√|✓|yes|y)$/.test(value)) return 'IN_USE';
  if (/^(?:否|×|✗|no|n)$/.test(value)) return 'IDLE';
  const gone = STATES.slice(0, 2).find(([, pattern]) => pattern.test(value))?.[0];
  if (gone) return gone;
  if (DOES_NOT_WORK.test(value)) return 'UNDER_REPAIR';
  if (IS_NOT_USED.test(value)) return 'IDLE';
  return STATES.find(([, pattern]) => pattern.test(value))?.[0] ?? null;
}

/** Who has left is nobody's resource any more: 离职, 退休, 调离. */
export function hasLeft(text: string): boolean {
  return /离职|退休|调离|调出|辞职|解聘|离岗|开除|去世|病故|退出|retired|resigned|has left|left\b|former/i.test(plain(text));
}

/** 双师型级别: 初级, 中级, 高级; null when the person is none; undefined when the word is unknown. */
export function parseDualQualified(text: string): string | null | undefined {
  const value = plain(text).toLowerCase();
  if (/^(?:否|不是|非|没有|无|no|n|×|x|false|0|未认定)/.test(value)) return null;
  if (/高级|senior|advanced/.test(value)) return '高级';
  if (/中级|intermediate/.test(value)) return '中级';
  if (/初级|junior|basic/.test(value)) return '初级';
  // registers that know only yes and no say that the person is one, not of which level
  return /^(?:是|有|已认定|yes|y|√|✓|true|1|双师型?|双师型教师)$/.test(value) ? '初级' : undefined;
}

/** 数控编程、工业机器人 -> two subjects. */
export function parseList(text: string): string[] {
  return [...new Set(text.split(/[、,，;；|\n]|\s\/\s|(?<=\p{Script=Han})\/(?=\p{Script=Han})/u).map((part) => part.trim()).filter(Boolean))];
}
