import { type Condition, loadPack, type RulePack } from '../pack.ts';

/** One clause as the rules of agreements see it. */
export interface AgreementClause {
  kind: 'RESOURCE_USE' | 'EXCHANGE' | 'PROGRAMME' | 'INTERNS' | 'DATA';
  /** Of data: what both who handle it owe each other. */
  duties: string | null;
}

export type AgreementFacts = {
  /** Whole months from the first to the last day. */
  months: number;
  clauses: AgreementClause[];
};

const some = (kind: string): Condition => ({ atLeast: [{ count: 'clauses', where: { is: [{ fact: 'kind' }, kind] } }, 1] });
const TERM = { path: 'months', label: { zh: '有效期（月）', en: 'Term in months' } };
const CLAUSES = { path: 'clauses', label: { zh: '条款', en: 'Clauses' } };

/** What is asked of an agreement before it is signed: ALL-20, INT-51 and DAT-11 of the catalogue. */
export const agreement: RulePack = loadPack({
  id: 'agreement',
  version: 1,
  layer: 'NATIONAL',
  title: { zh: '合作协议', en: 'Cooperation agreements' },
  since: '2022-05-01',
  rules: [
    {
      id: 'ALL-20',
      version: 1,
      title: { zh: '协议明确双方权利义务', en: 'An agreement says what both owe each other' },
      citation: { document: '中华人民共和国职业教育法', number: '2022年主席令第一一二号', article: '第四十条', quote: '应当签订协议，明确双方权利义务', source: { key: 'L', address: 'flk.npc.gov.cn' } },
      severity: 'MUST',
      confidence: 'V',
      confirmed: false,
      inputs: [CLAUSES],
      requirements: [{ id: 'CLAUSE', label: { zh: '至少一项条款', en: 'at least one clause' }, holds: { atLeast: [{ count: 'clauses' }, 1] } }],
      message: { zh: '协议没有约定任何权利义务：应有{items}', en: 'The agreement says nothing that anybody owes: {items} needed' },
      remedy: { zh: '增加条款后再签署', en: 'Add clauses before you sign' },
      approver: null,
    },
    {
      id: 'INT-51',
      version: 1,
      title: { zh: '接收实习生的合作期限不低于三年', en: 'Where interns are taken, the term is at least three years' },
      citation: { document: '职业学校校企合作促进办法', number: '教职成〔2018〕1号', article: null, quote: '不低于3年', source: { key: 'S49', address: 'zjhxele.com/yxxw/37.html' } },
      severity: 'SHOULD_R',
      confidence: 'H',
      confirmed: false,
      appliesWhen: some('INTERNS'),
      inputs: [TERM],
      requirements: [{ id: 'THREE_YEARS', label: { zh: '三年', en: 'three years' }, holds: { atLeast: [{ fact: 'months' }, 36] } }],
      message: { zh: '接收实习生的校企合作协议期限不足{items}', en: 'An agreement with a clause on interns runs for less than {items}' },
      remedy: { zh: '把有效期延长到三年以上，或说明理由', en: 'Let it run for three years or more, or say why not' },
      approver: { zh: '学校分管校企合作的负责人', en: 'the head of cooperation of the school' },
    },
    {
      id: 'DAT-11',
      version: 1,
      title: { zh: '共同处理个人信息须约定各自权利义务', en: 'Who handles personal data together agrees on rights and duties' },
      citation: { document: '中华人民共和国个人信息保护法', number: '2021年主席令第九十一号', article: '第二十条', quote: '应当约定各自的权利和义务', source: { key: 'L', address: 'flk.npc.gov.cn' } },
      severity: 'MUST',
      confidence: 'V',
      confirmed: false,
      appliesWhen: some('DATA'),
      inputs: [CLAUSES],
      requirements: [{ id: 'DUTIES', label: { zh: '各自的权利义务', en: 'rights and duties' }, holds: { is: [{ count: 'clauses', where: { all: [{ is: [{ fact: 'kind' }, 'DATA'] }, { is: [{ fact: 'duties' }, ''] }] } }, 0] } }],
      message: { zh: '数据共享条款没有约定{items}', en: 'A clause on data does not say {items}' },
      remedy: { zh: '在条款中写明各自的权利和义务', en: 'Say them in the clause' },
      approver: null,
    },
  ],
});
