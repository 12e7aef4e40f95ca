import { hashPassword, nameKeys, type PasswordProblem, passwordProblem } from '@gongjian/directory';
import { inputs } from '@gongjian/platform';
import type { NewAccount } from './invitation.queries.ts';

/** What somebody types who comes in by a link and has no account yet. */
export interface NewHolder {
  name: string;
  login: string;
  password: string;
}

export type NewHolderRefusal = { ok: false; code: 'LOGIN_FORM' | 'NAME_FORM' | PasswordProblem; field: string };

const LOGIN = /^[A-Za-z0-9._@-]{3,64}$/;
export const personName = inputs.text(1, 50);

/** The account that is to be opened, with the address that its link was mailed to; or the first thing that is wrong, at its field. */
export async function readHolder(given: NewHolder, email: string): Promise<NewAccount | NewHolderRefusal> {
  const name = personName.safeParse(given.name);
  if (!name.success) return { ok: false, code: 'NAME_FORM', field: 'name' };
  const login = given.login.trim();
  if (!LOGIN.test(login)) return { ok: false, code: 'LOGIN_FORM', field: 'login' };
  const problem = passwordProblem(given.password, { login, name: name.data, email });
  if (problem) return { ok: false, code: problem, field: 'password' };
  return { name: name.data, ...nameKeys(name.data, { surname: true }), login, passwordHash: await hashPassword(given.password), email };
}
