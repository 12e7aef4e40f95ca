import { minutesPass, PASSWORD, send, somebody, sql, stranger, WRONG } from './people.mjs';

const MINUTES = 60;
/** Refusals that tell a guesser something: the guess was looked at. */
const EVALUATED = new Set(['SIGN_IN_FAILED', 'CODE_WRONG', 'PASSKEY_REFUSED', 'PASSWORD_WRONG']);

/** A copy of a session, at an address of its own. */
function thiefOf({ client }) {
  const thief = stranger();
  thief.cookie = client.cookie;
  return thief;
}

/** Somebody who has the password already and is after the second factor. */
async function halfIn(product, person, state) {
  if (!state.half || state.half.used > 20) {
    const client = stranger();
    const { body } = await send(product, client, '/auth/sign-in', { login: person.login, password: PASSWORD });
    if (body.next !== 'SECOND_FACTOR') return { refused: body };
    state.half = { client, used: 0 };
  }
  state.half.used++;
  const client = stranger();
  for (const [name, value] of state.half.client.jar) client.jar.set(name, value);
  return { client };
}

/** Each way to guess at one account: what is sent, from a new address, and what comes back. */
const WAYS = {
  'sign-in': (product, { login }) => send(product, stranger(), '/auth/sign-in', { login, password: WRONG }),
  'sign-in, the login written in other ways': (product, { login }, state) => {
    state.turn = (state.turn ?? 0) + 1;
    return send(product, stranger(), '/auth/sign-in', { login: [login.toUpperCase(), ` ${login} `, `${login}\t`][state.turn % 3], password: WRONG });
  },
  'code of an authenticator app, with the right password': async (product, person, state) => {
    const { client, refused } = await halfIn(product, person, state);
    return client ? send(product, client, '/auth/sign-in/code', { code: '000000' }) : { status: 429, body: refused };
  },
  'recovery code, with the right password': async (product, person, state) => {
    const { client, refused } = await halfIn(product, person, state);
    return client ? send(product, client, '/auth/sign-in/code', { code: 'AAAA-AAAA-AAAA' }) : { status: 429, body: refused };
  },
  'passkey with a forged signature': async (product, { passkey }) => {
    const client = stranger();
    const { body: options } = await send(product, client, '/auth/passkey/options', {});
    return send(product, client, '/auth/passkey', { response: passkey.get(options, true) });
  },
  'old password, in a stolen session': (product, person) => send(product, thiefOf(person), '/auth/password', { password: WRONG, newPassword: 'Trumpet-Canal-88' }),
  'confirmation, in a stolen session': (product, person) => send(product, thiefOf(person), '/auth/confirm', { password: WRONG }),
  'GraphQL, fifty aliases in one request': (product, { login }) => graph(product, { query: `mutation { ${Array.from({ length: 50 }, (_, index) => `a${index}: signIn(login: "${login}", password: "${WRONG}") { ok }`).join(' ')} }` }),
  'GraphQL, fifty operations in one batch': (product, { login }) => graph(product, Array.from({ length: 50 }, () => ({ query: `mutation { signIn(login: "${login}", password: "${WRONG}") { ok } }` }))),
  'event stream, with a made-up session': async (product) => {
    const client = stranger();
    client.cookie = `gj_session=${'A'.repeat(43)}`;
    return send(product, client, '/events');
  },
  'link of a mail, made up': (product) => send(product, stranger(), '/auth/reset', { token: 'A'.repeat(43), password: 'Trumpet-Canal-88' }),
};

const graph = (product, body) => send(product, stranger(), '/graphql', body);

/** An hour of guessing at one account, as much as is answered in each minute, on two processes in turn. */
async function anHour(place, person, ways, most = 6) {
  const state = {};
  let evaluated = 0;
  let longestWait = 0;
  for (let minute = 0; minute < MINUTES; minute++) {
    for (const [index, way] of ways.entries()) {
      for (let tries = 0; tries <= most; tries++) {
        const answer = await way([place.product, place.second][(index + tries) % 2], person, state);
        if (answer.status < 400) throw new Error(`a guess was right: ${JSON.stringify(answer)}`);
        if (!EVALUATED.has(answer.body.code)) {
          longestWait = Math.max(longestWait, answer.body.retryAfterSeconds ?? 0);
          break;
        }
        evaluated++;
      }
    }
    await minutesPass(place, 1);
  }
  return { evaluated, longestWait };
}

export async function guessEveryWay(place) {
  const found = {};
  for (const [name, way] of Object.entries(WAYS)) found[name] = await anHour(place, await somebody(place, { factors: /code|passkey/.test(name) }), [way]);
  const person = await somebody(place, { factors: true });
  found['all of them in turn, at one account'] = await anHour(place, person, Object.values(WAYS));
  found['a hundred at once'] = await atOnce(place);
  return found;
}

async function atOnce(place) {
  const person = await somebody(place);
  const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => WAYS['sign-in']([place.product, place.second][index % 2], person)));
  return { evaluated: answers.filter(({ body }) => EVALUATED.has(body.code)).length, longestWait: Math.max(...answers.map(({ body }) => body.retryAfterSeconds ?? 0)) };
}

/** What the control takes away: whatever is poured into the bucket runs out at once. Not a line of the product is changed. */
export async function unlimited(place) {
  await sql(place, `create function directory.leak() returns trigger language plpgsql as $$ begin new.paid_until := now(); return new; end $$;
    create trigger leak before insert or update on directory.attempt for each row execute function directory.leak()`);
  const { evaluated } = await anHour(place, await somebody(place), [WAYS['sign-in']], 1);
  await sql(place, 'drop trigger leak on directory.attempt; drop function directory.leak()');
  return evaluated;
}
