import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/**
 * The proof of isolation (npm run prove -- isolation), asked of a few people each time: every field of the schema, every change, every
 * entity and every route, but each of some roles in some relations. Whose turn it is follows from the day.
 */
const script = (name: string) => import(new URL(`../../../infra/prove/isolation/${name}`, import.meta.url).href);
/** The proof is plain script, and so are its values here. */
// oxlint-disable-next-line typescript/no-explicit-any -- what the scripts hand over has no types
type Script = any;

const { openTrial } = await script('trial.mjs');
const { fieldsOf, unclassified } = await script('cells.mjs');
const { reasonOf } = await script('columns.mjs');
const [{ read }, { filter }, { order }, { visit }, { refer, startSubgraphs }, { write }, { registeredRoutes }] = (await Promise.all(['reads', 'filters', 'orders', 'routes', 'entities', 'writes', 'registered'].map((name) => script(`${name}.mjs`)))) as Script[];

const DAY = Math.floor(Date.now() / 86_400_000);
const EACH = 2;
/** Of these there has to be something; what is made in the meantime is made by the world itself. */
const PREPARED = new Set(['resendInvitation', 'cancelMaintenance', 'discardImport', 'revokeApiKey', 'updateWebhook', 'withdrawCorrection', 'liftSuspension', 'updateIdentityProvider', 'settleComment', 'cancelBooking', 'decideBooking']);

let trial: Script;
let subgraphs: Script;
let routes: Script;
let entities: Script;
let changes: Script;

beforeAll(async () => {
  const database = { url: process.env.GONGJIAN_DATABASE_URL!, secretKey: process.env.GONGJIAN_SECRET_KEY! };
  const registered = registeredRoutes(database);
  const starting = startSubgraphs(database);
  // One role in each relation, another one every day; a second one among the target's own people.
  const roles = (relation: string, index: number, all: string[]) => all.filter((_role, at) => [0, ...(relation === 'OWN' ? [5] : [])].includes((at + DAY + index * 5) % all.length) || (relation === 'OWN' && at === 6));
  trial = await openTrial({ database, product: { url: process.env.GONGJIAN_URL! } }, { roles, done: false, prepare: (name: string) => PREPARED.has(name) });
  subgraphs = await starting;
  const { actors } = trial;
  // The target's administrator is asked everything, so that something is seen of it; the others take turns.
  const own = actors.find((actor: Script) => actor.relation === 'OWN' && actor.role === 'ORGANISATION_ADMINISTRATOR');
  const turn = (index: number) => [own, ...Array.from({ length: EACH }, (_none, at) => actors[(index * EACH + at + DAY) % actors.length]).filter((actor) => actor !== own)];
  await read(trial, turn);
  await filter(trial, (index: number) => turn(index).slice(1));
  await order(trial, turn);
  routes = await visit(trial, registered, (index: number) => turn(index).slice(0, 2));
  entities = await refer(trial, subgraphs, turn);
  changes = await write(trial, (index: number) => turn(index).slice(1));
}, 300_000);

afterAll(async () => {
  trial?.voice.close();
  await subgraphs?.stop();
});

const HOW = 'say who may see it in infra/prove/isolation: a type in types.mjs, a field in fields.mjs (and in FIELDS of types.mjs where fewer see it), a table in audience.mjs, a column in columns.mjs, a question in aims.mjs, a route in routes.mjs';

describe('who sees what', () => {
  test('is said of every field, table, question, change and route, and of none that is gone', () => {
    const { missing, stale } = unclassified(trial.schema);
    const bare = trial.planted.refused.filter((column: string) => !reasonOf(column));
    expect({ HOW, unclassified: [...missing, ...trial.judge.unclassified, ...bare], gone: [...stale, ...routes.stale] }).toEqual({ HOW, unclassified: [], gone: [] });
  });

  test('was asked of every field of the schema', () => {
    const asked = new Set(Object.values(trial.cells as Record<string, Set<string>>).flatMap((cells) => [...cells].map((cell) => cell.split(' ')[0])));
    expect(fieldsOf(trial.schema).filter((field: string) => !asked.has(field))).toEqual([]);
  });

  test('is shown to nobody else: no answer, file or refusal has a text, an id or a row in it that somebody may not see', () => {
    expect(trial.leaks).toEqual([]);
    expect([...trial.faults]).toEqual([]);
    expect(changes.changed).toEqual([]);
  });

  test('is not told by the entries that are meant for the gateway alone', () => {
    expect(entities.hidden).toBe(true);
    expect(entities.types).toBeGreaterThan(20);
  });

  test('the control: what is one’s own is seen', () => {
    const seen = new Set([...trial.judge.seen.keys()].filter((key: string) => key.endsWith(' OWN')).map((key: string) => key.split(' ')[0]));
    expect([...seen]).toEqual(expect.arrayContaining(['scheduling.resource.name', 'scheduling.booking.title', 'directory.agreement.title', 'Resource', 'Booking', 'Agreement', 'Invitation']));
  });
});
