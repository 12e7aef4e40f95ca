import { buildClientSchema, getIntrospectionQuery, getNamedType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField, isUnionType } from 'graphql';
import { aimsOf } from './aims.mjs';

export const schemaOf = async (client) => buildClientSchema(await client.run(getIntrospectionQuery()));

/** Below what the product allows: cost 200,000 and depth 12. */
const COST = 60_000;
/** A subgraph of its own counts its part once more, as a list, and with what else it is asked in the same breath. */
const COST_OF = { ledger: 4_500 };
const DEPTH = 9;
const LIST = 20;
const PAGE = 20;

const isList = (type) => (isNonNullType(type) ? isList(type.ofType) : isListType(type));
const lengthOf = (field, first) => (getNamedType(field.type).name.endsWith('Connection') ? first : isList(field.type) && field.name !== 'nodes' ? LIST : 1);
const askable = (type) => Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
const leaves = (type) => askable(type).filter((field) => isLeafType(getNamedType(field.type)));
const branches = (type) => askable(type).filter((field) => !isLeafType(getNamedType(field.type)));

/**
 * Everything that can be read from a field: each way to a type with all its plain fields, and each type opened up once, where it
 * is met first. Whatever does not fit within the limits is asked from another field.
 */
export function selectionOf(rootType, rootLength, { cost = COST, depth = DEPTH, first = PAGE } = {}) {
  const opened = new Set();
  const covered = new Set();
  let spent = 0;
  const node = (type, times, level) => ({ type, times, level, branches: [], members: [] });
  const root = node(getNamedType(rootType), rootLength, 1);
  const queue = [root];
  const fragments = new Map();
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (isUnionType(at.type)) {
      at.members = at.type.getTypes().map((member) => node(member, at.times, at.level));
      queue.unshift(...at.members);
      continue;
    }
    for (const leaf of leaves(at.type)) covered.add(`${at.type.name}.${leaf.name}`);
    if (leaves(at.type).length > 0) fragments.set(at.type.name, at.type);
    // Who opens a type opens it where it is met first; a list and its rows are one.
    if (opened.has(at.type.name)) continue;
    opened.add(at.type.name);
    for (const field of branches(at.type)) {
      const named = getNamedType(field.type);
      const times = at.times * lengthOf(field, first);
      const plain = isUnionType(named) ? named.getTypes().reduce((sum, member) => sum + leaves(member).length, 1) : leaves(named).length + 1;
      if (at.level >= depth || spent + times * plain > cost) continue;
      spent += times * plain;
      covered.add(`${at.type.name}.${field.name}`);
      const child = node(named, times, at.level + 1);
      at.branches.push({ field, child });
      queue.push(child);
    }
  }
  const write = (at) => {
    if (isUnionType(at.type)) return `{ __typename ${at.members.map((member) => `... on ${member.type.name} ${write(member)}`).join(' ')} }`;
    const page = (field) => (field.args.some(({ name }) => name === 'first') && getNamedType(field.type).name.endsWith('Connection') ? `(first: ${first})` : '');
    return `{ __typename ${fragments.has(at.type.name) ? `...${at.type.name}_` : ''} ${at.branches.map(({ field, child }) => `${field.name}${page(field)} ${write(child)}`).join(' ')} }`;
  };
  const parts = [...fragments].map(([name, type]) => `fragment ${name}_ on ${name} { ${leaves(type).map((leaf) => leaf.name).join(' ')} }`).join('\n');
  return { text: write(root), fragments: parts, covered };
}

const heads = (args) => (args.length > 0 ? `(${args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ')})` : '');
const passed = (args) => (args.length > 0 ? `(${args.map((argument) => `${argument.name}: $${argument.name}`).join(', ')})` : '');

/**
 * Each question of the schema, aimed at each of the target's things that it can be aimed at.
 * @param {{ shallow?: boolean }} options `shallow`: of each row its plain fields alone, so that nothing that is missing beside it takes it away
 */
export function readsOf(schema, target, { shallow = false } = {}) {
  return Object.values(schema.getQueryType().getFields()).flatMap((field) => {
    const isLeaf = isLeafType(getNamedType(field.type));
    const first = 20;
    const selection = isLeaf ? { text: '', fragments: '', covered: new Set() } : selectionOf(field.type, lengthOf(field, first), { first, cost: COST_OF[field.name] ?? COST, ...(shallow && { depth: getNamedType(field.type).name.endsWith('Connection') ? 2 : 1 }) });
    const aims = aimsOf(field, target);
    if (!aims) return [{ field: field.name, unaimed: true, covered: selection.covered }];
    const args = (variables) => field.args.filter(({ name }) => name in variables);
    return aims.map((variables) => {
      const pages = field.args.some(({ name }) => name === 'first') && getNamedType(field.type).name.endsWith('Connection') ? { first } : {};
      const given = { ...pages, ...variables };
      return { field: field.name, covered: new Set([`Query.${field.name}`, ...selection.covered]), query: `query ${heads(args(given))} { ${field.name}${passed(args(given))} ${selection.text} }\n${selection.fragments}`, variables: given };
    });
  });
}

/** Each change of the schema, with all that it can answer. */
export function answerOf(schema, name) {
  const field = schema.getMutationType().getFields()[name];
  if (isLeafType(getNamedType(field.type))) return { text: '', fragments: '', covered: new Set([`Mutation.${name}`]) };
  const selection = selectionOf(field.type, lengthOf(field, 5), { cost: 20_000, depth: 4, first: 5 });
  selection.covered.add(`Mutation.${name}`);
  return selection;
}

/** Every place of an argument in which something can be asked for, as [path, type]. */
export function placesOf(argument, path = [argument.name], seen = []) {
  const type = getNamedType(argument.type);
  if (!isInputObjectType(type)) return [{ path, type }];
  return seen.includes(type.name) ? [] : Object.values(type.getFields()).flatMap((inner) => placesOf(inner, [...path, inner.name], [...seen, type.name]));
}

/** A value of an input type with one place filled as wished, and the rest as plain as may be. */
export function valueAt(type, path, value, plain) {
  if (isNonNullType(type)) return valueAt(type.ofType, path, value, plain);
  if (isListType(type)) return [valueAt(type.ofType, path, value, plain)];
  if (isInputObjectType(type)) {
    const [next, ...rest] = path ?? [];
    return Object.fromEntries(Object.values(type.getFields()).filter((field) => field.name === next || isRequiredInputField(field)).map((field) => [field.name, valueAt(field.type, field.name === next ? rest : null, value, (inner) => plain(inner, field.name))]));
  }
  if (path) return value;
  return isEnumType(type) ? type.getValues()[0].name : plain(type);
}
