import { addressText, knownUntil, LINK_HOURS, NOTE_LENGTH, NOTICE_VERSION, registrationPlace, roleName, rolesOfKind, waitsUntil } from '@gongjian/directory';
import { type AuditChange, inputs, type Language, type MailDraft, newId, recordAccess, type Role } from '@gongjian/platform';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { Holder } from '../session/account.queries.ts';
import type { Visitor } from '../session/device.queries.ts';
import { type DoorParts, orderLetter, together } from '../session/door.parts.ts';
import { isAddressKnown, openAccount } from '../session/invitation.queries.ts';
import { type NewHolder, type NewHolderRefusal, personName, readHolder } from '../session/new-holder.ts';
import { hashOf, isToken, newToken } from '../session/tokens.ts';
import { registrationLetter, type RegistrationNews } from './registration.letter.ts';
import { findKnown, findLink, findLinkById, findName, findRequest, type LinkRow, listOwn, lockAddress, type OwnRequest, type ProveRefusal, type Proven, proveRequest, putRequest, type RequestRow, withdrawRequest } from './registration.queries.ts';

export type RegistrationRefusal =
  | { ok: false; code: 'REGISTRATION_LINK' | 'REGISTRATION_UNKNOWN' | 'NOT_FOUND' | ProveRefusal }
  | { ok: false; code: 'NAME_FORM' | 'EMAIL_FORM' | 'NOTE_FORM' | 'ROLE_CHOICE' | 'NOTICE_OUTDATED' | 'LOGIN_TAKEN'; field: string }
  | NewHolderRefusal
  | { ok: false; code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };

/** What whoever opens the link of an organisation reads. */
export interface LinkView {
  consortium: string;
  organisation: string;
  /** As what one may ask to come in. */
  roles: readonly Role[];
  noticeVersion: number;
}

/** What somebody types who asks to come in. */
export interface Wish {
  name: string;
  email: string;
  role: string;
  note: string;
  noticeVersion: number;
}

/** What whoever opens the link of the mail reads. */
export interface RequestView {
  state: 'ASKED' | 'WAITING';
  consortium: string;
  organisation: string;
  role: Role;
  expiresAt: Date;
  name: string;
  email: string;
  /** An account has this address. */
  known: boolean;
  /** Who is signed in in this browser. */
  holder: string | null;
}

const mailAddress = inputs.email();
const noteText = inputs.text(0, NOTE_LENGTH);

/** What an order for the mail keeps, sealed: everything that was typed, until it is looked at. */
const order = z.object({ linkId: z.string(), name: z.string(), email: z.string(), role: z.string(), note: z.string(), noticeVersion: z.number() });

/** Ends the transaction, and is answered. */
class Refused extends Error {
  constructor(readonly refusal: RegistrationRefusal) {
    super(refusal.code);
  }
}

/**
 * Coming in by asking for it. Whoever has an organisation's link asks, whoever has the mailbox confirms, and the
 * organisation's administrator decides (docs/adr/0023).
 */
export class RegistrationService {
  constructor(private readonly parts: DoorParts) {}

  // --- asking --------------------------------------------------------------------------------------------------

  async look(token: string, visitor: Visitor): Promise<{ ok: true; link: LinkView } | RegistrationRefusal> {
    const link = await this.findLink(token, visitor);
    if ('code' in link) return link;
    const { consortium, organisation, kind } = link;
    return { ok: true, link: { consortium, organisation, roles: rolesOfKind(kind), noticeVersion: NOTICE_VERSION } };
  }

