import { randomUUID } from 'node:crypto';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { anAddress, asDoor, ask, type Answer, origin } from './kit.ts';
import { SchoolProvider, SchoolVisitor } from './provider.ts';

export const CREATE = 'mutation ($organisationId: ID!, $input: IdentityProviderInput!) { createIdentityProvider(organisationId: $organisationId, input: $input) { id version } }';
export const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: IdentityProviderInput!) { updateIdentityProvider(id: $id, version: $version, input: $input) { id version } }';

/** A consortium whose lead school has an identity provider of its own. */
export class School {
  private constructor(
    readonly consortium: TestConsortium,
    readonly provider: SchoolProvider,
    readonly code: string,
    readonly domain: string,
    public id = '',
    public version = 1,
  ) {}

  static async found(provider?: SchoolProvider): Promise<School> {
    const [consortium, its] = [await TestConsortium.found(), provider ?? (await SchoolProvider.open())];
    const school = new School(consortium, its, `s-${randomUUID().slice(0, 12)}`, `${randomUUID().slice(0, 8)}.edu.cn`);
    its.register(`${origin()}/auth/oidc/${school.code}/callback`);
    const { createIdentityProvider } = await consortium.secretary.run(CREATE, { organisationId: consortium.lead.id, input: school.input() });
    school.id = createIdentityProvider.id;
    return school;
  }

  input(changes: object = {}): object {
    return { name: '统一身份认证', code: this.code, issuer: this.provider.issuer, clientId: this.provider.clientId, clientSecret: this.provider.clientSecret, domains: [this.domain], enabled: true, ...changes };
  }

  async update(changes: object): Promise<void> {
    const { updateIdentityProvider } = await this.consortium.secretary.run(UPDATE, { id: this.id, version: this.version, input: this.input(changes) });
    this.version = updateIdentityProvider.version;
  }

  /** Somebody who works for the school, with a confirmed address there, and who is known to its provider by the same one. */
  async teacher(subject = `t-${randomUUID().slice(0, 8)}`): Promise<Client & { personId: string; login: string; subject: string; email: string }> {
    const person = await this.consortium.person(['TEACHER']);
    const email = anAddress().replace(/@.*/, `@${this.domain}`);
    await asDoor('update directory.account set email = $2 where login = $1', [person.login, email]);
    this.provider.people.set(subject, { email, verified: true });
    return Object.assign(person, { subject, email });
  }

  begin(client: Client, more: object = {}): Promise<Answer> {
    return ask(client, '/auth/oidc/begin', { code: this.code, ...more });
  }

  /** To the school's pages and back to our callback. @returns where our door sends the browser then */
  async travel(client: Client, subject: string, more: object = {}): Promise<string> {
    const { body } = await this.begin(client, more);
    if (!body.location) return body.code;
    return this.callback(client, await new SchoolVisitor().go(body.location, subject));
  }

  async callback(client: Client, url: URL): Promise<string> {
    const response = await client.fetch(url.pathname + url.search);
    if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`);
    return response.headers.get('location')!;
  }

  async finish(client: Client, place: string): Promise<Answer> {
    return ask(client, '/auth/oidc/finish', { token: place.split('#')[1] ?? '-' });
  }

  /** The whole way. */
  async come(client: Client, subject: string, more: object = {}): Promise<Answer> {
    return this.finish(client, await this.travel(client, subject, more));
  }

  /** Comes for the first time, and proves the account. */
  async linked(teacher: { subject: string }, client = new Client()): Promise<Client> {
    const place = await this.travel(client, teacher.subject);
    const { body } = await ask(client, '/auth/oidc/prove', { token: place.split('#')[1], password: PASSWORD });
    if (!body.ok) throw new Error(JSON.stringify(body));
    return client;
  }
}

export const problemIn = (place: string) => new URL(place, origin()).searchParams.get('problem');
export const linksOf = async (client: Client) => (await ask(client, '/auth/identities')).body;
