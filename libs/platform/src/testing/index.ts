import { randomInt, randomUUID } from 'node:crypto';

export { SoftPasskey } from './passkey.ts';

/** Tests speak as a browser does: over HTTP, with a session cookie, to the product that the suite has started. */
const url = () => process.env.GONGJIAN_URL!;

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; field?: string; details?: Record<string, never> & { problems?: { field: string; code: string; message: string }[] } };
}

export interface GraphResult<T> {
  data: T | null;
  errors?: GraphError[];
  status: number;
}

/** An address of its own for each client, so that limits per address do not meet across tests. */
const anAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

export class Client {
  cookie = '';
  language = 'zh-CN';
  /** What the browser keeps besides the session: the device, and a sign-in that is half done. */
  readonly jar = new Map<string, string>();

  constructor(readonly address = anAddress()) {}

  /** A request of any kind. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-for', this.address);
    headers.set('x-language', this.language);
    const cookies = [this.cookie, ...[...this.jar].map(([name, value]) => `${name}=${value}`)].filter(Boolean);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    const response = await fetch(`${url()}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (name === 'gj_session') this.cookie = pair;
    else if (value) this.jar.set(name, value);
    else this.jar.delete(name);
  }

  async post(path: string, body: object): Promise<Response> {
    return this.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  async signIn(login: string, password: string): Promise<this> {
    const response = await this.post('/auth/sign-in', { login, password });
    if (!response.ok) throw new Error(`sign-in of ${login}: ${response.status} ${await response.text()}`);
    return this;
  }

  /** An operation, whatever comes of it. */
  async try<T = Record<string, never>>(query: string, variables: object = {}): Promise<GraphResult<T>> {
    const response = await this.post('/graphql', { query, variables });
    const body = (await response.json()) as Omit<GraphResult<T>, 'status'>;
    return { ...body, status: response.status };
  }

  /** An operation that has to succeed. */
  async run<T = any>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.try<T>(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors, null, 1));
    return data;
  }

  /** The code of the error with which an operation is refused, and the field. */
  async refusal(query: string, variables: object = {}): Promise<{ code: string; field?: string; message: string }> {
    const { errors } = await this.try(query, variables);
    const [error] = errors ?? [];
    if (!error) throw new Error('it was not refused');
    return { code: error.extensions.code, ...(error.extensions.field && { field: error.extensions.field }), message: error.message };
  }
}

export async function operator(): Promise<Client> {
  const { login, password } = JSON.parse(process.env.GONGJIAN_OPERATOR!) as { login: string; password: string };
  return new Client().signIn(login, password);
}

const desks = new Map<string, Promise<Client>>();

/** The operator at whose desk consortia are founded, one for each product that is spoken to; nobody else uses these sessions. */
function foundingDesk(): Promise<Client> {
  if (!desks.has(url())) desks.set(url(), operator());
  return desks.get(url())!;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A 统一社会信用代码 that nobody has, with the right check character (GB 32100-2015). */
export function aUscc(): string {
  const body = `9143${String(randomInt(100)).padStart(2, '0')}00${Array.from({ length: 9 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
  const sum = [...body].reduce((total, character, index) => total + ALPHABET.indexOf(character) * (3 ** index % 31), 0);
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}

/** No word and no digit in it: how many guesses it takes is estimated in a tenth of the time. */
export const PASSWORD = 'Gyjq-Xvkw-Pbzm';

export interface Organisation {
  id: string;
  name: string;
  uscc: string;
}

/** A consortium of a test's own, with its secretary signed in. */
export class TestConsortium {
  private constructor(
    readonly id: string,
    readonly lead: Organisation,
    readonly secretary: Client,
    readonly secretaryLogin: string,
  ) {}

  static async found(name = '测试联合体', kind = 'MUNICIPAL_CONSORTIUM'): Promise<TestConsortium> {
    const login = `s-${randomUUID()}`;
    const lead = { name: '牵头职业技术学院', kind: 'SCHOOL', uscc: aUscc() };
    const { createConsortium } = await (await foundingDesk()).run(
      'mutation ($input: CreateConsortiumInput!) { createConsortium(input: $input) { id } }',
      { input: { name, shortName: name.slice(0, 12), kind, lead, secretary: { name: '秘书', login, password: PASSWORD } } },
    );
    const secretary = await new Client().signIn(login, PASSWORD);
    const { me } = await secretary.run('{ me { organisation { id name uscc } } }');
    return new TestConsortium(createConsortium.id, me.organisation, secretary, login);
  }

  /** One more member organisation. */
  async member(name = '示例重工集团有限公司', kind = 'ENTERPRISE'): Promise<Organisation> {
    const { addMember } = await this.secretary.run('mutation ($input: AddMemberInput!) { addMember(input: $input) { id name uscc } }', { input: { organisation: { name, kind, uscc: aUscc() } } });
    return addMember;
  }

  /** A person with roles for an organisation, signed in. */
  async person(roles: string[], organisationId = this.lead.id, name = '张三'): Promise<Client & { personId: string; login: string }> {
    const login = `p-${randomUUID()}`;
    const { addPerson } = await this.secretary.run('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input: { account: { name, login, password: PASSWORD }, organisationId, roles } });
    const client = await new Client().signIn(login, PASSWORD);
    return Object.assign(client, { personId: addPerson.id as string, login });
  }

  /** A teacher in the register of the lead school, by way of an import, as registers come. */
  async registered(name: string, idNumber: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([`工号,姓名,身份证号,联系电话\nT-${name},${name},${idNumber},13912345678\n`]), 'teachers.csv');
    const { id: fileId } = (await (await this.secretary.fetch('/files', { method: 'POST', body: form })).json()) as { id: string };
    const { startImport: { id } } = await this.secretary.run('mutation ($input: StartImportInput!) { startImport(input: $input) { id } }', { input: { fileId, ownerId: this.lead.id, register: 'TEACHERS' } });
    const reach = async (wanted: string) => {
      for (let tries = 0; ; tries++) {
        const { state } = (await this.secretary.run('query ($id: ID!) { import(id: $id) { state } }', { id })).import;
        if (state === wanted) return;
        if (tries > 100) throw new Error(`the import is ${state}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    await reach('REVIEW');
    await this.secretary.run('mutation ($id: ID!) { applyImport(id: $id) { id } }', { id });
    await reach('DONE');
    return (await this.secretary.run('query ($s: String) { resources(filter: { search: $s, kinds: [TEACHER] }) { nodes { id } } }', { s: name })).resources.nodes[0].id;
  }
}
