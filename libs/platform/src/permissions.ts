import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { DataSource } from 'typeorm';
import { type Actor, isSystem } from './actor.ts';
import type { EntityClass } from './entity.ts';
import { isLeft } from './narrowing.ts';
import type { KeyRules } from './keys/scopes.ts';
import { all, any, name, raw, type Sql, sql } from './sql.ts';

export type Action = 'read' | 'create' | 'update' | 'cancel' | 'decide' | 'block' | 'reveal' | 'export' | 'import' | 'grant' | 'book' | 'separate' | 'secure' | 'handOver';

type Scalar = string | number | boolean | null;
type Equals = Scalar | { $in: readonly Scalar[] };
/** Equality, $in, and the same on one to-many relation. Nothing else, so that decision and SQL cannot disagree. */
export type Conditions = Record<string, Equals | { $elemMatch: Record<string, Equals> }>;

export type Allow = (actions: Action | readonly Action[], subject: EntityClass, conditions?: Conditions) => void;
export type Permissions = (allow: Allow, actor: Actor) => void;
export type Ability = MongoAbility<[Action, object]>;

/** One feature's permissions: sentences that can be read aloud. */
export function definePermissions(define: Permissions): Permissions {
  return define;
}

/** Rules only ever allow. What the consortium's own jobs do was permitted when it was ordered. A key's scopes leave some of it, and so does an organisation that has narrowed a role. */
export function abilityOf(actor: Actor, definitions: readonly Permissions[], entities: readonly EntityClass[], keys?: KeyRules): Ability {
  const builder = new AbilityBuilder<Ability>(createMongoAbility);
  const { key, narrowed } = actor;
  const grant = (denied: Parameters<typeof isLeft>[0]): Allow => (actions, subject, conditions) => {
    const allowed = ([actions].flat() as Action[]).filter((action) => (!key || keys?.may(key.scopes, action, subject)) && isLeft(denied, action, subject));
    if (allowed.length > 0) (builder.can as unknown as (actions: Action[], subject: EntityClass, conditions?: Conditions) => void)(allowed, subject, conditions);
  };
  if (isSystem(actor)) for (const entity of entities) grant(undefined)(SYSTEM_ACTIONS, entity);
  else if (!narrowed) for (const define of definitions) define(grant(undefined), actor);
  // Where roles were narrowed each gives what is left of it.
  else for (const role of actor.roles) for (const define of definitions) define(grant(narrowed[role]), { ...actor, roles: [role] });
  return builder.build({ detectSubjectType: (subject) => subject.constructor as never });
}

const SYSTEM_ACTIONS: readonly Action[] = ['read', 'create', 'update', 'cancel', 'handOver'];

/** The rows of `entity` (as table `t`) on which the actor may do `action`, as a condition. */
export function permittedRows(ability: Ability, action: Action, entity: EntityClass, dataSource: DataSource): Sql {
  const rules = permittedByRule(ability, action, entity, dataSource);
  return rules[0] === EVERY_ROW ? EVERY_ROW : any(rules);
}

const EVERY_ROW = raw('true');

/** The same as conditions of which one has to hold. */
export function permittedByRule(ability: Ability, action: Action, entity: EntityClass, dataSource: DataSource): Sql[] {
  const rules = ability.rulesFor(action, entity as never);
  if (rules.some((rule) => rule.inverted)) throw new Error(`${entity.name}: permissions only allow`);
  if (rules.some((rule) => !rule.conditions)) return [EVERY_ROW];
  return rules.map((rule) => conditionSql(rule.conditions as Conditions, entity, 't', dataSource));
}

function conditionSql(conditions: Conditions, entity: EntityClass, alias: string, dataSource: DataSource): Sql {
  return all(
    Object.entries(conditions).map(([field, value]) => {
      if (value !== null && typeof value === 'object' && '$elemMatch' in value) return existsSql(field, value.$elemMatch, entity, alias, dataSource);
      return equalsSql(name(alias, columnOf(entity, field, dataSource)), value, `${entity.name}.${field}`);
    }),
  );
}

function existsSql(relation: string, conditions: Record<string, Equals>, entity: EntityClass, alias: string, dataSource: DataSource): Sql {
  const declared = entity.relations?.[relation];
  if (!declared) throw new Error(`${entity.name}.${relation} is not a declared relation`);
  const target = declared.entity();
  const { schema, tableName } = dataSource.getMetadata(target);
  const key = name('r', columnOf(target, declared.foreignKey, dataSource));
  return sql`exists (select 1 from ${name(schema ?? 'public', tableName)} r where r.tenant_id = ${name(alias, 'tenant_id')} and ${key} = ${name(alias, 'id')} and ${conditionSql(conditions, target, 'r', dataSource)})`;
}

/** No rule negates, so a comparison with NULL that is not true is as good as false, and indexes stay usable. */
function equalsSql(column: Sql, value: Equals, where: string): Sql {
  if (value === null) return sql`${column} is null`;
  if (typeof value !== 'object') return sql`${column} = ${value}`;
  const extra = Object.keys(value).filter((operator) => operator !== '$in');
  if (extra.length > 0) throw new Error(`${where}: only equality and $in, not ${extra.join()}`);
  const choices = value.$in.filter((choice) => choice !== null);
  const among = sql`${column} = any(${choices})`;
  return value.$in.length === choices.length ? among : sql`(${column} is null or ${among})`;
}

function columnOf(entity: EntityClass, property: string, dataSource: DataSource): string {
  const column = dataSource.getMetadata(entity).findColumnWithPropertyName(property);
  if (!column) throw new Error(`${entity.name}.${property} is not a column`);
  return column.databaseName;
}
