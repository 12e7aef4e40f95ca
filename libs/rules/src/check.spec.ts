import { describe, expect, it } from '@jest/globals';
import { check, type Facts, founding, type FoundingFacts, type FoundingUnit, loadPack, type Rule, type RulePack } from './index.ts';

const AT = new Date('2026-11-25T02:00:00Z');
const unit = (kind: FoundingUnit['kind'], more: Partial<FoundingUnit> = {}): FoundingUnit => ({ name: `某${kind}`, kind, givesDegrees: null, hasTrainingUnit: null, ...more });
const enterprise = unit('ENTERPRISE');
const university = unit('SCHOOL', { givesDegrees: true });
const vocational = unit('SCHOOL', { givesDegrees: false, hasTrainingUnit: true });
const ALL_DONE = { leadingGroup: true, plan: true, structure: true, foundingMeeting: true, charter: true, benefitSharing: true };
const community = (more: Partial<FoundingFacts> = {}): FoundingFacts => ({ kind: 'INDUSTRY_COMMUNITY', leads: [enterprise, university, vocational], council: [], documents: ALL_DONE, ...more });
const alliance = (council: FoundingUnit[]): FoundingFacts => ({ kind: 'MUNICIPAL_CONSORTIUM', leads: [], council, documents: ALL_DONE });
const found = (ruleId: string, facts: Facts) => check([founding], facts, AT).find((each) => each.ruleId === ruleId);
const unmet = (ruleId: string, facts: Facts) => found(ruleId, facts)!.requirements.filter(({ met }) => met !== true).map(({ id }) => id);

describe('ALL-02, the council of a municipal consortium', () => {
  const full = [unit('GOVERNMENT'), unit('ENTERPRISE'), unit('SCHOOL'), unit('INSTITUTE')];

  it('holds with one of each of the four kinds, which is the least', () => {
    expect(found('ALL-02', alliance(full))).toMatchObject({ verdict: 'PASS', remedy: null });
    expect(found('ALL-02', alliance([...full, ...full, unit('PARK')]))).toMatchObject({ verdict: 'PASS' });
  });

  it('is broken when one kind is missing, and names it; it warns as long as nobody has confirmed the text', () => {
    expect(found('ALL-02', alliance(full.slice(0, 3)))).toMatchObject({ verdict: 'WARN', message: { zh: '理事会缺少科研机构成员' }, severity: 'MUST', confidence: 'H' });
    expect(unmet('ALL-02', alliance([]))).toEqual(['GOVERNMENT', 'ENTERPRISE', 'SCHOOL', 'INSTITUTE']);
  });

  it('cannot be told where the members or their kinds are not known', () => {
    expect(found('ALL-02', { kind: 'MUNICIPAL_CONSORTIUM' })).toMatchObject({ verdict: 'NOT_ENOUGH_DATA' });
    expect(unmet('ALL-02', { kind: 'MUNICIPAL_CONSORTIUM', council: [...full.slice(0, 3), { name: '某单位', kind: null }] })).toEqual(['INSTITUTE']);
    expect(found('ALL-02', { kind: 'MUNICIPAL_CONSORTIUM', council: [...full.slice(0, 3), { name: '某单位', kind: null }] })).toMatchObject({ verdict: 'NOT_ENOUGH_DATA' });
  });

  it('is not asked of other kinds', () => expect(found('ALL-02', community())).toBeUndefined());
});

