import { likePattern } from '@gongjian/platform';
import type { Sql } from '../session/device.queries.ts';
import type { AccountRow } from '../session/session.queries.ts';
import { ACCOUNT } from '../session/session.queries.ts';
import type { ProviderAddress } from './provider.client.ts';

export interface Provider extends ProviderAddress {
  tenantId: string;
  id: string;
  organisationId: string;
  organisation: string;
  name: string;
  code: string;
  domains: string[];
}

/** Of members of today that are not suspended: `directory.member` knows. */
const PROVIDER = `select p.tenant_id as "tenantId", p.id, p.organisation_id as "organisationId", m.name as organisation, p.name, p.code, p.issuer, p.client_id as "clientId", p.client_secret_sealed as "clientSecretSealed", p.domains
  from directory.identity_provider p join directory.member m on m.tenant_id = p.tenant_id and m.organisation_id = p.organisation_id`;

/** @returns null also for one that is turned off, and of an organisation that has left or is suspended */
export async function findProvider(sql: Sql, by: { code: string } | { tenantId: string; id: string }): Promise<Provider | null> {
  const found = 'code' in by
    ? await sql.query<Provider>(`${PROVIDER} join directory.sign_in_code c on c.tenant_id = p.tenant_id and c.provider_id = p.id where c.code = $1 and p.enabled`, [by.code])
    : await sql.query<Provider>(`${PROVIDER} where p.tenant_id = $1 and p.id = $2 and p.enabled`, [by.tenantId, by.id]);
  return found.rows[0] ?? null;
}

/** By the domain of a mail address, or by some characters of the organisation's name. Says nothing about who has an account. */
export async function searchProviders(sql: Sql, by: { domain: string } | { name: string }): Promise<Provider[]> {
  const [condition, value] = 'domain' in by ? ['$1 = any(p.domains)', by.domain] : ['(m.name ilike $1 or m.short_name ilike $1)', likePattern('%', by.name, '%')];
  const { rows } = await sql.query<Provider>(`${PROVIDER} where p.enabled and ${condition} order by m.name, p.name limit 8`, [value]);
  return rows;
}

