import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildClientSchema, getIntrospectionQuery, getNamedType, isLeafType, isRequiredArgument } from 'graphql';
import { freePort, rolesOf, Secrets, signActor, urlAs } from '../../../libs/platform/dist/index.js';
import { TYPES } from './types.mjs';
import { Voice, each, turn } from './voice.mjs';

const HEADER = 'x-gongjian-actor';
const NAMES = ['directory', 'scheduling'];

/** The subgraphs as processes of their own, as they stand behind the gateway. */
export async function startSubgraphs(database) {
  const secrets = new Secrets(database.secretKey);
  const ports = [await freePort(), await freePort()];
  const env = {
    ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', DATABASE_POOL: '4', SECRET_KEY: database.secretKey, DATA_DIR: database.folder, PUBLIC_URL: 'http://localhost',
    APP_DATABASE_URL: urlAs(database.url, rolesOf(database.url).app, secrets), AUTH_DATABASE_URL: urlAs(database.url, rolesOf(database.url).auth, secrets),
    DIRECTORY_URL: `http://127.0.0.1:${ports[0]}`, SCHEDULING_URL: `http://127.0.0.1:${ports[1]}`,
  };
  const parts = NAMES.map((name, index) => ({ name, url: `http://127.0.0.1:${ports[index]}`, child: spawn(process.execPath, [fileURLToPath(new URL(`../../../services/${name}/dist/main.js`, import.meta.url))], { env, stdio: 'ignore' }) }));
  for (const { name, url } of parts) {
    for (let tries = 0; !(await fetch(`${url}/healthz`).then(({ ok }) => ok, () => false)); tries++) {
      if (tries > 300) throw new Error(`subgraph ${name} did not start`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  return { parts, secrets, stop: () => Promise.all(parts.map(({ child }) => end(child))) };
}

/** What still works when it is told to stop is not waited for. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(late);
}

/** Who acts, as the gateway would sign it. */
const actorOf = ({ role, person, tenant, organisation }) => ({ personId: person, accountId: person, sessionId: 'isolation', tenantId: tenant, organisationId: organisation, roles: [role], name: '试', timeZone: 'Asia/Shanghai', separated: false, narrowed: null });

/**
 * Every type that another subgraph may refer to, asked for by the target's ids at the entry that federation has for it. Without the
 * gateway's signature nothing is answered; with it, what each may see and no more.
 */
export async function refer(trial, { parts, secrets }, actors = trial.actors) {
  const done = { types: 0, unsigned: 0, answered: 0 };
  for (const part of parts) {
    const voice = new Voice(part.url);
    const admin = { [HEADER]: signActor(secrets, actorOf(trial.actors.find(({ live }) => live))) };
    const introspected = await voice.send({}, 'POST', '/graphql', { headers: { 'content-type': 'application/json', ...admin }, body: JSON.stringify({ query: getIntrospectionQuery() }) });
    const schema = buildClientSchema(JSON.parse(introspected.text).data);
    const entities = schema.getType('_Entity').getTypes().filter(({ name }) => TYPES[name]?.table || (trial.judge.unclassified.add(name), false));
    done.types += entities.length;
    const asks = entities.map((type) => ({ type, ...askOf(type, trial.target.things(TYPES[type.name].table).slice(0, 6)) })).filter(({ variables }) => variables.representations.length > 0);
    await each(asks.flatMap((one, index) => turn(actors, index).map((actor) => [one, actor])), async ([{ type, names, query, variables }, actor]) => {
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json' };
      // The gateway signs for nobody who has no seat; whoever reaches the port by themselves is such a one.
      const signed = actor.live ? { [HEADER]: signActor(secrets, actorOf(actor)) } : {};
      const { status, text } = await voice.send({}, 'POST', '/graphql', { headers: { ...headers, ...signed }, body });
      trial.judge.look(actor, { name: `entity ${type.name}`, sent: variables }, text);
      trial.cell('read', actor, names);
      if (status === 401) done.unsigned++;
      else if (!actor.live) trial.leak(actor, `entity ${type.name}`, 'answered without a signature', text.slice(0, 100));
      else done.answered++;
    });
    const forged = await voice.send({}, 'POST', '/graphql', { headers: { 'content-type': 'application/json', [HEADER]: `${signActor(new Secrets('another'), actorOf(trial.actors[0]))}` }, body: JSON.stringify(asks[0] && { query: asks[0].query, variables: asks[0].variables }) });
    if (forged.status !== 401) trial.leak(trial.actors[0], 'entity', 'answered with a forged signature', String(forged.status));
    voice.close();
  }
  // The public door knows no such entry.
  const { text } = await trial.voice.graph(trial.actors.find(({ live }) => live), 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r: [] });
  done.hidden = /"errors"/.test(text) && !/"_entities":\[/.test(text);
  return done;
}

function askOf(type, ids) {
  const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument)).map(({ name }) => name);
  return { names: [`entity ${type.name}`, ...leaves.map((name) => `entity ${type.name}.${name}`)], query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on ${type.name} { ${leaves.join(' ')} } } }`, variables: { representations: ids.map((id) => ({ __typename: type.name, id })) } };
}