describe('ALL-08, who leads an industry community', () => {
  it('holds with one enterprise, one university and one vocational school', () => {
    expect(found('ALL-08', community())).toMatchObject({ verdict: 'PASS' });
  });

  it.each([
    ['no enterprise', [university, vocational], ['ENTERPRISE', 'NO_OTHERS']],
    ['two enterprises', [enterprise, enterprise, university, vocational], ['ENTERPRISE', 'NO_OTHERS']],
    ['no university', [enterprise, vocational, vocational], ['UNIVERSITY', 'VOCATIONAL_SCHOOL']],
    ['a school without a training unit', [enterprise, university, { ...vocational, hasTrainingUnit: false }], ['VOCATIONAL_SCHOOL']],
    ['a fourth unit of another kind', [enterprise, university, vocational, unit('ASSOCIATION')], ['NO_OTHERS']],
    ['nobody', [], ['ENTERPRISE', 'UNIVERSITY', 'VOCATIONAL_SCHOOL', 'NO_OTHERS']],
  ])('blocks with %s', (_, leads, missing) => {
    expect(found('ALL-08', community({ leads }))).toMatchObject({ verdict: 'BLOCK', approver: null });
    expect(unmet('ALL-08', community({ leads }))).toEqual(missing);
  });

  it('cannot be told where nobody said what the schools are', () => {
    const leads = [enterprise, unit('SCHOOL'), vocational];
    expect(found('ALL-08', community({ leads }))).toMatchObject({ verdict: 'NOT_ENOUGH_DATA', message: { zh: '资料不足，尚不能判断：一所有硕士或博士学位授予权的高校、一所有独立培训或继续教育机构的职业学校' } });
    // Whatever the second one is, there are too many.
    expect(found('ALL-08', community({ leads: [...leads, enterprise] }))).toMatchObject({ verdict: 'BLOCK' });
  });
});

describe('ALL-09, the papers of an industry community', () => {
  it('holds when there are all six', () => expect(found('ALL-09', community())).toMatchObject({ verdict: 'PASS' }));

  it.each(Object.keys(ALL_DONE))('blocks without %s, and cannot be told while that is unknown', (key) => {
    expect(found('ALL-09', community({ documents: { ...ALL_DONE, [key]: false } }))).toMatchObject({ verdict: 'BLOCK' });
    expect(found('ALL-09', community({ documents: { ...ALL_DONE, [key]: null } }))).toMatchObject({ verdict: 'NOT_ENOUGH_DATA' });
  });

  it('names what is missing', () => {
    expect(found('ALL-09', community({ documents: { ...ALL_DONE, charter: false, benefitSharing: false } }))!.message).toEqual({ zh: '缺少章程、利益共享机制', en: 'Missing: charter, benefit sharing' });
  });
});

describe('a finding', () => {
  it('carries all that it takes to understand it', () => {
    expect(found('ALL-08', community({ leads: [enterprise] }))).toEqual({
      ruleId: 'ALL-08',
      ruleVersion: 1,
      packId: 'founding',
      packVersion: 1,
      layer: 'NATIONAL',
      title: expect.anything(),
      citation: expect.objectContaining({ document: '行业产教融合共同体建设指南', article: '一（一）', source: { key: 'S44', address: expect.any(String) } }),
      severity: 'MUST',
      confidence: 'V',
      verdict: 'BLOCK',
      message: { zh: expect.stringContaining('1企+1校+1职校'), en: expect.any(String) },
      inputs: [{ path: 'leads', label: { zh: '牵头单位', en: 'Lead units' }, value: [enterprise] }],
      requirements: expect.arrayContaining([{ id: 'NO_OTHERS', label: expect.anything(), met: false, computed: '1', threshold: '3' }]),
      remedy: expect.anything(),
      approver: null,
      override: null,
      checkedAt: '2026-11-25T02:00:00.000Z',
    });
  });
});

/** A rule of one requirement: at most 15 interns. */
const ratio = (changes: Partial<Rule> = {}): RulePack => {
  const { citation } = founding.rules[0]!;
  const words = { zh: '超过上限：{items}', en: 'Over the limit: {items}' };
  const rule: Rule = {
    id: 'TEST-1', version: 3, title: words, citation, severity: 'SHOULD_R', confidence: 'V~', confirmed: false,
    inputs: [{ path: 'interns', label: words }], requirements: [{ id: 'limit', label: { zh: '人数', en: 'number' }, holds: { atMost: [{ fact: 'interns' }, { fact: 'host.limit' }] } }],
    message: words, remedy: words, approver: { zh: '实习主管', en: 'head of internships' }, ...changes,
  };
  return { id: 'test', version: 1, layer: 'LOCAL', title: words, since: '2026-01-01', rules: [rule] };
};
const verdict = (pack: RulePack, facts: object, overrides?: Parameters<typeof check>[3]) => check([pack], facts as Facts, AT, overrides)[0]?.verdict;
const over = { interns: 16, host: { limit: 15 } };

