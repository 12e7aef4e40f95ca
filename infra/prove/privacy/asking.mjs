import { buildClientSchema, getIntrospectionQuery, getNamedType, isEnumType, isInputObjectType, isInterfaceType, isLeafType, isListType, isNonNullType, isObjectType, isUnionType } from 'graphql';

export async function schemaOf(client) {
  return buildClientSchema(await client.run(getIntrospectionQuery()));
}

/** Everything that can be read of a type, so many levels deep. Fields that ask for arguments are left out: who is asked for has to be known. */
function selection(type, depth) {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named)) return `{ __typename ${named.getTypes().map((member) => `... on ${member.name} ${selection(member, 0)}`).join(' ')} }`;
  if (!isObjectType(named) && !isInterfaceType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter((field) => field.args.every((argument) => !isNonNullType(argument.type)) && (depth > 0 || isLeafType(getNamedType(field.type))));
  return `{ __typename ${fields.map((field) => `${field.name} ${selection(field.type, depth - 1)}`).join(' ')} }`;
}


/** Each question of the schema, with ids that are there. */
export function questions(schema, known) {
  return Object.values(schema.getQueryType().getFields()).filter((field) => !field.name.startsWith('_')).map((field) => {
    const given = field.args.filter((argument) => isNonNullType(argument.type));
    const variables = Object.fromEntries(given.map((argument) => [argument.name, sample(argument.type, known, argument.name)]));
    const heads = given.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
    const args = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
    const query = (depth) => `query${heads && ` (${heads})`} { ${field.name}${args && `(${args})`} ${selection(field.type, depth)} }`;
    return { name: field.name, queries: [2, 1, 0].map(query), variables };
  });
}

/** Each change of the schema, with a canary in every text of it. */
export function badInputs(schema, canary) {
  return Object.values(schema.getMutationType().getFields()).map((field) => {
    const variables = Object.fromEntries(field.args.map((argument) => [argument.name, sample(argument.type, null, argument.name, canary)]));
    const heads = field.args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
    const args = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
    return { name: field.name, query: `mutation${heads && ` (${heads})`} { ${field.name}${args && `(${args})`} ${selection(field.type, 0)} }`, variables };
  });
}

function sample(type, known, name, canary) {
  if (isNonNullType(type)) return sample(type.ofType, known, name, canary);
  if (isListType(type)) return [sample(type.ofType, known, name, canary)];
  if (isEnumType(type)) return type.getValues()[0].name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).filter((field) => canary || isNonNullType(field.type)).map((field) => [field.name, sample(field.type, known, field.name, canary)]));
  switch (type.name) {
    case 'ID':
      return canary ? canary() : (known[name] ?? known.id);
    case 'Int':
      return 1;
    case 'Float':
      return 1;
    case 'Boolean':
      return false;
    case 'DateTime':
      return new Date(Date.now() + 86_400_000).toISOString();
    case 'Date':
      return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    default:
      return canary ? canary() : (known[name] ?? '验证');
  }
}

/** The deepest answer that the limits allow. */
export async function ask(who, { queries, variables }) {
  for (const query of queries) {
    const response = await who.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    const text = await response.text();
    if (!/OPERATION_TOO_COMPLEX|FieldsConflict|GRAPH_UNFIT/.test(text)) return { status: response.status, text, answered: response.status === 200 && !/"errors"/.test(text) };
  }
  return { status: 400, text: '', answered: false };
}
