import { Client, PASSWORD } from '@gongjian/platform/testing';
import { rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import pg from 'pg';

export const me = '{ me { person { id name } consortium { id name } organisation { id name } roles seats { roles consortium { id name } organisation { id name membership { kind since } } } viewerCanCreateConsortium viewerCanAddMember viewerCanManagePeople } }';
export const addPerson = 'mutation ($input: AddPersonInput!, $key: String) { addPerson(input: $input, idempotencyKey: $key) { id name roleGrants { id role organisation { id } since until } } }';
export const grantRole = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id role since until organisation { id } } }';
export const revokeRole = 'mutation ($id: ID!) { revokeRole(id: $id) { id until } }';
export const suspendPerson = 'mutation ($id: ID!, $input: SuspendInput!) { suspendPerson(personId: $id, input: $input) { id suspension { id reason since until state suspendedBy { id } } } }';
export const addMember = 'mutation ($input: AddMemberInput!, $key: String) { addMember(input: $input, idempotencyKey: $key) { id name shortName uscc kind membership { id kind since until } } }';
export const endMembership = 'mutation ($id: ID!, $until: Date) { endMembership(id: $id, until: $until) { id until } }';
export const createConsortium = 'mutation ($input: CreateConsortiumInput!, $key: String) { createConsortium(input: $input, idempotencyKey: $key) { id name shortName kind timeZone } }';
export const person = 'query ($id: ID!) { person(id: $id) { id name roleGrants { id role organisation { id name } } } }';
export const organisation = 'query ($id: ID!) { organisation(id: $id) { id name } }';

/** A day from today on, in the consortium's zone. */
export const dayFromNow = (days: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000));

let logins = 0;
/** A login that no other test has. */
export const aLogin = () => `t-${process.pid}-${Date.now()}-${++logins}`;
export const anAccount = (login = aLogin(), name = '李四') => ({ name, login, password: PASSWORD });

/** Runs SQL as one of the product's own roles. */
export async function as<R extends pg.QueryResultRow>(role: 'app' | 'auth', text: string, values: unknown[] = []): Promise<R[]> {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  const client = new pg.Client({ connectionString: urlAs(url, rolesOf(url)[role], new Secrets(process.env.GONGJIAN_SECRET_KEY!)) });
  await client.connect();
  try {
    const answers = await client.query<R>(text, values);
    const last = Array.isArray(answers) ? (answers as pg.QueryResult<R>[]).at(-1)! : answers;
    return last.rows;
  } finally {
    await client.end();
  }
}

/** The same browser session in a second client: what somebody has who copied the cookie. */
export function copyOf(client: Client): Client {
  const copy = new Client(client.address);
  copy.cookie = client.cookie;
  return copy;
}

export const status = async (client: Client): Promise<number> => (await client.try('{ me { roles } }')).status;

/** Asks again for at most a second, or so many times: news of a commit travels between connections. */
export async function soon<T>(ask: () => Promise<T>, right: (answer: T) => boolean, most = 20): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (right(answer) || tries === most) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
