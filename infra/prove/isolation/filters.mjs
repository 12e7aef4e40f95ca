import { randomUUID } from 'node:crypto';
import { getNamedType, isEnumType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { aCanary } from './canaries.mjs';
import { AIMS } from './aims.mjs';
import { TABLES } from './audience.mjs';
import { placesOf, valueAt } from './operations.mjs';
import { TOLD } from './told.mjs';
import { each, turn } from './voice.mjs';

/** As many root fields as one operation may have. */
const AT_ONCE = 12;
const PAGING = ['first', 'after'];
/** What the answer to a search would tell: which rows, how many, and where the next page begins. */
function selectionOf(field) {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  const fields = isObjectType(type) ? type.getFields() : {};
  if (fields.totalCount) return '{ __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id } }'.replace('nodes { __typename id }', `nodes { __typename ${getNamedType(fields.nodes.type).getFields().id ? 'id' : ''} }`);
  return `{ __typename ${fields.id ? 'id' : ''} }`;
}

/** Texts of the target that a search might find something by: each of another column, whoever may see it. */
export function textsOf({ records, target }) {
  const chosen = new Map();
  for (const [canary, [{ record, column }]] of records.byCanary) {
    const own = record.tenant === target.id ? record.organisations.size === 0 || record.organisations.has(target.organisation) : record.tenant === null && (record.id === target.organisation || target.things('directory.person').includes(record.id));
    const name = `${record.table}.${column}`;
    if (own && SOUGHT.test(name) && !chosen.has(name)) chosen.set(name, canary);
  }
  // By these something is found; the others are there because nothing should be found by them.
  for (const [name, canary] of Object.entries(target.sought)) chosen.set(`sought ${name}`, canary);
  return [...chosen.values()];
}
const SOUGHT = /^(directory\.(organisation\.(name|search)|person\.(name|search)|agreement\.(title|number|purpose)|invitation\.invitee_sealed|registration\.email_sealed)|scheduling\.(resource\.(name|code|note|keeper|model|search_text|id_number_sealed)|booking\.(title|notes)|pool\.name)|platform\.(audit_entry\.address|file\.name))$/;

const IDS = ['directory.organisation', 'directory.person', 'directory.agreement', 'directory.membership', 'scheduling.resource', 'scheduling.booking', 'scheduling.pool', 'scheduling.import', 'platform.audit_entry', 'directory.access_grant'];

/** Whether somebody may see what carries a text or has an id; then they may also find it by it. */
function maySee({ records }, actor, probe, told) {
  const places = records.byCanary.get(probe) ?? (records.byId.get(probe) ?? []).map((record) => ({ record, column: 'id' }));
  return places.some(({ record, column }) => (TABLES[record.table]?.columns?.[column] ?? TABLES[record.table]?.seen)?.(actor, record) || told?.(actor, record, column));
}

export function plainOf(type, name) {
  if (type.name === 'ID') return randomUUID();
  if (type.name === 'DateTime') return new Date(Date.now() + (/^(endsAt|until)$/.test(name) ? 2 : 1) * 86_400_000).toISOString();
  if (type.name === 'Date') return new Date(Date.now() + (name === 'until' ? 9 : 2) * 86_400_000).toISOString().slice(0, 10);
  return { Int: 1, Float: 1, Boolean: false }[type.name] ?? aCanary();
}

/** Every place by which a question can be narrowed, with what is put there: in turn, and last what is nowhere. */
export function filtersOf(trial) {
  const texts = textsOf(trial);
  const ids = IDS.flatMap((table) => trial.target.things(table).slice(0, 1));
  return Object.values(trial.schema.getQueryType().getFields()).flatMap((field) => field.args.filter(({ name }) => !PAGING.includes(name) && name !== 'orderBy').flatMap((argument) => placesOf(argument).map(({ path, type }) => {
    const base = AIMS[field.name]?.(trial.target)[0] ?? {};
    const used = field.args.filter((other) => other === argument || isRequiredArgument(other));
    const compared = type.name === 'ID' || type.name === 'String';
    const probes = type.name === 'ID' ? ids : type.name === 'String' ? texts : isEnumType(type) ? type.getValues().map(({ name }) => name).slice(0, 6) : [type.name === 'Boolean' ? true : (at(base, path) ?? plainOf(type, path.at(-1)))];
    const given = (value) => Object.fromEntries(used.map((each) => [each.name, each === argument ? over(base[each.name], valueAt(each.type, path.slice(1), value, (inner, name) => plainOf(inner, name ?? each.name)), path.slice(1)) : (base[each.name] ?? valueAt(each.type, null, null, (inner, name) => plainOf(inner, name ?? each.name)))]));
    return { field, place: `${field.name} ${path.join('.')}`, used, compared, probes, nowhere: type.name === 'ID' ? randomUUID() : aCanary(), given };
  })));
}

const isPlain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
/** The question as it is asked otherwise, with the one place in it as wished. */
function over(base, value, [next, ...rest]) {
  if (next === undefined || !isPlain(base) || !isPlain(value)) return value;
  return Object.fromEntries(Object.keys({ ...value, ...base }).map((name) => [name, name === next ? over(base[name], value[name], rest) : (base[name] ?? value[name])]));
}

/** What the question is asked with there, if it is. */
const at = (value, path) => path.reduce((inner, name) => inner?.[name], value);

/** Several values of one place in one operation. */
function together({ field, used, given }, probes) {
  const heads = probes.flatMap((_probe, index) => used.map((argument) => `$${argument.name}${index}: ${argument.type}`));
  const fields = probes.map((_probe, index) => `a${index}: ${field.name}(${used.map((argument) => `${argument.name}: $${argument.name}${index}`).join(', ')}) ${selectionOf(field)}`);
  const variables = Object.fromEntries(probes.flatMap((probe, index) => Object.entries(given(probe)).map(([name, value]) => [`${name}${index}`, value])));
  return { query: `query (${heads.join(', ')}) { ${fields.join(' ')} }`, variables };
}

const plain = (value, probe) => JSON.stringify(value ?? null).replaceAll(probe, 'PROBE').replaceAll(/"requestId":"[^"]+"|编号 [0-9a-f-]{36}/g, '').replaceAll(/a\d+/g, 'a');

/**
 * Whoever may not see what stands in a column cannot find out by asking for it: asked for a text or an id of the target they hear what
 * they hear of one that is nowhere. Whatever is found is judged as everywhere.
 */
export async function filter(trial, actors = trial.actors, only = () => true) {
  const places = filtersOf(trial).filter(({ field }) => only(field.name));
  const asks = places.flatMap((place, index) => turn(actors, index).map((actor) => [place, actor]));
  await each(asks, async ([place, actor]) => {
    const probes = [...place.probes];
    for (let some = probes.splice(0, AT_ONCE - 1); some.length > 0; some = probes.splice(0, AT_ONCE - 1)) await compare(trial, actor, place, some);
  });
  return places;
}

async function compare(trial, actor, place, probes) {
  const key = `${place.field.name} ${actor.role} ${actor.tenant === trial.target.id}`;
  const all = place.compared && !trial.refusedTo.has(key) ? [...probes, place.nowhere] : place.compared ? [place.nowhere] : probes;
  const asked = (some) => trial.ask('filter', actor, { name: place.place, ...together(place, some), told: TOLD[place.field.name] });
  const { text, status } = await asked(all);
  if (!place.compared || status === 401) return;
  const { data } = read(text);
  const hidden = probes.filter((probe) => !maySee(trial, actor, probe, TOLD[place.field.name]));
  if (data && all.length > probes.length) {
    const nothing = plain(data[`a${probes.length}`], place.nowhere);
    for (const probe of hidden) if (plain(data[`a${probes.indexOf(probe)}`], probe) !== nothing) trial.leak(actor, place.place, 'found by what may not be seen', probe);
    return;
  }
  // One that is refused takes the others with it: some of them by themselves, and from now on so for everybody like this.
  trial.refusedTo.add(key);
  const nothing = plain(read((await asked([place.nowhere])).text), place.nowhere);
  for (const probe of hidden.slice(0, 2)) if (plain(read((await asked([probe])).text), probe) !== nothing) trial.leak(actor, place.place, 'refused in other words than what is nowhere', probe);
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
