import { privacyNotice } from '@gongjian/rules';
import { Client, PASSWORD, TestConsortium } from '@gongjian/platform/testing';
import { OPERATOR_TENANT } from '@gongjian/platform/testing/inside';
import { aLogin, soon } from './kit.ts';
import { anAddress, mailsOf, type SentMail } from './mail-kit.ts';

export const open = 'mutation { openSelfRegistration { id on link organisation { id } changedBy { id } } }';
export const close = 'mutation { closeSelfRegistration { on link } }';
export const rotate = 'mutation { rotateRegistrationLink { on link } }';
export const own = '{ selfRegistration { id on link } }';
export const list = '{ registrations { nodes { id state name email wishedRole note askedAt expiresAt organisation { id } person { name } viewerCanDecide } totalCount } }';
export const confirm = 'mutation ($id: ID!, $input: ConfirmRegistrationInput!) { confirmRegistration(id: $id, input: $input) { id state name email note person { id name } decidedBy { id } } }';
export const decline = 'mutation ($id: ID!, $reason: String!) { declineRegistration(id: $id, reason: $reason) { id state name email note decidedBy { id } } }';
export const NOTICE = privacyNotice.version;

export interface Answer {
  status: number;
  body: any;
}
export async function door(client: Client, path: string, body?: object): Promise<Answer> {
  const response = body ? await client.post(`/auth/registration${path}`, body) : await client.fetch(`/auth/registration${path}`);
  return { status: response.status, body: await response.json() };
}

export const tokenOf = (link: string) => link.split('#')[1]!;
export const look = (client: Client, token: string) => door(client, '/link', { token });
export const read = (client: Client, token: string) => door(client, '', { token });
export const waiting = (client: Client) => door(client, '/waiting');

export function ask(token: string, more: object = {}, client = new Client()): Promise<Answer> {
  return door(client, '/ask', { token, name: '赵新', email: anAddress(), role: 'TEACHER', note: '', noticeVersion: NOTICE, ...more });
}

/** The newest mail of the installation to an address, once there are so many. */
export async function mailTo(address: string, count = 1): Promise<SentMail> {
  const mails = await soon(() => mailsOf(OPERATOR_TENANT, address), (found) => found.length >= count, 200);
  if (mails.length < count) throw new Error(`${mails.length} mails of ${count}`);
  return mails.at(-1)!;
}
export const secretIn = (mail: SentMail) => /#([\w-]{43})/.exec(mail.text)?.[1] ?? '';

/** A school that lets people register themselves. */
export async function scene() {
  const consortium = await TestConsortium.found();
  const school = await consortium.member('示例职业技术学院', 'SCHOOL');
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], school.id, '王主任');
  const { openSelfRegistration } = await administrator.run(open);
  const token = tokenOf(openSelfRegistration.link);
  const wish = async (more: { email?: string } & Record<string, unknown> = {}) => {
    const email = more.email ?? anAddress();
    const answer = await ask(token, { ...more, email });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer));
    return { email, secret: secretIn(await mailTo(email)) };
  };
  /** Asked, confirmed by mail with a new account, and waits. */
  const applicant = async (more: Record<string, unknown> = {}) => {
    const { email, secret } = await wish(more);
    const client = new Client();
    const login = aLogin();
    const { body } = await register(client, secret, { login });
    if (!body.ok) throw new Error(JSON.stringify(body));
    const { registrations } = await administrator.run(list);
    const id = registrations.nodes.find((each: { email: string }) => each.email === email)!.id as string;
    return { client, login, email, secret, id };
  };
  return { consortium, school, administrator, secretary: consortium.secretary, token, wish, applicant };
}

export const register = (client: Client, token: string, more: object = {}) => door(client, '/register', { token, name: '赵新', login: aLogin(), password: PASSWORD, ...more });
