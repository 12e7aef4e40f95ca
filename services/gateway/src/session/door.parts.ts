import type { KeyRing, Language, Secrets } from '@gongjian/platform';
import type { Pool, PoolClient } from 'pg';
import type { AccessLog } from './access-log.ts';
import type { Attempts } from './attempts.ts';
import type { Sql, Visitor } from './device.queries.ts';

/** What all that proves who somebody is has in common. */
export interface DoorParts {
  /** As the one role that may see accounts and sessions. */
  pool: Pool;
  secrets: Secrets;
  /** What consortia have sealed; nothing is sealed for them here. */
  ring: KeyRing;
  attempts: Attempts;
  log: AccessLog;
  /** The address under which browsers reach the product: passkeys belong to its host. */
  publicUrl: string;
}

/** About an account, or to somebody who asks for one. */
export type LetterKind = AccountLetterKind | 'REGISTRATION';
export type AccountLetterKind = 'RESET' | 'EMAIL' | 'NEW_DEVICE' | 'PASSWORD_CHANGED' | 'EMAIL_CHANGED' | 'FACTOR_ADDED' | 'FACTOR_REMOVED' | 'CODE_USED' | 'IDENTITY_LINKED' | 'IDENTITY_UNLINKED';

/** What a mail is to tell: a device and from where, the name of a passkey or of an identity provider, how many codes are left. */
export interface LetterFacts {
  agent?: string;
  address?: string;
  factor?: 'TOTP' | 'PASSKEY';
  name?: string;
  organisation?: string;
  left?: number;
}

export interface LetterOrder {
  kind: LetterKind;
  accountId: string | null;
  /** The login or address that somebody typed, or their request to come in; sealed. */
  asked?: Buffer;
  language: Language;
  facts?: LetterFacts;
}

/** Orders a mail, in the transaction in which its reason happened. Who gets it and whether, is looked up by who writes it. */
export async function orderLetter(sql: Sql, { kind, accountId, asked, language, facts = {} }: LetterOrder): Promise<void> {
  await sql.query('insert into directory.letter (id, kind, account_id, asked, language, facts) values (gen_random_uuid(), $1, $2, $3, $4, $5)', [kind, accountId, asked ?? null, language, JSON.stringify(facts)]);
}

/** All of it or nothing. */
export async function together<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** What somebody did to their own account, in the log of the consortium in which they sit. */
export function logOwn({ log }: DoorParts, holder: { personId: string; tenantId: string; organisationId: string }, { address, requestId }: Visitor, operation: `auth.${string}`, code: string | null = null): Promise<void> {
  const { personId, tenantId, organisationId } = holder;
  return log.record({ operation, personId, tenantId, organisationId, address, requestId, code });
}