  /**
   * Leaves the order for a mail and says nothing else: what there is about the address is found out by whoever writes the
   * mail, after the answer. Too many wishes for one address are dropped without a word.
   */
  async ask(token: string, wish: Wish, visitor: Visitor): Promise<{ ok: true } | RegistrationRefusal> {
    const link = await this.findLink(token, visitor);
    if ('code' in link) return link;
    const read = readWish(wish, link);
    if ('code' in read) return read;
    const retryAfterSeconds = await this.parts.attempts.takeRegistration(visitor.address, link.id);
    if (retryAfterSeconds > 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    if ((await this.parts.attempts.takeMail(`registration ${read.email}`)) === 0) {
      const asked = JSON.stringify({ ...read, linkId: link.id } satisfies z.output<typeof order>);
      await orderLetter(this.parts.pool, { kind: 'REGISTRATION', accountId: null, asked: this.parts.secrets.seal('letter', asked), language: visitor.language });
    }
    const { tenantId, organisationId } = link;
    await this.parts.log.record({ operation: 'auth.askRegistration', tenantId, organisationId, address: visitor.address, requestId: visitor.requestId, changes: [{ action: 'askRegistration', type: 'SelfRegistration', id: link.id, before: null, after: null }] });
    return { ok: true };
  }

  /** The request and its mail, in one transaction: after the answer. @returns null when the link has ended meanwhile */
  async write(client: PoolClient, asked: string, language: Language): Promise<MailDraft | null> {
    const { linkId, name, email, role, note, noticeVersion } = order.parse(JSON.parse(asked));
    const link = await findLinkById(client, linkId);
    if (!link) return null;
    const { tenantId, organisationId, consortium, organisation } = link;
    const addressPrint = (await this.parts.ring.of(tenantId)).fingerprint(addressText(email));
    await lockAddress(client, organisationId, addressPrint);
    const known = await findKnown(client, link, email, addressPrint);
    const news: RegistrationNews = known.member ? 'MEMBER' : known.waits ? 'WAITS' : known.account ? 'KNOWN' : 'NEW';
    const letter = { news, address: email, name: known.name, language, consortium, organisation, role: roleName(role, language), hours: LINK_HOURS };
    if (news === 'MEMBER' || news === 'WAITS') return registrationLetter(letter);
    const [id, token] = [newId(), newToken()];
    const seal = (column: Parameters<typeof registrationPlace>[1], text: string) => this.parts.ring.seal(tenantId, registrationPlace(id, column), text);
    await putRequest(client, {
      id, tenantId, organisationId, wishedRole: role, addressPrint, tokenHash: hashOf(token), language, noticeVersion, hours: LINK_HOURS,
      name: await seal('name_sealed', name), email: await seal('email_sealed', email), note: note ? await seal('note_sealed', note) : null,
    });
    return registrationLetter({ ...letter, token });
  }

  // --- the link of the mail ------------------------------------------------------------------------------------

  async read(token: string, holder: Pick<Holder, 'name'> | null, visitor: Visitor): Promise<{ ok: true; request: RequestView } | RegistrationRefusal> {
    const found = await this.findRequest(token, visitor);
    if ('code' in found) return found;
    const { state, consortium, organisation, wishedRole, expiresAt } = found;
    const { name, email } = await this.applicantOf(found);
    return { ok: true, request: { state, consortium, organisation, role: wishedRole, expiresAt, name, email, known: await isAddressKnown(this.parts.pool, email), holder: holder?.name ?? null } };
  }

  /** With the account that somebody has shown to be theirs; its name is the one that the administrator reads. */
  async prove(token: string, personId: string, visitor: Visitor): Promise<{ ok: true; proven: Proven } | RegistrationRefusal> {
    const found = await this.findRequest(token, visitor);
    if ('code' in found) return found;
    return this.take(found, token, visitor, await findName(this.parts.pool, personId), async () => personId);
  }

  /** With a new account, which is known to no consortium before an administrator has confirmed the request. */
  async register(token: string, given: NewHolder, visitor: Visitor): Promise<{ ok: true; proven: Proven } | RegistrationRefusal> {
    const found = await this.findRequest(token, visitor);
    if ('code' in found) return found;
    if (found.state !== 'ASKED') return { ok: false, code: 'REGISTRATION_WAITS' };
    const { email } = await this.applicantOf(found);
    const account = await readHolder(given, email);
    if ('code' in account) return account;
    return this.take(found, token, visitor, account.name, (client) => openAccount(client, account), true);
  }

  /** All of it or nothing: the account, the request that waits now, the messages to the administrators, the entry in the log. */
  private async take(found: RequestRow, token: string, visitor: Visitor, name: string, who: (client: PoolClient) => Promise<string | null>, isNew = false): Promise<{ ok: true; proven: Proven } | RegistrationRefusal> {
    const { id, tenantId } = found;
    const nameSealed = await this.parts.ring.seal(tenantId, registrationPlace(id, 'name_sealed'), name);
    try {
      const proven = await together(this.parts.pool, async (client) => {
        const personId = await who(client);
        if (!personId) throw new Refused({ ok: false, code: 'LOGIN_TAKEN', field: 'login' });
        const done = await proveRequest(client, hashOf(token), personId, nameSealed, waitsUntil(new Date()));
        if (!done) throw new Refused({ ok: false, code: (await findRequest(client, hashOf(token))) ? 'REGISTRATION_WAITS' : 'REGISTRATION_UNKNOWN' });
        if ('refused' in done) throw new Refused({ ok: false, code: done.refused });
        await this.record(client, done, personId, visitor, isNew);
        return done;
      });
      return { ok: true, proven };
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  }

  private async record(client: PoolClient, { id, tenantId, organisationId, wishedRole }: Proven, personId: string, { address, requestId }: Visitor, isNew: boolean): Promise<void> {
    const changes: AuditChange[] = [
      { action: 'confirmRegistration', type: 'Registration', id, before: null, after: { personId, organisationId, wishedRole } },
      ...(isNew ? [{ action: 'create', type: 'Person', id: personId, before: null, after: { name: '[sealed]', login: '[sealed]' } }] : []),
    ];
    await recordAccess(client, this.parts.secrets, { operation: 'auth.confirmRegistration', tenantId, organisationId, personId, address, requestId, changes });
  }

  // --- waiting -------------------------------------------------------------------------------------------------

  mine(personId: string): Promise<OwnRequest[]> {
    return listOwn(this.parts.pool, personId);
  }

  /** @returns whether the account has gone with it */
  async withdraw(id: string, personId: string, { address, requestId }: Visitor): Promise<{ ok: true; gone: boolean } | RegistrationRefusal> {
    return together(this.parts.pool, async (client) => {
      const withdrawn = await withdrawRequest(client, id, personId, knownUntil(new Date()));
      if (!withdrawn) return { ok: false, code: 'NOT_FOUND' };
      const { tenantId, organisationId, gone } = withdrawn;
      const changes: AuditChange[] = [{ action: 'withdrawRegistration', type: 'Registration', id: withdrawn.id, before: null, after: null }, ...(gone ? [{ action: 'erase', type: 'Person', id: personId, before: null, after: null }] : [])];
      await recordAccess(client, this.parts.secrets, { operation: 'auth.withdrawRegistration', tenantId, organisationId, personId, address, requestId, changes });
      return { ok: true, gone };
    });
  }

  // --- links ---------------------------------------------------------------------------------------------------

  /** One answer for links that are forged, renewed or turned off, and for organisations that have left or are suspended. */
  private async findLink(token: string, visitor: Visitor): Promise<LinkRow | RegistrationRefusal> {
    return (isToken(token) ? await findLink(this.parts.pool, hashOf(token)) : null) ?? this.unknown(visitor, 'REGISTRATION_LINK');
  }

  private async findRequest(token: string, visitor: Visitor): Promise<RequestRow | RegistrationRefusal> {
    return (isToken(token) ? await findRequest(this.parts.pool, hashOf(token)) : null) ?? this.unknown(visitor, 'REGISTRATION_UNKNOWN');
  }

  /** Links cannot be guessed; whoever tries all the same is counted, and whoever has a good one never is. */
  private async unknown({ address }: Visitor, code: 'REGISTRATION_LINK' | 'REGISTRATION_UNKNOWN'): Promise<RegistrationRefusal> {
    const retryAfterSeconds = await this.parts.attempts.takeAddress(address);
    return retryAfterSeconds > 0 ? { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds } : { ok: false, code };
  }

  private async applicantOf({ id, tenantId, name, email }: RequestRow): Promise<{ name: string; email: string }> {
    const open = async (column: 'name_sealed' | 'email_sealed', sealed: Buffer) => (await this.parts.ring.open(tenantId, registrationPlace(id, column), sealed)).toString('utf8');
    return { name: await open('name_sealed', name), email: await open('email_sealed', email) };
  }
}

/** What was typed, as it is kept; the first thing that is wrong, at its field. */
function readWish({ name, email, role, note, noticeVersion }: Wish, { kind }: LinkRow): Wish | RegistrationRefusal {
  const [whose, address, said] = [personName.safeParse(name), mailAddress.safeParse(email), noteText.safeParse(note)];
  if (!whose.success) return { ok: false, code: 'NAME_FORM', field: 'name' };
  if (!address.success) return { ok: false, code: 'EMAIL_FORM', field: 'email' };
  if (!(rolesOfKind(kind) as readonly string[]).includes(role)) return { ok: false, code: 'ROLE_CHOICE', field: 'role' };
  if (!said.success) return { ok: false, code: 'NOTE_FORM', field: 'note' };
  if (noticeVersion !== NOTICE_VERSION) return { ok: false, code: 'NOTICE_OUTDATED', field: 'noticeVersion' };
  return { name: whose.data, email: address.data, role, note: said.data, noticeVersion };
}
