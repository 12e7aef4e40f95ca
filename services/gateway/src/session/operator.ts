import { hashPassword, isStrongPassword, nameKeys } from '@gongjian/directory';
import { SettingsError } from '@gongjian/platform';
import type { Pool } from 'pg';

/**
 * A platform operator: an account that no consortium gives.
 * @param pool as the role that checks passwords
 * @returns false when the login is taken, as it is from the second start on
 * @throws when the password is weak
 */
export async function createOperator(pool: Pool, login: string, password: string, name: string): Promise<boolean> {
  if (!isStrongPassword(password)) throw new SettingsError('OPERATOR_PASSWORD: 10 to 200 characters, three of upper case, lower case, digits, others / 10 至 200 位，包含大写、小写、数字、其他字符中的三种');
  const { sortName, search } = nameKeys(name, { surname: true });
  const { rows } = await pool.query<{ made: boolean }>('select directory.register_operator($1, $2, $3, $4, $5) as made', [name, sortName, search, login, await hashPassword(password)]);
  return rows[0]!.made;
}
