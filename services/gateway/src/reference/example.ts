import { getNamedType, type GraphQLField, type GraphQLInputType, type GraphQLOutputType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, isRequiredArgument, isRequiredInputField, isUnionType, print, parse } from 'graphql';

/** An operation with variables, to be sent as they are once the ids are one's own. */
export interface Example {
  query: string;
  variables: Record<string, unknown>;
}

const DEPTH = 2;
/** So many fields say enough of a record. */
const FIELDS = 6;
const ID = '01a1b2c3-d4e5-7f60-8a9b-0c1d2e3f4a5b';
/** What stands for a value of its kind. */
const SAMPLES: Record<string, unknown> = { ID, Int: 1, Float: 1, Boolean: true, DateTime: '2027-03-01T01:00:00.000Z', Date: '2027-03-01', JSON: {} };
/** Where the name says more than the type. */
const BY_NAME: Record<string, unknown> = { endsAt: '2027-03-01T03:00:00.000Z', until: '2027-07-01', first: 20, url: 'https://api.example.edu.cn/hooks' };

export function exampleOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): Example {
  // A list is asked for its first few, so that the example ends.
  const args = field.args.filter((arg) => isRequiredArgument(arg) || arg.name === 'first');
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const name = field.name[0]!.toUpperCase() + field.name.slice(1);
  const text = `${kind} ${name}${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${selectionOf(field.type, DEPTH)} }`;
  return { query: print(parse(text)), variables: Object.fromEntries(args.map((arg) => [arg.name, sampleOf(arg.name, arg.type)])) };
}

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named)) return `{ __typename ${named.getTypes().map((member) => `... on ${member.name} ${selectionOf(member, depth - 1)}`).join(' ')} }`;
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter((each) => !each.args.some(isRequiredArgument));
  const leaves = fields.filter((each) => isLeafType(getNamedType(each.type)) && !each.name.startsWith('viewer')).slice(0, FIELDS);
  const lists = fields.filter((each) => ['nodes', 'pageInfo'].includes(each.name));
  const deeper = depth > 0 ? (lists.length > 0 ? lists : fields.filter((each) => isObjectType(getNamedType(each.type))).slice(0, leaves.length > 2 ? 1 : 2)) : [];
  const parts = [...(lists.length > 0 ? [] : leaves.map((each) => each.name)), ...deeper.map((each) => `${each.name} ${selectionOf(each.type, depth - 1)}`)];
  return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
}

/** What has to be given, and nothing that may be left out. */
function sampleOf(name: string, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(name, type.ofType);
  if (isListType(type)) return [sampleOf(name, type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).filter(isRequiredInputField).map((field) => [field.name, sampleOf(field.name, field.type)]));
  return BY_NAME[name] ?? SAMPLES[type.name] ?? '示例';
}
