import type { Role } from '@gongjian/platform';
import type { Sql } from './device.queries.ts';

export interface InvitationRow {
  id: string;
  tenantId: string;
  organisationId: string;
  roles: Role[];
  since: string | null;
  until: string | null;
  /** Sealed with the consortium's key. */
  invitee: Buffer;
  state: 'OPEN' | 'ACCEPTED' | 'WITHDRAWN';
  isTooOld: boolean;
  expiresAt: Date;
  consortium: string;
  organisation: string;
  inviter: string;
  inviterId: string;
  separated: boolean;
}

/** By the link of the mail, whatever became of it. */
export async function findInvitation(sql: Sql, tokenHash: Buffer): Promise<InvitationRow | null> {
  const { rows } = await sql.query<InvitationRow>(
    `select i.id, i.tenant_id as "tenantId", i.organisation_id as "organisationId", i.roles, i.since::text, i.until::text, i.invitee_sealed as invitee, i.state, i.expires_at <= now() as "isTooOld", i.expires_at as "expiresAt",
        c.name as consortium, o.name as organisation, p.name as inviter, p.id as "inviterId", c.separated
     from directory.invitation i
     join directory.consortium c on c.id = i.tenant_id
     join directory.organisation o on o.id = i.organisation_id
     join directory.person p on p.id = i.invited_by_id
     where i.token_hash = $1`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** From where somebody may work in a consortium today, and as what. */
export async function findSeatsIn(sql: Sql, personId: string, tenantId: string): Promise<{ organisationId: string; roles: Role[] }[]> {
  const { rows } = await sql.query<{ organisationId: string; roles: Role[] }>('select organisation_id as "organisationId", roles from directory.seat where person_id = $1 and tenant_id = $2', [personId, tenantId]);
  return rows;
}

export async function isAddressKnown(sql: Sql, address: string): Promise<boolean> {
  const { rows } = await sql.query<{ known: boolean }>('select exists (select from directory.account where lower(email) = lower($1)) as known', [address]);
  return rows[0]!.known;
}

export interface NewAccount {
  name: string;
  sortName: string;
  search: string;
  login: string;
  passwordHash: string;
  email: string;
}

/** @returns whose account it is; null when the login is taken */
export async function openAccount(sql: Sql, { name, sortName, search, login, passwordHash, email }: NewAccount): Promise<string | null> {
  const { rows } = await sql.query<{ id: string | null }>('select directory.open_account($1, $2, $3, $4, $5, $6, now()) as id', [name, sortName, search, login, passwordHash, email]);
  return rows[0]!.id;
}

export interface Accepted {
  id: string;
  tenantId: string;
  organisationId: string;
  since: string;
  until: string | null;
  /** The roles count from today on, not from a later day. */
  begun: boolean;
  grants: { id: string; role: Role }[];
}

/** @returns null when it can not be taken up any more */
export async function takeInvitation(sql: Sql, tokenHash: Buffer, personId: string): Promise<Accepted | null> {
  const { rows } = await sql.query<{ accepted: Accepted | null }>('select directory.accept_invitation($1, $2, now()) as accepted', [tokenHash, personId]);
  return rows[0]!.accepted;
}