describe('the severity of a finding', () => {
  it.each([
    ['MUST', 'V', false, 'BLOCK'], ['MUST', 'V~', false, 'WARN'], ['MUST', 'V~', true, 'BLOCK'], ['MUST', 'H', false, 'WARN'], ['MUST', 'H', true, 'BLOCK'],
    ['MUST', 'M', true, 'WARN'], ['MUST_F', 'V', false, 'BLOCK'], ['SHOULD_R', 'V', true, 'WARN'], ['INFO', 'V', true, 'WARN'],
  ] as const)('of %s read with confidence %s, confirmed %s, is %s', (severity, confidence, confirmed, expected) => {
    expect(verdict(ratio({ severity, confidence, confirmed }), over)).toBe(expected);
  });

  it('of what is known by hearsay is nothing', () => expect(verdict(ratio({ confidence: 'L' }), over)).toBeUndefined());

  it('turns at the limit and not before', () => {
    expect(verdict(ratio(), { ...over, interns: 15 })).toBe('PASS');
    expect(verdict(ratio(), over)).toBe('WARN');
    expect(verdict(ratio(), { interns: 1, host: {} })).toBe('NOT_ENOUGH_DATA');
    expect(verdict(ratio(), { host: { limit: 15 } })).toBe('NOT_ENOUGH_DATA');
  });

  it('is lifted by a filing only where the text allows filings, and only while it lasts', () => {
    const filing = { ruleId: 'TEST-1', reason: '备案〔2026〕7号', approvedBy: '市教育局', until: '2026-11-25' };
    expect(verdict(ratio({ severity: 'MUST_F', confidence: 'V' }), over, [filing])).toBe('EXEMPT');
    expect(verdict(ratio({ severity: 'MUST_F', confidence: 'V' }), over, [{ ...filing, until: '2026-11-24' }])).toBe('BLOCK');
    expect(verdict(ratio({ severity: 'MUST', confidence: 'V' }), over, [filing])).toBe('BLOCK');
    const [reasoned] = check([ratio()], over, AT, [filing]);
    expect(reasoned).toMatchObject({ verdict: 'WARN', override: filing });
  });

  it('is not spoken of before the pack counts', () => expect(verdict({ ...ratio(), since: '2026-11-26' }, over)).toBeUndefined());
});

describe('loading a pack', () => {
  const plain = () => JSON.parse(JSON.stringify(founding)) as { rules: Record<string, any>[] } & Record<string, any>;

  it('takes it as data', () => expect(loadPack(plain())).toEqual(founding));

  it.each(['document', 'number', 'quote', 'source'])('refuses a rule whose citation has no %s', (key) => {
    const pack = plain();
    delete pack.rules[1]!.citation[key];
    expect(() => loadPack(pack)).toThrow('ALL-08: without a citation');
  });

  it('names all that is wrong at once', () => {
    const pack = plain();
    pack['layer'] = 'GALACTIC';
    pack.rules[0]!.severity = 'PERHAPS';
    pack.rules[0]!.message = { zh: '只有中文' };
    pack.rules[2]!.id = 'ALL-08';
    pack.rules[2]!.requirements = [];
    expect(() => loadPack(pack)).toThrow(/layer.*\nALL-02: severity.*\nALL-02: message.*\nALL-08: there are two of it\nALL-08: it requires nothing/s);
  });

  it.each([null, {}, [], 'pack'])('refuses %p', (data) => expect(() => loadPack(data)).toThrow('The rule pack does not load'));
});
