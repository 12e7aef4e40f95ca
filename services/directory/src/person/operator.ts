import { nameKeys } from '../search.ts';
import { hashPassword, isStrongPassword } from './password.ts';

/** A connection as the owner of the schema, such as migrations use; the runtime roles may not write accounts. */
export interface OwnerConnection {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Does this installation have anybody who may found consortia? */
export async function hasOperator(db: OwnerConnection): Promise<boolean> {
  const { rows } = await db.query('select 1 from directory.account where operator limit 1');
  return rows.length > 0;
}

/**
 * A platform operator: an account that no consortium gives, made at first start.
 * @returns false when the login is taken
 * @throws when the password is weak
 */
export async function createOperator(db: OwnerConnection, login: string, password: string, name: string): Promise<boolean> {
  if (!isStrongPassword(password)) throw new Error('The operator\'s password needs 10 characters, with three of: upper case, lower case, digits, others / 平台运营密码至少 10 位，包含三种字符');
  const { sortName, search } = nameKeys(name, { surname: true });
  const { rows } = await db.query(
    `with person as (
       insert into directory.person (id, name, sort_name, search, created_at, updated_at, version)
       select directory.new_id(), $1, $2, $3, now(), now(), 1
       where not exists (select 1 from directory.account a where lower(a.login) = lower($4))
       returning id, created_at)
     insert into directory.account (id, person_id, login, password_hash, operator, created_at)
     select directory.new_id(), person.id, $4, $5, true, person.created_at from person returning id`,
    [name, sortName, search, login, await hashPassword(password)],
  );
  return rows.length > 0;
}
