import { describe, expect, it } from '@jest/globals';
import { emptyForm, findingsOf, type FoundingForm, inputOf, newUnit, problemsOf, stepOfField, stepsOf } from './form.ts';

const CODES = ['91430200MA0TE5T088', '124300004000000187', '52430100MJ0000018E'];
const units = [
  { ...newUnit('a', 'LEAD'), name: '示例机车有限公司', kind: 'ENTERPRISE' as const, uscc: CODES[0]! },
  { ...newUnit('b', 'LEAD'), name: '示例理工大学', kind: 'SCHOOL' as const, uscc: CODES[1]!, givesDegrees: 'yes' as const },
  { ...newUnit('c', 'LEAD'), name: '示例轨道职业学院', kind: 'SCHOOL' as const, uscc: CODES[2]!, givesDegrees: 'no' as const, hasTrainingUnit: 'yes' as const },
];
const form = (changes: Partial<FoundingForm> = {}): FoundingForm => ({ ...emptyForm(), name: '轨道交通装备行业产教融合共同体', shortName: '轨道共同体', kind: 'INDUSTRY_COMMUNITY', units, secretary: { name: '周', login: 'zhou', password: 'Gongjian-2026' }, ...changes });
const verdicts = (of: FoundingForm) => Object.fromEntries(findingsOf(of, new Date('2026-11-25T00:00:00Z')).map(({ ruleId, verdict }) => [ruleId, verdict]));

describe('the wizard that founds a consortium', () => {
  it('asks the rules the server asks, while one types', () => {
    expect(verdicts(form())).toEqual({ 'ALL-08': 'PASS', 'ALL-09': 'NOT_ENOUGH_DATA' });
    expect(verdicts(form({ units: units.slice(0, 2) }))).toMatchObject({ 'ALL-08': 'BLOCK' });
    expect(verdicts(form({ units: [units[0]!, units[1]!, { ...units[2]!, kind: '' }] }))).toMatchObject({ 'ALL-08': 'NOT_ENOUGH_DATA' });
    expect(verdicts(form({ kind: 'MUNICIPAL_CONSORTIUM' }))).toEqual({ 'ALL-02': 'WARN' });
    expect(verdicts(form({ kind: 'TRAINING_CENTRE' }))).toEqual({});
  });

  it('asks for papers where a rule asks for them', () => {
    expect(stepsOf(form())).toContain('papers');
    expect(stepsOf(form({ kind: 'PRACTICE_CENTRE' }))).not.toContain('papers');
  });

  it('says what is wrong at its field', () => {
    expect(problemsOf(emptyForm(), 'consortium')).toEqual({ name: 'required', shortName: 'required' });
    expect(problemsOf(form({ units: [...units, { ...units[0]!, key: 'd', name: '厂', kind: '' }] }), 'members')).toEqual({ 'members.2.organisation.name': 'tooShort', 'members.2.organisation.kind': 'required', 'members.2.organisation.uscc': 'twice' });
    expect(problemsOf(form({ secretary: { name: '阿依古丽·买买提', login: 'a b', password: 'weak' } }), 'secretary')).toEqual({ 'secretary.login': 'loginForm', 'secretary.password': 'passwordWeak' });
    for (const step of stepsOf(form())) expect(problemsOf(form(), step)).toEqual({});
  });

  it('hands over what was said, and of lead schools alone what they are', () => {
    const input = inputOf(form({ papers: { ...emptyForm().papers, charter: 'yes', plan: 'no' } }));
    expect(input.leadQualities).toBeNull();
    expect(input.members?.map(({ kind, qualities }) => [kind, qualities])).toEqual([['LEAD', { givesDegrees: true, hasTrainingUnit: null }], ['LEAD', { givesDegrees: false, hasTrainingUnit: true }]]);
    expect(input.documents).toEqual({ leadingGroup: null, plan: false, structure: null, foundingMeeting: null, charter: true, benefitSharing: null });
  });

  it('goes back to the step that the server objects to', () => {
    expect(['name', 'lead.uscc', 'members.3.organisation.name', 'secretary.login', 'documents.charter'].map(stepOfField)).toEqual(['consortium', 'members', 'members', 'secretary', 'papers']);
  });
});