/** For who sets it up: also one that is turned off. */
export async function findSecret(sql: Sql, tenantId: string, id: string): Promise<(ProviderAddress & { organisationId: string }) | null> {
  const { rows } = await sql.query<ProviderAddress & { organisationId: string }>(
    `select issuer, client_id as "clientId", client_secret_sealed as "clientSecretSealed", organisation_id as "organisationId" from directory.identity_provider where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
  return rows[0] ?? null;
}

const SEATED = `exists (select from directory.seat s where s.person_id = a.person_id and s.tenant_id = $1 and s.organisation_id = $2)`;

/** Whether an account works for the provider's organisation today. */
export async function isSeated(sql: Sql, { tenantId, organisationId }: Provider, accountId: string): Promise<boolean> {
  const { rows } = await sql.query<{ seated: boolean }>(`select ${SEATED} as seated from directory.account a where a.id = $3`, [tenantId, organisationId, accountId]);
  return rows[0]?.seated ?? false;
}

/** The account with that confirmed address, if it works for the provider's organisation today. */
export async function findSeatedByEmail(sql: Sql, { tenantId, organisationId }: Provider, email: string): Promise<AccountRow | null> {
  const { rows } = await sql.query<AccountRow>(`${ACCOUNT} where lower(a.email) = lower($3) and ${SEATED}`, [tenantId, organisationId, email]);
  return rows[0] ?? null;
}

export interface Visit {
  tenantId: string;
  providerId: string;
  /** Who links their account: signed in when it began, or proved by password since. */
  accountId: string | null;
  sealed: Buffer;
}

export interface NewVisit extends Visit {
  tokenHash: Buffer;
  browserHash: Buffer;
  back: boolean;
}

const VISIT_MINUTES = 10;
const VISIT = `tenant_id as "tenantId", provider_id as "providerId", account_id as "accountId", sealed`;

export async function insertVisit(sql: Sql, { tokenHash, browserHash, tenantId, providerId, accountId, back, sealed }: NewVisit): Promise<void> {
  await sql.query(
    'insert into directory.provider_visit (token_hash, browser_hash, tenant_id, provider_id, account_id, back, sealed, expires_at) values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(mins => $8))',
    [tokenHash, browserHash, tenantId, providerId, accountId, back, sealed, VISIT_MINUTES],
  );
}

/** Good once, in the browser in which it began, and not for long. */
export async function takeVisit(sql: Sql, tokenHash: Buffer, browserHash: Buffer, back: boolean): Promise<Visit | null> {
  const { rows } = await sql.query<Visit>(`delete from directory.provider_visit where token_hash = $1 and browser_hash = $2 and back = $3 and expires_at > now() returning ${VISIT}`, [tokenHash, browserHash, back]);
  return rows[0] ?? null;
}

/** Somebody who is back may have to say something first; until then the visit stays. */
export async function findBack(sql: Sql, tokenHash: Buffer, browserHash: Buffer): Promise<Visit | null> {
  const { rows } = await sql.query<Visit>(`select ${VISIT} from directory.provider_visit where token_hash = $1 and browser_hash = $2 and back and expires_at > now()`, [tokenHash, browserHash]);
  return rows[0] ?? null;
}

export async function setVisitAccount(sql: Sql, tokenHash: Buffer, accountId: string): Promise<void> {
  await sql.query('update directory.provider_visit set account_id = $2 where token_hash = $1', [tokenHash, accountId]);
}

export interface LinkKey {
  tenantId: string;
  providerId: string;
  subject: string;
}

/** Whose account somebody at a provider is; using it is noted. */
export async function useLink(sql: Sql, { tenantId, providerId, subject }: LinkKey): Promise<string | null> {
  const { rows } = await sql.query<{ accountId: string }>(
    'update directory.identity_link set last_used_at = now() where tenant_id = $1 and provider_id = $2 and subject = $3 returning account_id as "accountId"',
    [tenantId, providerId, subject],
  );
  return rows[0]?.accountId ?? null;
}

export async function findLink(sql: Sql, { tenantId, providerId, subject }: LinkKey): Promise<string | null> {
  const { rows } = await sql.query<{ accountId: string }>('select account_id as "accountId" from directory.identity_link where tenant_id = $1 and provider_id = $2 and subject = $3', [tenantId, providerId, subject]);
  return rows[0]?.accountId ?? null;
}

/** @returns which of both is taken already: the person at the provider, or this account's place there */
export async function insertLink(sql: Sql, { tenantId, providerId, subject, accountId }: LinkKey & { accountId: string }): Promise<'LINKED' | 'KNOWN' | 'SUBJECT_TAKEN' | 'ACCOUNT_TAKEN'> {
  const { rowCount } = await sql.query(
    'insert into directory.identity_link (id, account_id, tenant_id, provider_id, subject) values (gen_random_uuid(), $4, $1, $2, $3) on conflict do nothing',
    [tenantId, providerId, subject, accountId],
  );
  if (rowCount === 1) return 'LINKED';
  const holder = await findLink(sql, { tenantId, providerId, subject });
  return holder === accountId ? 'KNOWN' : holder ? 'SUBJECT_TAKEN' : 'ACCOUNT_TAKEN';
}

export interface LinkRow {
  id: string;
  name: string;
  organisation: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  /** Signs in today: the provider is on, and its organisation works here. */
  usable: boolean;
}

export async function listLinks(sql: Sql, accountId: string): Promise<LinkRow[]> {
  const { rows } = await sql.query<LinkRow>(
    `select l.id, p.name, o.name as organisation, l.created_at as "createdAt", l.last_used_at as "lastUsedAt",
       p.enabled and exists (select from directory.seat s join directory.account a on a.person_id = s.person_id where a.id = l.account_id and s.tenant_id = p.tenant_id and s.organisation_id = p.organisation_id) as usable
     from directory.identity_link l
     join directory.identity_provider p on p.tenant_id = l.tenant_id and p.id = l.provider_id
     join directory.organisation o on o.id = p.organisation_id
     where l.account_id = $1 order by l.created_at`,
    [accountId],
  );
  return rows;
}

/** Providers of organisations for which the account works, and which it has not linked. */
export async function listOffers(sql: Sql, accountId: string): Promise<Provider[]> {
  const { rows } = await sql.query<Provider>(
    `${PROVIDER} where p.enabled
       and exists (select from directory.seat s join directory.account a on a.person_id = s.person_id where a.id = $1 and s.tenant_id = p.tenant_id and s.organisation_id = p.organisation_id)
       and not exists (select from directory.identity_link l where l.account_id = $1 and l.tenant_id = p.tenant_id and l.provider_id = p.id)
     order by m.name, p.name`,
    [accountId],
  );
  return rows;
}

export async function deleteLink(sql: Sql, accountId: string, id: string): Promise<{ name: string; organisation: string } | null> {
  const { rows } = await sql.query<{ name: string; organisation: string }>(
    `delete from directory.identity_link l using directory.identity_provider p, directory.organisation o
     where l.id = $2 and l.account_id = $1 and p.tenant_id = l.tenant_id and p.id = l.provider_id and o.id = p.organisation_id returning p.name, o.name as organisation`,
    [accountId, id],
  );
  return rows[0] ?? null;
}
