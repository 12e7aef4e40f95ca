import type { Actor } from '@gongjian/platform';
import type { FastifyInstance } from 'fastify';
import { type ExecutionResult, parse } from 'graphql';

/** What the demo needs of the running product: its public door, and a way to run an operation at another time of day. */
export interface Stage {
  fastify: FastifyInstance;
  resolve(token: string): Promise<Actor | null>;
  execute(operation: { document: ReturnType<typeof parse>; variables: Record<string, unknown>; actor: Actor; options: { now?: Date } }): Promise<ExecutionResult>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers are read where their query stands
export type Answer = Record<string, any>;

/** Somebody who signs in and uses the product as anybody would: the same sign-in, the same operations, the same permissions. */
export class Visitor {
  private cookie = '';
  private actor: Actor | null = null;

  constructor(
    private readonly stage: Stage,
    readonly login: string,
  ) {}

  async signIn(password: string): Promise<this> {
    const response = await this.stage.fastify.inject({ method: 'POST', url: '/auth/sign-in', payload: { login: this.login, password } });
    await this.keep(response);
    return this;
  }

  async sit(consortiumId: string, organisationId: string): Promise<void> {
    await this.keep(await this.stage.fastify.inject({ method: 'POST', url: '/auth/seat', headers: { cookie: this.cookie }, payload: { consortiumId, organisationId } }));
  }

  private async keep(response: { statusCode: number; body: string; cookies: { name: string; value: string }[] }): Promise<void> {
    const token = response.cookies.find((cookie) => cookie.name === 'gj_session')?.value;
    if (!token) throw new Error(`demo: ${this.login} cannot sign in: ${response.statusCode} ${response.body}`);
    this.cookie = `gj_session=${token}`;
    this.actor = await this.stage.resolve(token);
  }

  /** @param now when it happens; some of the demo was booked weeks ago */
  async run(query: string, variables: Record<string, unknown> = {}, now?: Date): Promise<Answer> {
    const { data, errors } = await this.attempt(query, variables, now);
    if (errors?.length) throw new Error(`demo: ${this.login}: ${errors[0]!.message} ${JSON.stringify(errors[0]!.extensions)} in ${query}`);
    return data as Answer;
  }

  /** The same, where a refusal is an answer too. */
  attempt(query: string, variables: Record<string, unknown> = {}, now?: Date): Promise<ExecutionResult> {
    return this.stage.execute({ document: parsed(query), variables, actor: this.actor!, options: { now } });
  }

  async upload(name: string, content: string): Promise<string> {
    const edge = '----gongjian-demo';
    const payload = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--${edge}--\r\n`;
    const response = await this.stage.fastify.inject({ method: 'POST', url: '/files', headers: { cookie: this.cookie, 'content-type': `multipart/form-data; boundary=${edge}` }, payload });
    if (response.statusCode !== 201) throw new Error(`demo: upload of ${name}: ${response.body}`);
    return (JSON.parse(response.body) as { id: string }).id;
  }
}

const documents = new Map<string, ReturnType<typeof parse>>();

function parsed(query: string): ReturnType<typeof parse> {
  const known = documents.get(query) ?? parse(query);
  documents.set(query, known);
  return known;
}

