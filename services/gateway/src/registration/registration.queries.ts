import type { OrganisationKind } from '@gongjian/directory';
import type { Language, Role } from '@gongjian/platform';
import type { Sql } from '../session/device.queries.ts';

/** Where a link to register leads: an organisation that is a member today and has it turned on. */
export interface LinkRow {
  id: string;
  tenantId: string;
  organisationId: string;
  kind: OrganisationKind;
  consortium: string;
  organisation: string;
}

const LINK = `select s.id, s.tenant_id as "tenantId", s.organisation_id as "organisationId", m.kind, c.name as consortium, m.name as organisation
  from directory.self_registration s
  join directory.member m on m.tenant_id = s.tenant_id and m.organisation_id = s.organisation_id
  join directory.consortium c on c.id = s.tenant_id`;

export async function findLink(sql: Sql, tokenHash: Buffer): Promise<LinkRow | null> {
  const { rows } = await sql.query<LinkRow>(`${LINK} where s.token_hash = $1`, [tokenHash]);
  return rows[0] ?? null;
}

/** The same by its id, when somebody has come by it a moment ago. */
export async function findLinkById(sql: Sql, id: string): Promise<LinkRow | null> {
  const { rows } = await sql.query<LinkRow>(`${LINK} where s.id = $1 and s.token_hash is not null`, [id]);
  return rows[0] ?? null;
}

export interface RequestRow {
  id: string;
  tenantId: string;
  organisationId: string;
  state: 'ASKED' | 'WAITING';
  wishedRole: Role;
  language: Language;
  name: Buffer;
  email: Buffer;
  expiresAt: Date;
  consortium: string;
  organisation: string;
}

/** By the link of the mail, while it waits for something. */
export async function findRequest(sql: Sql, tokenHash: Buffer): Promise<RequestRow | null> {
  const { rows } = await sql.query<RequestRow>(
    `select r.id, r.tenant_id as "tenantId", r.organisation_id as "organisationId", r.state, r.wished_role as "wishedRole", r.language, r.name_sealed as name, r.email_sealed as email, r.expires_at as "expiresAt", c.name as consortium, o.name as organisation
     from directory.registration r join directory.consortium c on c.id = r.tenant_id join directory.organisation o on o.id = r.organisation_id
     where r.token_hash = $1 and r.expires_at > now()`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** Requests of one address for one organisation are written one after the other. */
export async function lockAddress(sql: Sql, organisationId: string, addressPrint: string): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`registration ${organisationId} ${addressPrint}`]);
}

export interface Known {
  name: string | null;
  /** An account has this confirmed address. */
  account: boolean;
  /** Its holder has, or will have, a role for the organisation. */
  member: boolean;
  /** A request for this organisation waits, of the address or of its holder. */
  waits: boolean;
}

/** What there is about an address: asked by whoever writes the mail, never while somebody waits for an answer. */
export async function findKnown(sql: Sql, { tenantId, organisationId }: LinkRow, address: string, addressPrint: string): Promise<Known> {
  const { rows } = await sql.query<Known>(
    `with holder as (select a.person_id, p.name from directory.account a join directory.person p on p.id = a.person_id where lower(a.email) = lower($3))
     select (select name from holder) as name, exists (select from holder) as account,
       exists (select from directory.role_grant g join directory.consortium c on c.id = g.tenant_id
         where g.tenant_id = $1 and g.organisation_id = $2 and g.person_id in (select person_id from holder) and (g.until is null or g.until > (now() at time zone c.time_zone)::date)) as member,
       exists (select from directory.registration r where r.tenant_id = $1 and r.organisation_id = $2 and r.state = 'WAITING' and r.expires_at > now()
         and (r.address_print = $4 or r.person_id in (select person_id from holder))) as waits`,
    [tenantId, organisationId, address, addressPrint],
  );
  return rows[0]!;
}

export interface NewRequest {
  id: string;
  tenantId: string;
  organisationId: string;
  wishedRole: string;
  name: Buffer;
  email: Buffer;
  note: Buffer | null;
  addressPrint: string;
  tokenHash: Buffer;
  language: Language;
  noticeVersion: number;
  hours: number;
}

/** A newer request takes the place of one whose mail was not answered. */
export async function putRequest(sql: Sql, request: NewRequest): Promise<void> {
  const { id, tenantId, organisationId, wishedRole, name, email, note, addressPrint, tokenHash, language, noticeVersion, hours } = request;
  await sql.query(`delete from directory.registration where tenant_id = $1 and organisation_id = $2 and address_print = $3 and (state = 'ASKED' or expires_at <= now())`, [tenantId, organisationId, addressPrint]);
  await sql.query(
    `insert into directory.registration (tenant_id, id, organisation_id, state, wished_role, name_sealed, email_sealed, note_sealed, address_print, token_hash, language, notice_version, expires_at, created_at, updated_at, version)
     values ($1, $2, $3, 'ASKED', $4, $5, $6, $7, $8, $9, $10, $11, now() + make_interval(hours => $12), now(), now(), 1)`,
    [tenantId, id, organisationId, wishedRole, name, email, note, addressPrint, tokenHash, language, noticeVersion, hours],
  );
}

export type ProveRefusal = 'REGISTRATION_CLOSED' | 'REGISTRATION_MEMBER' | 'REGISTRATION_WAITS';
export interface Proven {
  id: string;
  tenantId: string;
  organisationId: string;
  wishedRole: Role;
}

/** @returns null when there is no such request any more */
export async function proveRequest(sql: Sql, tokenHash: Buffer, personId: string, name: Buffer, until: Date): Promise<Proven | { refused: ProveRefusal } | null> {
  const { rows } = await sql.query<{ proven: Proven | { refused: ProveRefusal } | null }>('select directory.prove_registration($1, $2, $3, $4, now()) as proven', [tokenHash, personId, name, until]);
  return rows[0]!.proven;
}

export interface Withdrawn {
  id: string;
  tenantId: string;
  organisationId: string;
  /** The account was made for this alone, and has gone with it. */
  gone: boolean;
}

/** @returns null when it is not theirs, or does not wait */
export async function withdrawRequest(sql: Sql, id: string, personId: string, knownUntil: Date): Promise<Withdrawn | null> {
  const { rows } = await sql.query<{ withdrawn: Withdrawn | null }>('select directory.withdraw_registration($1, $2, $3, now()) as withdrawn', [id, personId, knownUntil]);
  return rows[0]!.withdrawn;
}

export interface OwnRequest {
  id: string;
  state: 'WAITING' | 'CONFIRMED';
  wishedRole: Role;
  consortium: string;
  organisation: string;
  askedAt: Date;
  expiresAt: Date;
}

/** What somebody waits for, wherever it is, and what was confirmed lately. */
export async function listOwn(sql: Sql, personId: string): Promise<OwnRequest[]> {
  const { rows } = await sql.query<OwnRequest>(
    `select r.id, r.state, r.wished_role as "wishedRole", c.name as consortium, o.name as organisation, r.created_at as "askedAt", r.expires_at as "expiresAt"
     from directory.registration r join directory.consortium c on c.id = r.tenant_id join directory.organisation o on o.id = r.organisation_id
     where r.person_id = $1 and r.expires_at > now() order by r.state desc, r.created_at desc`,
    [personId],
  );
  return rows;
}

/** Under what name somebody has their account. */
export async function findName(sql: Sql, personId: string): Promise<string> {
  const { rows } = await sql.query<{ name: string }>('select name from directory.person where id = $1', [personId]);
  return rows[0]!.name;
}
