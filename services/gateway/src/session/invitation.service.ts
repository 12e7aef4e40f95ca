import { grantsRoles } from '@gongjian/directory';
import { type AuditChange, recordAccess, type Role } from '@gongjian/platform';
import type { PoolClient } from 'pg';
import type { Holder } from './account.queries.ts';
import type { Sql, Visitor } from './device.queries.ts';
import { type DoorParts, together } from './door.parts.ts';
import { type Accepted, findInvitation, findSeatsIn, type InvitationRow, isAddressKnown, openAccount, takeInvitation } from './invitation.queries.ts';
import { type NewHolder, type NewHolderRefusal, readHolder } from './new-holder.ts';
import { hashOf, isToken } from './tokens.ts';

export type InvitationRefusal =
  | { ok: false; code: 'INVITATION_UNKNOWN' | 'INVITATION_EXPIRED' | 'INVITATION_USED' | 'INVITATION_WITHDRAWN' | 'INVITATION_CLOSED' | 'INVITATION_APART' }
  | { ok: false; code: 'LOGIN_TAKEN'; field: string }
  | NewHolderRefusal
  | { ok: false; code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };

/** What whoever opens the link reads. */
export interface InvitationView {
  consortium: string;
  organisation: string;
  inviter: string;
  roles: Role[];
  since: string | null;
  until: string | null;
  expiresAt: Date;
  name: string;
  email: string;
  /** An account has this address: its holder need not make another one. */
  known: boolean;
  /** Who is signed in in this browser. */
  holder: string | null;
}

/** What PostgreSQL says of somebody who would be two of the three administrators. */
const EXCLUSION = '23P01';

/** Ends the transaction, and is answered. */
class Refused extends Error {
  constructor(readonly refusal: InvitationRefusal) {
    super(refusal.code);
  }
}

/**
 * What somebody does who holds the link of an invitation. The link proves the mailbox; whoever has it may read the
 * invitation and take it up, once, with a new account or with theirs (docs/adr/0018).
 */
export class InvitationService {
  constructor(private readonly parts: DoorParts) {}

  async look(token: string, holder: Holder | null, visitor: Visitor): Promise<{ ok: true; invitation: InvitationView } | InvitationRefusal> {
    const found = await this.find(token, visitor);
    if ('code' in found) return found;
    const { consortium, organisation, inviter, roles, since, until, expiresAt } = found;
    const { name, address } = await this.inviteeOf(found);
    const known = await isAddressKnown(this.parts.pool, address);
    return { ok: true, invitation: { consortium, organisation, inviter, roles, since, until, expiresAt, name, email: address, known, holder: holder?.name ?? null } };
  }

  /** With the account in whose session this happens. */
  async accept(token: string, holder: Pick<Holder, 'personId'>, visitor: Visitor): Promise<{ ok: true; accepted: Accepted } | InvitationRefusal> {
    const found = await this.find(token, visitor);
    if ('code' in found) return found;
    return this.take(found, token, visitor, async () => holder.personId);
  }

  /** With a new account. */
  async register(token: string, given: NewHolder, visitor: Visitor): Promise<{ ok: true; accepted: Accepted } | InvitationRefusal> {
    const found = await this.find(token, visitor);
    if ('code' in found) return found;
    const { address } = await this.inviteeOf(found);
    const account = await readHolder(given, address);
    if ('code' in account) return account;
    return this.take(found, token, visitor, (client) => openAccount(client, account), true);
  }

  /** All of it or nothing: the account, the roles, the message to the inviter and the entry in the log. */
  private async take(found: InvitationRow, token: string, visitor: Visitor, who: (client: PoolClient) => Promise<string | null>, isNew = false): Promise<{ ok: true; accepted: Accepted } | InvitationRefusal> {
    try {
      const accepted = await together(this.parts.pool, async (client) => {
        const personId = await who(client);
        if (!personId) throw new Refused({ ok: false, code: 'LOGIN_TAKEN', field: 'login' });
        if (!(await this.mayStill(client, found, personId))) throw new Refused({ ok: false, code: 'INVITATION_CLOSED' });
        const taken = await takeInvitation(client, hashOf(token), personId);
        if (!taken) throw new Refused(await this.why(client, token));
        await this.record(client, taken, personId, visitor, isNew);
        return taken;
      });
      return { ok: true, accepted };
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      if ((error as { code?: string }).code === EXCLUSION) return { ok: false, code: 'INVITATION_APART' };
      throw error;
    }
  }

  /** Whoever sent it may still give these roles there. One who has lost that right gives nobody any through an old letter. */
  private async mayStill(sql: Sql, { tenantId, organisationId, inviterId, separated, roles }: InvitationRow, personId: string): Promise<boolean> {
    if (separated && inviterId === personId) return false;
    const seats = await findSeatsIn(sql, inviterId, tenantId);
    return seats.some((seat) => {
      const may = grantsRoles({ ...seat, separated }, organisationId);
      return roles.every((role) => may.includes(role));
    });
  }

  private async record(client: PoolClient, { id, tenantId, organisationId, since, until, grants }: Accepted, personId: string, { address, requestId }: Visitor, isNew: boolean): Promise<void> {
    const made = (type: string, row: string, after: object): AuditChange => ({ action: 'create', type, id: row, before: null, after: after as AuditChange['after'] });
    const changes: AuditChange[] = [
      { action: 'acceptInvitation', type: 'Invitation', id, before: null, after: { personId } },
      ...(isNew ? [made('Person', personId, { name: '[sealed]', login: '[sealed]' })] : []),
      ...grants.map((grant) => made('RoleGrant', grant.id, { personId, organisationId, role: grant.role, since, until })),
    ];
    await recordAccess(client, this.parts.secrets, { operation: 'auth.acceptInvitation', tenantId, organisationId, personId, address, requestId, changes });
  }

  /** Links cannot be guessed; whoever tries all the same is counted, and whoever has a good one never is. */
  private async find(token: string, visitor: Visitor): Promise<InvitationRow | InvitationRefusal> {
    const found = isToken(token) ? await findInvitation(this.parts.pool, hashOf(token)) : null;
    if (found) return refusalOf(found) ?? found;
    const retryAfterSeconds = await this.parts.attempts.takeAddress(visitor.address);
    return retryAfterSeconds > 0 ? { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds } : { ok: false, code: 'INVITATION_UNKNOWN' };
  }

  /** Somebody was faster, or the organisation has left meanwhile. */
  private async why(sql: Sql, token: string): Promise<InvitationRefusal> {
    const found = await findInvitation(sql, hashOf(token));
    return (found && refusalOf(found)) ?? { ok: false, code: 'INVITATION_CLOSED' };
  }

  private async inviteeOf({ id, tenantId, invitee }: InvitationRow): Promise<{ name: string; address: string }> {
    const place = { table: 'directory.invitation', column: 'invitee_sealed', id };
    return JSON.parse((await this.parts.ring.open(tenantId, place, invitee)).toString('utf8')) as { name: string; address: string };
  }
}

/** What became of it is told to who has the link, and nothing else of it. */
function refusalOf({ state, isTooOld }: InvitationRow): InvitationRefusal | null {
  if (state === 'ACCEPTED') return { ok: false, code: 'INVITATION_USED' };
  if (state === 'WITHDRAWN') return { ok: false, code: 'INVITATION_WITHDRAWN' };
  return isTooOld ? { ok: false, code: 'INVITATION_EXPIRED' } : null;
}
