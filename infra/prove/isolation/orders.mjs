import { getNamedType, isEnumType } from 'graphql';
import { AIMS } from './aims.mjs';
import { TOLD } from './told.mjs';
import { each, turn } from './voice.mjs';

const rowsOf = (field) => {
  const { nodes } = getNamedType(field.type).getFields();
  return `{ __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ${getNamedType(nodes.type).getFields().id ? 'id' : ''} } }`;
};

/** Every list that comes in pages, in each of its orders. */
export function ordersOf(schema, target) {
  return Object.values(schema.getQueryType().getFields()).filter((field) => field.args.some(({ name }) => name === 'after')).flatMap((field) => {
    const order = field.args.find(({ name }) => name === 'orderBy');
    const orders = order && isEnumType(getNamedType(order.type)) ? getNamedType(order.type).getValues().map(({ name }) => name) : [null];
    const variables = AIMS[field.name](target)[0];
    return orders.map((orderBy) => ({ field, name: `${field.name} ${orderBy ?? 'as it comes'}`, variables: { ...variables, ...(orderBy && { orderBy }) } }));
  });
}

function ask({ field, variables }) {
  const args = field.args.filter(({ name }) => name in variables);
  return { query: `query (${args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ')}) { ${field.name}(${args.map(({ name }) => `${name}: $${name}`).join(', ')}) ${rowsOf(field)} }`.replace('query () ', 'query '), variables };
}

/**
 * The same rows in each order, as many as are counted; and whoever takes the cursor at which the target's list goes on gets rows of
 * their own, and the cursor says nothing that they may not see.
 */
export async function order(trial, actors = trial.actors, only = () => true) {
  const orders = ordersOf(trial.schema, trial.target).filter(({ field }) => only(field.name));
  const owner = trial.actors.find(({ relation, role }) => relation === 'OWN' && role === 'SECRETARY') ?? trial.actors[0];
  const cursors = new Map();
  for (const one of orders) {
    const { text } = await trial.ask('sort', owner, { name: one.name, ...ask({ ...one, variables: { ...one.variables, first: 2 } }), told: TOLD[one.field.name] });
    const cursor = /"endCursor":"([^"]+)"/.exec(text)?.[1];
    if (cursor) cursors.set(one.name, cursor);
  }
  await each(turn(actors, 0), async (actor) => {
    const sets = new Map();
    for (const one of orders) {
      const { field, name } = one;
      const { text } = await trial.ask('sort', actor, { name, ...ask({ ...one, variables: { ...one.variables, first: 100 } }), told: TOLD[field.name] });
      const page = text.startsWith('{"data":{') ? JSON.parse(text).data?.[field.name] : null;
      if (cursors.has(name)) await trial.ask('sort', actor, { name, ...ask({ ...one, variables: { ...one.variables, first: 20, after: cursors.get(name) } }), told: TOLD[field.name] });
      if (!page || page.pageInfo.hasNextPage) continue;
      const rows = page.nodes.map(({ id }) => id).toSorted().join(' ');
      if (page.totalCount !== page.nodes.length) trial.leak(actor, name, `${page.totalCount} counted, ${page.nodes.length} shown`);
      if ((sets.get(field.name) ?? rows) !== rows) trial.leak(actor, name, 'other rows than in another order');
      sets.set(field.name, rows);
    }
  });
  return orders;
}
