import { getNamedType, isLeafType, isObjectType, isRequiredArgument, isUnionType } from 'graphql';
import { SAMPLES } from '../../test/samples.mjs';
import { AIMS } from './aims.mjs';
import { each } from './voice.mjs';

/** What the target has more of afterwards. */
const GROWTH = ['createResource', 'createBooking', 'createMaintenance', 'createPool', 'createAgreement', 'addClause', 'commentAgreement', 'addMember', 'addPerson', 'grantRole', 'invitePerson', 'suspendPerson', 'askCorrection', 'startImport', 'createApiKey', 'createWebhook', 'askMinorAccess'];
const AT_ONCE = 11;
const DEPTH = 4;

const isNumber = (type) => ['Int', 'Float', 'Boolean'].includes(getNamedType(type).name);

/** All numbers below a field, and the fields by which one gets there. */
function numbers(type, level, seen, names) {
  const named = getNamedType(type);
  if (isUnionType(named) || !isObjectType(named) || seen.includes(named.name) || level > DEPTH) return '';
  const parts = Object.values(named.getFields()).filter((field) => !field.args.some(isRequiredArgument)).map((field) => {
    if (isLeafType(getNamedType(field.type))) {
      if (!isNumber(field.type)) return '';
      names.add(`${named.name}.${field.name}`);
      return field.name;
    }
    // A booking's organisation counts nothing that the organisation does not count by itself.
    if (level > 1 && getNamedType(field.type).getFields?.().id && named.name !== 'Duties') return '';
    const inner = numbers(field.type, level + 1, [...seen, named.name], names);
    return inner && `${field.name} ${inner}`;
  }).filter(Boolean);
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '';
}

export function countsOf(schema, target) {
  return Object.values(schema.getQueryType().getFields()).flatMap((field) => {
    const names = new Set();
    const isLeaf = isLeafType(getNamedType(field.type));
    const selection = isLeaf ? '' : numbers(field.type, 1, [], names);
    if (!isLeaf && !selection) return [];
    if (isLeaf && isNumber(field.type)) names.add(`Query.${field.name}`);
    const variables = AIMS[field.name]?.(target)[0] ?? {};
    const args = field.args.filter(({ name }) => name in variables);
    return names.size > 0 ? [{ field, names, selection, variables, args }] : [];
  });
}

function together(some) {
  const heads = some.flatMap(({ args }, index) => args.map((argument) => `$${argument.name}${index}: ${argument.type}`));
  const fields = some.map(({ field, args, selection }, index) => `a${index}: ${field.name}${args.length > 0 ? `(${args.map(({ name }) => `${name}: $${name}${index}`).join(', ')})` : ''} ${selection}`);
  const variables = Object.fromEntries(some.flatMap((one, index) => Object.entries(one.variables).map(([name, value]) => [`${name}${index}`, value])));
  return { query: `query ${heads.length > 0 ? `(${heads.join(', ')})` : ''} { ${fields.join(' ')} }`, variables };
}

/** Whom nothing of the target concerns: for them no number moves when it has more. */
const unconcerned = ({ relation }) => /^(FOREIGN|FOREIGN_(EXPIRED|SUSPENDED|REVOKED)|SUSPENDED_MEMBER|ANONYMOUS)$/.test(relation);

/** Every number that can be asked for, by those whom nothing of the target concerns, before and after it has more of everything. What moves by itself was seen to move before. */
export async function count(trial, actors = trial.actors, only = () => true) {
  const counts = countsOf(trial.schema, trial.target).filter(({ field }) => only(field.name));
  const strangers = actors.filter(unconcerned);
  const answers = new Map();
  const refused = new Map();
  const round = (turn) => each(strangers, async (actor) => {
    const known = refused.get(`${actor.role} ${actor.live}`) ?? new Set();
    refused.set(`${actor.role} ${actor.live}`, known);
    let rest = counts.filter(({ field }) => !known.has(field.name));
    while (rest.length > 0) {
      const some = rest.slice(0, AT_ONCE);
      const { text, status } = await ask(trial, actor, some);
      const { data, errors } = status === 200 ? JSON.parse(text) : {};
      // One that is refused takes its neighbours with it: from now on it is asked by itself.
      const bad = data || status === 401 ? [] : [...new Set((errors ?? []).map(({ path }) => some[Number(path?.[0]?.slice(1))]).filter(Boolean))];
      for (const { field } of bad) known.add(field.name);
      rest = rest.filter((one) => !bad.includes(one) && (bad.length > 0 || !some.includes(one)));
      if (bad.length === 0) some.forEach(({ field }, index) => answers.set(`${turn} ${actor.relation} ${actor.role} ${field.name}`, data ? JSON.stringify(data[`a${index}`]) : told(text)));
    }
    for (const one of counts.filter(({ field }) => known.has(field.name))) answers.set(`${turn} ${actor.relation} ${actor.role} ${one.field.name}`, told((await ask(trial, actor, [one])).text));
  });
  await round('first');
  await round('again');
  for (const name of GROWTH.filter((each) => SAMPLES[each])) {
    const { who = trial.world.secretary, query, variables } = await SAMPLES[name](trial.world);
    const { errors } = await who.try(query, variables);
    if (errors) trial.fault(`growth by ${name}`, JSON.stringify(errors));
  }
  await round('after');
  for (const actor of strangers) for (const { field } of counts) {
    const [first, again, after] = ['first', 'again', 'after'].map((turn) => answers.get(`${turn} ${actor.relation} ${actor.role} ${field.name}`));
    if (after !== again && first === again) trial.leak(actor, field.name, 'a number moved with the target', differing(again, after));
  }
  return counts;
}

const ask = (trial, actor, some) => trial.ask('count', actor, { name: some.map(({ field }) => field.name).join(' '), names: some.flatMap(({ names }) => [...names]), ...together(some) });
const told = (text) => text.replaceAll(/编号 [0-9a-f-]{36}|"requestId":"[^"]+"|a\d+/g, '');

/** Where two answers part. */
function differing(one, other) {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return `${one.slice(Math.max(0, at - 60), at + 20)} | ${other.slice(Math.max(0, at - 10), at + 20)}`;
}
