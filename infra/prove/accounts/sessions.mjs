import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../../../libs/platform/dist/testing/index.js';
import { ANOTHER, PASSWORD, send, somebody, sql, stranger } from './people.mjs';

/** News of an end reach all processes in this time, in milliseconds. */
const NEWS = 1000;

/** Everything a copied session can be tried on, at each process. */
function ways({ product, second }, cookie) {
  const copy = () => Object.assign(new Client(), { cookie });
  return [product, second].flatMap(({ url }) => [
    () => fetchAs(copy(), `${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ me { roles } }"}' }),
    () => fetchAs(copy(), `${url}/events`),
    () => fetchAs(copy(), `${url}/exports/resources.xlsx`),
    () => fetchAs(copy(), `${url}/auth/account`),
    () => fetchAs(copy(), `${url}/auth/sessions`),
  ]);
}

async function fetchAs(client, address, init = {}) {
  const stop = new AbortController();
  const response = await fetch(address, { ...init, headers: { ...init.headers, cookie: client.cookie, 'x-forwarded-for': client.address }, signal: stop.signal });
  stop.abort();
  return response.status;
}

const answered = async (all) => (await Promise.all(all.map((ask) => ask()))).filter((status) => status < 400).length;
const grants = 'query ($id: ID!) { person(id: $id) { roleGrants { id } } }';

/** Each end of a session: what somebody does, and to whom. */
const ENDS = {
  'signed out': ({ place, person }) => send(place.product, person, '/auth/sign-out', {}),
  'signed in anew in the same browser': ({ place, person }) => send(place.product, person, '/auth/sign-in', { login: person.login, password: PASSWORD }),
  'seat changed': async ({ place, person, consortium, firm }) => {
    await consortium.secretary.run('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { personId: person.personId, organisationId: consortium.lead.id, role: 'TEACHER' } });
    return send(place.product, person, '/auth/seat', { consortiumId: consortium.id, organisationId: consortium.lead.id === firm.id ? firm.id : consortium.lead.id });
  },
  'ended from another device': async ({ place, person }) => {
    const other = await elsewhere(place, person);
    const { body } = await send(place.product, other, '/auth/sessions');
    return send(place.product, other, '/auth/sessions/end', { id: body.sessions.find(({ isCurrent }) => !isCurrent).id });
  },
  'all others ended': async ({ place, person }) => send(place.product, await elsewhere(place, person), '/auth/sessions/end-others', {}),
  'password changed elsewhere': async ({ place, person }) => send(place.product, await elsewhere(place, person), '/auth/password', { password: PASSWORD, newPassword: ANOTHER }),
  'role taken away': async ({ person, consortium }) => {
    const { person: found } = await consortium.secretary.run(grants, { id: person.personId });
    for (const { id } of found.roleGrants) await consortium.secretary.run('mutation ($id: ID!) { revokeRole(id: $id) { id } }', { id });
  },
  'membership ended': async ({ consortium, firm }) => {
    const { organisation } = await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: firm.id });
    await consortium.secretary.run('mutation ($id: ID!) { endMembership(id: $id) { id } }', { id: organisation.membership.id });
  },
  'person suspended': ({ person, consortium }) => consortium.secretary.run('mutation ($id: ID!) { suspendPerson(personId: $id, input: { reason: "证明" }) { id } }', { id: person.personId }),
  'organisation suspended': async ({ consortium, firm }) => {
    const { organisation } = await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id: firm.id });
    await consortium.secretary.run('mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "证明" }) { id } }', { id: organisation.membership.id });
  },
  'unused for half an hour': ({ place, person }) => sql(place, `update directory.session s set last_seen_at = now() - interval '31 minutes' from directory.account a where a.id = s.account_id and a.login = $1`, [person.login]),
  'older than twelve hours': ({ place, person }) => sql(place, `update directory.session s set expires_at = now() from directory.account a where a.id = s.account_id and a.login = $1`, [person.login]),
};

async function elsewhere(place, { login }) {
  const client = stranger();
  await send(place.second, client, '/auth/sign-in', { login, password: PASSWORD });
  return client;
}

export async function reuse(place) {
  const ends = {};
  let [before, asked] = [0, 0];
  for (const [name, end] of Object.entries(ENDS)) {
    const { consortium } = await somebody(place);
    const firm = await consortium.member();
    const person = await consortium.person(['PARK_ADMINISTRATOR'], firm.id);
    const all = ways(place, person.cookie);
    before += await answered(all);
    asked += all.length;
    await end({ place, person, consortium, firm });
    // An answer that was given a moment ago is believed for two seconds, unless news end that: for time that passes there are none.
    await wait(name.startsWith('unused') ? 2500 : NEWS);
    ends[name] = { asked: all.length, answered: await answered(all) };
  }
  return { ends, before, asked };
}
