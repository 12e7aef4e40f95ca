import { type Condition, loadPack, type Requirement, type RulePack, type Words } from '../pack.ts';

/** A member as the rules of founding see it; null is "not known". */
export interface FoundingUnit {
  name: string;
  kind: 'SCHOOL' | 'ENTERPRISE' | 'PARK' | 'INSTITUTE' | 'GOVERNMENT' | 'ASSOCIATION';
  /** A university of high level: entitled to give master's or doctor's degrees. */
  givesDegrees: boolean | null;
  /** A vocational school with a training or continuing-education unit of its own. */
  hasTrainingUnit: boolean | null;
}

export type FoundingFacts = {
  kind: 'MUNICIPAL_CONSORTIUM' | 'INDUSTRY_COMMUNITY' | 'PRACTICE_CENTRE' | 'TRAINING_CENTRE';
  leads: FoundingUnit[];
  /** Lead units and council members. */
  council: FoundingUnit[];
  documents: {
    leadingGroup: boolean | null;
    plan: boolean | null;
    structure: boolean | null;
    foundingMeeting: boolean | null;
    charter: boolean | null;
    benefitSharing: boolean | null;
  };
};

const sits = (kind: string, zh: string, en: string): Requirement => ({ id: kind, label: { zh, en }, holds: { atLeast: [{ count: 'council', where: { is: [{ fact: 'kind' }, kind] } }, 1] } });
const leads = (id: string, zh: string, en: string, where: Condition): Requirement => ({ id, label: { zh, en }, holds: { is: [{ count: 'leads', where }, 1] } });
const done = (id: string, zh: string, en: string): Requirement => ({ id, label: { zh, en }, holds: { is: [{ fact: `documents.${id}` }, true] } });
const inputs = (requirements: readonly Requirement[]) => requirements.map(({ id, label }) => ({ path: `documents.${id}`, label }));

const isSchool: Condition = { is: [{ fact: 'kind' }, 'SCHOOL'] };
const COUNCIL: Words = { zh: '理事会单位', en: 'Council members' };
const LEADS: Words = { zh: '牵头单位', en: 'Lead units' };

const GUIDE = {
  document: '行业产教融合共同体建设指南',
  number: '2023年7月发布（文号待核）',
  source: { key: 'S44', address: 'www.wintour.cn/en-us/tourism-education_12.html' },
};

const documents = [
  done('leadingGroup', '领导小组（理事会或董事会）', 'leading group (council or board)'),
  done('plan', '共同商定的建设方案', 'agreed plan'),
  done('structure', '组织架构与职责', 'structure and duties'),
  done('foundingMeeting', '成立大会', 'founding meeting'),
  done('charter', '章程', 'charter'),
  done('benefitSharing', '利益共享机制', 'benefit sharing'),
];

/** What is asked of an alliance or a community when it is founded: ALL-02, ALL-08 and ALL-09 of the catalogue. */
export const founding: RulePack = loadPack({
  id: 'founding',
  version: 1,
  layer: 'NATIONAL',
  title: { zh: '联合体、共同体的成立', en: 'Founding of consortia and communities' },
  since: '2023-01-01',
  rules: [
    {
      id: 'ALL-02',
      version: 1,
      title: { zh: '理事会由政府、企业、学校、科研机构共同组成', en: 'Government, enterprises, schools and research sit in the council' },
      citation: {
        document: '关于开展市域产教联合体建设的通知',
        number: '教职成厅函〔2023〕15号',
        article: null,
        quote: '实体化运作',
        source: { key: 'S43', address: 'www.89505.cn/newsdetail_3221298.html' },
      },
      severity: 'MUST',
      // V~[S43] for the real operation, H for who sits in the council: the lower one counts, so it warns until a person confirms it.
      confidence: 'H',
      confirmed: false,
      appliesWhen: { is: [{ fact: 'kind' }, 'MUNICIPAL_CONSORTIUM'] },
      inputs: [{ path: 'council', label: COUNCIL }],
      requirements: [sits('GOVERNMENT', '政府部门', 'government'), sits('ENTERPRISE', '企业', 'enterprises'), sits('SCHOOL', '学校', 'schools'), sits('INSTITUTE', '科研机构', 'research institutes')],
      message: { zh: '理事会缺少{items}成员', en: 'The council lacks {items}' },
      remedy: { zh: '增加相应类别的单位，并设为理事单位或牵头单位', en: 'Add organisations of these kinds as council members or lead units' },
      approver: null,
    },
    {
      id: 'ALL-08',
      version: 1,
      title: { zh: '牵头单位为一家龙头企业、一所高水平高校、一所职业学校', en: 'One enterprise, one university of high level and one vocational school lead' },
      citation: { ...GUIDE, article: '一（一）', quote: '共同体由一家行业龙头企业牵头组建，联合一所高水平高等学校、一所职业学校牵头建设……有硕士学位、博士学位授予权……设有独立的社会培训机构或继续教育机构' },
      severity: 'MUST',
      confidence: 'V',
      confirmed: false,
      appliesWhen: { is: [{ fact: 'kind' }, 'INDUSTRY_COMMUNITY'] },
      inputs: [{ path: 'leads', label: LEADS }],
      requirements: [
        leads('ENTERPRISE', '一家企业', 'one enterprise', { is: [{ fact: 'kind' }, 'ENTERPRISE'] }),
        leads('UNIVERSITY', '一所有硕士或博士学位授予权的高校', 'one university that gives master’s or doctor’s degrees', { all: [isSchool, { is: [{ fact: 'givesDegrees' }, true] }] }),
        leads('VOCATIONAL_SCHOOL', '一所有独立培训或继续教育机构的职业学校', 'one vocational school with a training unit of its own', { all: [isSchool, { is: [{ fact: 'givesDegrees' }, false] }, { is: [{ fact: 'hasTrainingUnit' }, true] }] }),
        { id: 'NO_OTHERS', label: { zh: '恰好三家', en: 'exactly three' }, holds: { is: [{ count: 'leads' }, 3] } },
      ],
      message: { zh: '牵头单位不符合“1企+1校+1职校”：应有{items}', en: 'The lead units are not one enterprise, one university and one vocational school: {items} needed' },
      remedy: { zh: '调整牵头单位，或补充高校、职业学校的条件', en: 'Change the lead units, or say what the university and the school are' },
      approver: null,
    },
    {
      id: 'ALL-09',
      version: 1,
      title: { zh: '成立文件与治理机制齐备', en: 'The papers and the governance of founding' },
      citation: { ...GUIDE, article: '二（一）', quote: '共同体要建立领导小组（理事会或董事会），商定建设方案，明确组织架构和职责分工，召开成立大会，审议通过共同体章程。要建立规范合理的利益共享机制等' },
      severity: 'MUST',
      confidence: 'V',
      confirmed: false,
      appliesWhen: { is: [{ fact: 'kind' }, 'INDUSTRY_COMMUNITY'] },
      inputs: inputs(documents),
      requirements: documents,
      message: { zh: '缺少{items}', en: 'Missing: {items}' },
      remedy: { zh: '补齐后再开通，或暂不填写、留待补充', en: 'Complete them first, or leave open what is not known yet' },
      approver: null,
    },
  ],
});
