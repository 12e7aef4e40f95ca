import { z } from 'zod';
import { type Scope, SCOPES } from './keys/scope.ts';
import { NARROWABLES, type Narrowable, type Narrowed } from './narrowing.ts';
import type { Secrets } from './secrets.ts';

export const ROLES = [
  'SECRETARY',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDIT_ADMINISTRATOR',
  'PARK_ADMINISTRATOR',
  'COUNCIL_MEMBER',
  'ORGANISATION_ADMINISTRATOR',
  'RESOURCE_KEEPER',
  'TEACHER',
  'ENGINEER',
  'COORDINATOR',
  'STUDENT',
  'AUDITOR',
  'PLATFORM_OPERATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** 三员: who administers a consortium's accounts, its roles, and who watches over both. Nobody is two of them. */
export const ADMINISTRATORS = ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'] as const satisfies readonly Role[];

/** Who decides or sees more than their own work: a consortium may require a second factor of them. */
export const PRIVILEGED: readonly Role[] = ['SECRETARY', ...ADMINISTRATORS, 'PARK_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR', 'AUDITOR'];

export type Language = 'zh-CN' | 'en';

/** Stands where a consortium would stand for people who run the installation: no record has this tenant. */
export const OPERATOR_TENANT = '00000000-0000-7000-8000-000000000000';

/** Who acts: a person on a seat, that is, for one organisation in one consortium, with the roles held there. */
export interface Actor {
  personId: string;
  accountId: string;
  sessionId: string;
  /** The consortium, or OPERATOR_TENANT. */
  tenantId: string;
  organisationId: string;
  roles: Role[];
  name: string;
  /** IANA time zone of the consortium. */
  timeZone: string;
  /** 三员分立: what the three administrators do is theirs alone. While it is off, the secretary does it as well. */
  separated?: boolean;
  /** What the organisation has taken from roles that people have for it. */
  narrowed?: Narrowed | null;
  /** A program with an API key of the organisation: its scopes narrow what the roles may. */
  key?: { id: string; scopes: Scope[] };
}

/**
 * Who does the jobs: the consortium itself, with what permissions give to the system.
 * `orderedBy` is who ordered the job; the audit log names them.
 */
export function systemActor(tenantId: string, timeZone = 'Asia/Shanghai', orderedBy: Pick<Actor, 'personId' | 'organisationId'> = { personId: OPERATOR_TENANT, organisationId: OPERATOR_TENANT }): Actor {
  const { personId, organisationId } = orderedBy;
  return { personId, accountId: OPERATOR_TENANT, sessionId: 'system', tenantId, organisationId, roles: [], name: '系统', timeZone };
}

export function isSystem(actor: Actor): boolean {
  return actor.sessionId === 'system';
}

export function isOperator(actor: Actor): boolean {
  return actor.roles.includes('PLATFORM_OPERATOR');
}

/** Accounts, members and settings; roles, policy of security and keys; the audit log. */
const DUTIES = {
  ACCOUNTS: { administrator: 'SYSTEM_ADMINISTRATOR', otherwise: ['SECRETARY'] },
  ROLES: { administrator: 'SECURITY_ADMINISTRATOR', otherwise: ['SECRETARY'] },
  AUDIT: { administrator: 'AUDIT_ADMINISTRATOR', otherwise: ['SECRETARY', 'AUDITOR'] },
} as const satisfies Record<string, { administrator: Role; otherwise: readonly Role[] }>;

/** Does this duty fall to the actor in the whole consortium? */
export function administers(actor: Pick<Actor, 'roles' | 'separated'>, duty: keyof typeof DUTIES): boolean {
  const { administrator, otherwise } = DUTIES[duty];
  return actor.roles.includes(administrator) || (!actor.separated && actor.roles.some((role) => (otherwise as readonly Role[]).includes(role)));
}

/** Has a role in which one works with what the consortium shares. The three administrators and operators see none of it. */
export function works(actor: Actor): boolean {
  return actor.roles.some((role) => role !== 'PLATFORM_OPERATOR' && !(ADMINISTRATORS as readonly Role[]).includes(role));
}

export function readLanguage(header: unknown): Language {
  return typeof header === 'string' && header.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

const passport = z.object({
  personId: z.uuid(),
  accountId: z.uuid(),
  sessionId: z.string(),
  tenantId: z.uuid(),
  organisationId: z.uuid(),
  roles: z.array(z.enum(ROLES)),
  name: z.string(),
  timeZone: z.string(),
  separated: z.boolean().optional(),
  narrowed: z.partialRecord(z.enum(ROLES), z.array(z.enum(NARROWABLES as [Narrowable, ...Narrowable[]]))).nullish(),
  key: z.object({ id: z.uuid(), scopes: z.array(z.enum(SCOPES)) }).optional(),
});

/** How long a signed actor is believed, in milliseconds. */
const PASSPORT_LIFE = 60_000;

/** The actor as the gateway hands it to a subgraph in another process: signed, and good for a minute. */
export function signActor(secrets: Secrets, actor: Actor): string {
  const body = Buffer.from(JSON.stringify({ actor, at: Date.now() })).toString('base64url');
  return `${body}.${secrets.sign('link', body)}`;
}

/** @returns null when the header was not signed by the gateway of this installation, or is older than a minute */
export function verifyActor(secrets: Secrets, header: unknown): Actor | null {
  if (typeof header !== 'string') return null;
  const [body = '', signature = ''] = header.split('.');
  if (!secrets.verify('link', body, signature)) return null;
  const { actor, at } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as { actor: unknown; at: number };
  if (Math.abs(Date.now() - at) > PASSPORT_LIFE) return null;
  return passport.parse(actor);
}
