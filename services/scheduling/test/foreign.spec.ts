import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import { buildClientSchema, getIntrospectionQuery, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField, isUnionType } from 'graphql';
import { at, Park } from './kit.ts';

/** Ids of one consortium, by the name of the argument that takes them. */
type Ids = Record<string, string>;

interface Ask {
  query: string;
  /** Where the id in question stands, such as input.resourceIds. */
  place: string;
  variables: (id: string) => Record<string, unknown>;
}

let here: Park;
let own: Ids;
let foreign: string[];
let schema: GraphQLSchema;

const one = async (who: Client, query: string, variables: object = {}) => Object.values((await who.run<Record<string, { id: string }>>(query, variables)))[0]!.id;

/** Something of everything that has an id. */
async function furnish(park: Park): Promise<Ids> {
  const { administrator, consortium } = park;
  const [resource, other] = (await park.resources(2)) as [string, string];
  const booking = (await park.book([resource])).id;
  const maintenance = await one(administrator, 'mutation ($input: CreateMaintenanceInput!) { createMaintenance(input: $input) { ... on Maintenance { id } } }', { input: { resourceId: other, startsAt: at(20, 9), endsAt: at(20, 10), reason: '保养' } });
  const member = (await consortium.member()).id;
  const { organisation } = await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: member });
  const { person } = await consortium.secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id } } }', { id: administrator.personId });
  const form = new FormData();
  form.append('file', new Blob(['设备名称,数量\n车床,1\n']), 'a.csv');
  const file = ((await (await consortium.secretary.fetch('/files', { method: 'POST', body: form })).json()) as { id: string }).id;
  const { startImport } = await consortium.secretary.run('mutation ($input: StartImportInput!) { startImport(input: $input) { id } }', { input: { fileId: file, ownerId: park.leadId } });
  return { resource, booking, maintenance, member, membership: organisation.membership.id, person: administrator.personId, grant: person.roleGrants[0].id, file, import: startImport.id, lead: park.leadId, consortium: consortium.id };
}

/** What stands where another id than the one in question is needed. */
const OWN: Record<string, string> = { organisationId: 'lead', organisationIds: 'lead', ownerId: 'lead', ownerIds: 'lead', personId: 'person', resourceId: 'resource', resourceIds: 'resource', ids: 'resource', bookingId: 'booking', fileId: 'file', photoFileId: 'file' };

const VALUES: Record<string, unknown> = { Int: 1, Float: 1, Boolean: false, String: '甲乙', DateTime: at(3, 9), Date: '2026-11-25', JSON: {} };
const LATER = /^(endsAt|until)$/;

/** A value of a type with the id in one place; `place` null for the plainest one. */
function valueOf(type: GraphQLInputType, name: string, place: string[] | null, id: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name, place, id);
  if (isListType(type)) return [valueOf(type.ofType, name, place, id)];
  if (isInputObjectType(type)) {
    const [next, ...rest] = place ?? [];
    return Object.fromEntries(Object.values(type.getFields()).filter((field) => field.name === next || isRequiredInputField(field)).map((field) => [field.name, valueOf(field.type, field.name, field.name === next ? rest : null, id)]));
  }
  if (type.name === 'ID') return place ? id : (own[OWN[name] ?? ''] ?? randomUUID());
  if (isEnumType(type)) return type.getValues()[0]!.value;
  return LATER.test(name) && type.name === 'DateTime' ? at(3, 10) : VALUES[type.name];
}

/** Every place in an argument that takes an id. */
function places(field: GraphQLArgument | GraphQLInputField, seen: readonly string[] = []): string[][] {
  let type: GraphQLInputType = field.type;
  while (isNonNullType(type) || isListType(type)) type = type.ofType as GraphQLInputType;
  if (isInputObjectType(type)) return seen.includes(type.name) ? [] : Object.values(type.getFields()).flatMap((inner) => places(inner, [...seen, (type as { name: string }).name]).map((path) => [field.name, ...path]));
  return type.name === 'ID' ? [[field.name]] : [];
}

function selection(field: GraphQLField<unknown, unknown>): string {
  let type: unknown = field.type;
  while (isNonNullType(type) || isListType(type)) type = type.ofType;
  if (isLeafType(type)) return '';
  if (isUnionType(type)) return '{ __typename }';
  const fields = (type as { getFields(): Record<string, unknown> }).getFields();
  return 'id' in fields ? '{ __typename id }' : 'totalCount' in fields ? '{ totalCount }' : '{ __typename }';
}

function asksOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): Ask[] {
  return field.args.flatMap((argument) => places(argument).map((path): Ask => {
    const used = field.args.filter((other) => other === argument || isRequiredArgument(other));
    const query = `${kind} (${used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')}) { ${field.name}(${used.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) ${selection(field)} }`;
    const variables = (id: string) => Object.fromEntries(used.map((arg) => [arg.name, valueOf(arg.type, arg.name, arg === argument ? path.slice(1) : null, id)]));
    return { query, place: `${field.name} ${path.join('.')}`, variables };
  }));
}

beforeAll(async () => {
  const there = await Park.open();
  here = await Park.open();
  [own, foreign] = [await furnish(here), Object.values(await furnish(there))];
  schema = buildClientSchema((await here.consortium.secretary.run(getIntrospectionQuery())) as never);
}, 120_000);

describe('an id of another consortium', () => {
  test('is answered like one that nobody has, wherever the schema takes an id: same status, code, words and data', async () => {
    const asks = [...Object.values(schema.getQueryType()!.getFields()).flatMap((field) => asksOf('query', field)), ...Object.values(schema.getMutationType()!.getFields()).flatMap((field) => asksOf('mutation', field))];
    expect(asks.length).toBeGreaterThan(25);
    const actors = [here.consortium.secretary, here.administrator, await here.consortium.person(['RESOURCE_KEEPER'])];
    const leaks: string[] = [];
    let answers = 0;
    for (const { query, place, variables } of asks) {
      // One place after the other, for what a mutation changes; there all of them together.
      await Promise.all(actors.map(async (actor) => {
        const told = async (id: string) => JSON.stringify(await actor.try(query, variables(id))).replaceAll(id, 'ID').replaceAll(/"requestId":"[^"]+"/g, '');
        const unknown = await told(randomUUID());
        if (/INTERNAL|"status":5/.test(unknown)) leaks.push(`${place}: ${unknown}`);
        await Promise.all(foreign.map(async (id) => {
          answers++;
          const known = await told(id);
          if (known !== unknown) leaks.push(`${place}\n  foreign: ${known}\n  unknown: ${unknown}`);
        }));
      }));
    }
    expect(leaks).toEqual([]);
    expect(answers).toBeGreaterThan(500);
  }, 180_000);

  test('the control: an own id is answered differently', async () => {
    const { secretary } = here.consortium;
    const ask = async (id: string) => (await secretary.run('query ($id: ID!) { resource(id: $id) { id } }', { id })).resource;
    expect(await ask(own['resource']!)).toEqual({ id: own['resource'] });
    expect(await ask(foreign[0]!)).toBeNull();
  });
});
