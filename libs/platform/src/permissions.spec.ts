import { describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type Actor, systemActor } from './actor.ts';
import { abilityOf, definePermissions, permittedRows } from './permissions.ts';

class Thing {
  static relations = { parts: { entity: () => Part, foreignKey: 'thingId' } };
  constructor(readonly fields: object) {
    Object.assign(this, fields);
  }
}
class Part {}

const column = (property: string) => ({ databaseName: property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) });
const dataSource = {
  getMetadata: (entity: { name: string }) => ({ schema: 'test', tableName: entity.name.toLowerCase(), findColumnWithPropertyName: (property: string) => (property === 'nothing' ? undefined : column(property)) }),
} as unknown as DataSource;

const actor: Actor = { ...systemActor('00000000-0000-7000-8000-000000000001'), sessionId: 'test', organisationId: 'mine' };
const rows = (conditions?: object) => {
  const ability = abilityOf(actor, [definePermissions((allow) => allow('read', Thing as never, conditions as never))], []);
  return { ability, sql: () => permittedRows(ability, 'read', Thing as never, dataSource).render() };
};

describe('permissions as SQL', () => {
  test('what is not allowed is no row at all', () => {
    const ability = abilityOf(actor, [], []);
    expect(permittedRows(ability, 'read', Thing as never, dataSource).render().text).toBe('false');
  });

  test('what is allowed without condition is every row', () => {
    expect(rows().sql().text).toBe('true');
  });

  test('equality, $in and NULL say the same as the decision', () => {
    const { ability, sql } = rows({ ownerId: 'mine', state: { $in: ['A', null] }, endedAt: null });
    expect(sql()).toEqual({ text: `(("t"."owner_id" = $1 and ("t"."state" is null or "t"."state" = any($2)) and "t"."ended_at" is null))`, values: ['mine', ['A']] });
    const may = (fields: object) => ability.can('read', new Thing(fields) as never);
    expect(may({ ownerId: 'mine', state: 'A', endedAt: null })).toBe(true);
    expect(may({ ownerId: 'mine', state: null, endedAt: null })).toBe(true);
    expect(may({ ownerId: 'mine', state: 'B', endedAt: null })).toBe(false);
    expect(may({ ownerId: 'theirs', state: 'A', endedAt: null })).toBe(false);
  });

  test('a relation becomes EXISTS within the same consortium', () => {
    const { text, values } = rows({ parts: { $elemMatch: { ownerId: 'mine' } } }).sql();
    expect(text).toContain('exists (select 1 from "test"."part" r where r.tenant_id = "t"."tenant_id" and "r"."thing_id" = "t"."id" and ("r"."owner_id" = $1))');
    expect(values).toEqual(['mine']);
  });

  test.each([[{ nothing: 1 }], [{ ownerId: { $gt: 1 } }], [{ others: { $elemMatch: { ownerId: 'mine' } } }]])('a condition that cannot be said in SQL is refused, not left out: %j', (conditions) => {
    expect(() => rows(conditions).sql()).toThrow();
  });
});
