import { createHash } from 'node:crypto';
import { Client, PASSWORD, SoftPasskey, TestConsortium } from '@gongjian/platform/testing';
import { mailPlaces, OPERATOR_TENANT, readContent, readRecipient, rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import { generateSync } from 'otplib';
import pg from 'pg';

export const ANOTHER = 'Trumpet-Canal-88';
/** Passkeys belong to the name under which browsers know the product. */
export const origin = () => `http://localhost:${new URL(process.env.GONGJIAN_URL!).port}`;
const secrets = () => new Secrets(process.env.GONGJIAN_SECRET_KEY!);

/** Runs SQL as the owner of the schema. */
async function asOwner<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
  return on(process.env.GONGJIAN_DATABASE_URL!, text, values);
}

/** Runs SQL as the role that checks passwords. */
export async function asDoor<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  return on(urlAs(url, rolesOf(url).auth, secrets()), text, values);
}

async function on<R extends pg.QueryResultRow>(url: string, text: string, values: unknown[]): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export interface Answer {
  status: number;
  body: any;
}

export async function ask(client: Client, path: string, body?: object): Promise<Answer> {
  const response = body ? await client.post(path, body) : await client.fetch(path);
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

export const status = async (client: Client): Promise<number> => (await client.try('{ me { roles } }')).status;

/** Asks again until it is so: news travel between connections. */
export async function until<T>(read: () => Promise<T>, right: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (right(value) || tries === 100) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The next browser of the same person: nothing is known of it. */
export const elsewhere = () => new Client();

/** The same session in a second client: what somebody has who copied the cookie. */
export function copyOf(client: Client): Client {
  const copy = new Client(client.address);
  copy.cookie = client.cookie;
  return copy;
}

export interface Mail {
  about: string;
  subject: string;
  text: string;
  html: string;
}

/** All mails to an address, oldest first, once there are so many. */
export async function mailsTo(address: string, count = 1): Promise<Mail[]> {
  const read = async () => {
    const rows = await asOwner<{ id: string; about: string; recipient: Buffer; content: Buffer }>(`select id, about, recipient, content from platform.mail where tenant_id = $1 and content is not null order by created_at`, [OPERATOR_TENANT]);
    const read = (id: string, column: 'recipient' | 'content', sealed: Buffer) => secrets().openAt(mailPlaces(id)[column], sealed, OPERATOR_TENANT).toString('utf8');
    return rows.filter(({ id, recipient }) => readRecipient(read(id, 'recipient', recipient)).address === address).map(({ id, about, content }) => ({ about, ...readContent(read(id, 'content', content)) }));
  };
  return until(read, (mails) => mails.length >= count);
}

/** The secret of the link in a mail: behind the # alone. */
export function tokenIn(mail: Mail | undefined): string {
  return /#([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
}

let addresses = 0;
export const anAddress = () => `p${process.pid}.${Date.now()}.${++addresses}@example.org`;

/** A person with a confirmed address, signed in. */
export async function personWithMail(): Promise<{ client: Client; login: string; email: string; consortium: TestConsortium }> {
  const consortium = await TestConsortium.found();
  const client = consortium.secretary;
  const email = anAddress();
  await ask(client, '/auth/email', { email });
  const [mail] = await mailsTo(email);
  const confirmed = await ask(client, '/auth/email/confirm', { token: tokenIn(mail) });
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed));
  return { client, login: consortium.secretaryLogin, email, consortium };
}

/** The code that an app shows. */
export const codeOf = (secret: string, at = Date.now()) => generateSync({ secret, epoch: Math.floor(at / 1000) });

/** The one after it, of a phone whose clock is a little fast: the one that is shown was used to add the app. */
export const nextCodeOf = (secret: string) => codeOf(secret, Date.now() + 30_000);

/** Adds an authenticator app. @returns its secret, and the recovery codes */
export async function addTotp(client: Client): Promise<{ secret: string; codes: string[] }> {
  const { body: begun } = await ask(client, '/auth/totp/begin', {});
  const { status: code, body } = await ask(client, '/auth/totp/confirm', { code: codeOf(begun.secret) });
  if (code !== 200) throw new Error(JSON.stringify(body));
  return { secret: begun.secret, codes: body.codes };
}

export async function addPasskey(client: Client, name = '工作电脑', passkey = new SoftPasskey(origin())): Promise<{ passkey: SoftPasskey; answer: Answer }> {
  const { body: options } = await ask(client, '/auth/passkeys/options', {});
  return { passkey, answer: await ask(client, '/auth/passkeys', { name, response: passkey.create(options) }) };
}

export const signIn = (client: Client, login: string, password = PASSWORD) => ask(client, '/auth/sign-in', { login, password });

/** Time passes for the tries of strangers with an account. */
export const laterFor = (login: string, minutes: number) =>
  asDoor('update directory.attempt set paid_until = paid_until - make_interval(mins => $2) where key = $1', [`account ${createHash('sha256').update(login.toLowerCase()).digest('base64url')}`, minutes]);
