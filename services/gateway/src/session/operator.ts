import { hashPassword, nameKeys, passwordProblem } from '@gongjian/directory';
import { SettingsError } from '@gongjian/platform';
import type { Pool } from 'pg';
import { words } from './session.messages.ts';

/**
 * A platform operator: an account that no consortium gives.
 * @param pool as the role that checks passwords
 * @returns false when the login is taken, as it is from the second start on
 * @throws when the password is weak
 */
export async function createOperator(pool: Pool, login: string, password: string, name: string): Promise<boolean> {
  const problem = passwordProblem(password, { login });
  if (problem) throw new SettingsError(`OPERATOR_PASSWORD: ${words.text('en', problem)} / ${words.text('zh-CN', problem)}`);
  const { sortName, search } = nameKeys(name, { surname: true });
  const { rows } = await pool.query<{ made: boolean }>('select directory.register_operator($1, $2, $3, $4, $5) as made', [name, sortName, search, login, await hashPassword(password)]);
  return rows[0]!.made;
}
