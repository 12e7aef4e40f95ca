import { describe, expect, it } from '@jest/globals';
import { Plan, type PlanSettings, type Stored } from './import.plan.ts';
import type { Register } from './register.types.ts';

const OWNER = 'owner';
const settings = (register: Register, changes: Partial<PlanSettings> = {}): PlanSettings => ({
  register,
  ownerId: OWNER,
  anyOwner: true,
  codesAreKeys: true,
  members: [{ id: 'heavy', name: '示例重工集团有限公司', shortName: '示例重工', uscc: '91430200MA0TE5T088' }],
  columnOf: () => 0,
  fingerprint: (text) => `#${text}`,
  ...changes,
});

const stored = (id: string, values: Partial<Stored>): Stored => ({
  id, ownerId: OWNER, name: '车床', code: null, model: null, manufacturer: null, category: null, place: null, capacity: null, department: null, keeper: null, state: 'IN_USE',
  openingHours: [], unitPrice: null, purchasedOn: null, fundingSource: null, note: null, profession: null, identityHash: null, idNumber: null, phone: null, ...values,
});

describe('comparing a register with what is stored', () => {
  it('makes one resource of each unit, and finds each again', () => {
    const first = new Plan(settings('EQUIPMENT'), []).row({ name: '车床', code: 'A1' }, 3);
    expect(first).toMatchObject({ state: 'NEW', counts: { created: 3 } });
    expect(first.targets.map((target) => 'create' in target && target.create.code)).toEqual(['A1', 'A1-02', 'A1-03']);
    const known = ['A1', 'A1-02', 'A1-03'].map((code) => stored(code, { code }));
    expect(new Plan(settings('EQUIPMENT'), known).row({ name: '车床', code: 'a1' }, 3)).toMatchObject({ state: 'CHANGED' });
    expect(new Plan(settings('EQUIPMENT'), known).row({ name: '车床', code: 'A1' }, 3)).toMatchObject({ state: 'UNCHANGED', targets: [] });
  });

  it('says what changes, and leaves alone what the line does not speak of', () => {
    const known = [stored('1', { code: 'A1', keeper: '王伟', note: '手工备注', state: 'IDLE' })];
    const row = new Plan(settings('EQUIPMENT'), known).row({ name: '数控车床', code: 'A1', state: 'UNDER_REPAIR' }, 1);
    expect(row.changes).toEqual([{ field: 'name', before: '车床', after: '数控车床' }, { field: 'state', before: 'IDLE', after: 'UNDER_REPAIR' }]);
    expect(row.targets).toEqual([{ update: '1', values: { name: '数控车床', state: 'UNDER_REPAIR' } }]);
  });

  it('tells machines without a number by name, model and place, in their order', () => {
    const known = [stored('1', { model: 'C6' }), stored('2', { model: 'C6' })];
    const plan = new Plan(settings('EQUIPMENT'), known);
    const line = { name: '车床', model: 'C6' };
    expect([plan.row(line, 1), plan.row(line, 1), plan.row(line, 1)].map(({ state }) => state)).toEqual(['UNCHANGED', 'UNCHANGED', 'NEW']);
  });

  it('tells rooms by name and place where the number is only the room', () => {
    const known = [stored('1', { name: '甲室', code: '101', place: '东 101' }), stored('2', { name: '乙室', code: '101', place: '西 101' })];
    const plan = new Plan(settings('VENUES', { codesAreKeys: false }), known);
    expect(plan.row({ name: '乙室', code: '101', place: '西 101', capacity: 40 }, 1).targets).toMatchObject([{ update: '2' }]);
  });

  it('knows people by number, paper and telephone; by name alone only when nothing speaks against it', () => {
    const plan = (known: Stored[]) => new Plan(settings('ENGINEERS'), known);
    expect(plan([stored('1', { name: '甲', identityHash: '#X', idNumber: 'X' })]).row({ name: '甲某', idNumber: 'X' }, 1).changes).toEqual([{ field: 'name', before: '甲', after: '甲某' }]);
    expect(plan([stored('1', { name: '甲', phone: '1' })]).row({ name: '甲', phone: '2' }, 1).state).toBe('CHANGED');
    expect(plan([stored('1', { name: '甲', phone: '1' }), stored('2', { name: '甲', phone: '3' })]).row({ name: '甲', phone: '2' }, 1).state).toBe('NEW');
    expect(plan([stored('1', { name: '甲', identityHash: '#X', idNumber: 'X' })]).row({ name: '甲', idNumber: 'Y' }, 1).state).toBe('NEW');
  });

  it('gives engineers to the enterprise of the line, if it is a member and the person may', () => {
    const line = { name: '甲', uscc: '91430200MA0TE5T088', organisation: '重工' };
    expect(new Plan(settings('ENGINEERS'), []).row(line, 1)).toMatchObject({ state: 'NEW', targets: [{ ownerId: 'heavy' }], problems: [{ code: 'ORGANISATION_NAME_DIFFERS', warning: true }] });
    expect(new Plan(settings('ENGINEERS', { anyOwner: false }), []).row(line, 1)).toMatchObject({ state: 'BAD', problems: [{ code: 'ORGANISATION_NOT_YOURS' }] });
    expect(new Plan(settings('ENGINEERS'), []).row({ name: '甲', organisation: '别处' }, 1)).toMatchObject({ state: 'BAD', problems: [{ code: 'ORGANISATION_NOT_MEMBER' }] });
    expect(new Plan(settings('ENGINEERS'), []).row({ name: '甲' }, 1)).toMatchObject({ targets: [{ ownerId: OWNER }] });
  });
});
