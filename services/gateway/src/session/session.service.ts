import { randomUUID } from 'node:crypto';
import { hashPassword, verifyPassword } from '@gongjian/directory';
import { type Actor, asUuid, OPERATOR_TENANT } from '@gongjian/platform';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { findApplicant, findHolder, type Holder } from './account.queries.ts';
import { AskedTogether } from './asked-together.ts';
import type { Trier } from './attempts.ts';
import { findDevice, knowDevice, type Visitor } from './device.queries.ts';
import { type DoorParts, orderLetter, together } from './door.parts.ts';
import { endPending, type FactorKind, findPending, insertPending, setPendingChallenge, takePendingChallenge } from './factor.queries.ts';
import type { FactorService } from './factor.service.ts';
import type { InvitationService } from './invitation.service.ts';
import type { RegistrationService } from '../registration/registration.service.ts';
import { type AccountRow, deleteSession, findAccount, findAccountById, findHome, findSeats, findStandings, findWaitingSeat, insertSession, moveSession, type SeatKey, type Standing } from './session.queries.ts';
import { hashOf, isToken, newToken } from './tokens.ts';

export interface SessionSettings {
  /** A session that was not used for so long ends. */
  idleMinutes: number;
  /** A session ends after so long in any case. */
  hours: number;
}

export interface Ticket {
  token: string;
  expiresAt: Date;
}

export type Refusal = { ok: false; code: 'SIGN_IN_FAILED' | 'NO_SEAT' | 'CODE_WRONG' | 'PASSKEY_REFUSED' | 'SIGN_IN_EXPIRED' } | { ok: false; code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };
/** In, with what the browser keeps. */
export type Admission = { ok: true; device: string } & Ticket;
/** The password was right; one of these is asked for as well. */
export type HalfIn = { ok: true; pending: string; factors: FactorKind[] };

/** How long somebody may look for their phone, in minutes. */
const PENDING_MINUTES = 10;
/** As accounts are made; what looks otherwise is nobody's, and some of it PostgreSQL could not even read. */
const LOGIN = /^[\w.@-]{3,64}$/;

const signInEvent = ({ address, requestId }: Visitor) => ({ operation: 'auth.signIn', address, requestId }) as const;

/** Who is signed in, on which seat. Speaks to the database as the one role that may see accounts and sessions. */
export class SessionService {
  private readonly standings: AskedTogether<Standing>;
  private readonly idleSeconds: number;
  /** An unknown login costs as much time as a wrong password: it is compared with this. */
  private readonly nobody = hashPassword(newToken());

  constructor(
    private readonly parts: DoorParts,
    private readonly factors: FactorService,
    private readonly invitations: InvitationService,
    private readonly registrations: RegistrationService,
    private readonly settings: SessionSettings,
  ) {
    this.idleSeconds = settings.idleMinutes * 60;
    this.standings = new AskedTogether((hashes) => this.find(hashes, true));
  }

  // --- coming in -----------------------------------------------------------------------------------------------

  async signIn(login: string, password: string, visitor: Visitor): Promise<Admission | HalfIn | Refusal> {
    const wellFormed = LOGIN.test(login.trim());
    const trier = await this.trier(wellFormed ? login.trim() : '', visitor, login);
    const retryAfterSeconds = await this.parts.attempts.take(trier);
    if (retryAfterSeconds > 0) return this.tooMany(login, visitor, retryAfterSeconds);
    const account = await findAccount(this.parts.pool, wellFormed ? login.trim() : '');
    const matches = await verifyPassword(account?.passwordHash ?? (await this.nobody), password);
    if (!account || !matches) {
      // Not waited for: whose log it goes to takes longer to find out for an account that there is.
      void this.logFailure(account ?? login, visitor, 'SIGN_IN_FAILED');
      return { ok: false, code: 'SIGN_IN_FAILED' };
    }
    await this.parts.attempts.giveBack(trier);
    return this.welcome(account, visitor);
  }

  /**
   * Somebody has proved to be the holder of an account by one factor: in, or half in where there is a second one.
   * All ways of signing in that are not a passkey end here.
   */
  async welcome(account: AccountRow, visitor: Visitor): Promise<Admission | HalfIn | Refusal> {
    const factors = await this.factors.factorsOf(account.id);
    if (factors.length === 0) return this.admit(account, visitor);
    const pending = newToken();
    await insertPending(this.parts.pool, { tokenHash: hashOf(pending), accountId: account.id, minutes: PENDING_MINUTES });
    return { ok: true, pending, factors };
  }

  /** Somebody who has just made this account, by a link that proved who they are. */
  async enter(login: string, visitor: Visitor): Promise<Admission | HalfIn | Refusal> {
    const account = await findAccount(this.parts.pool, login);
    return account ? this.welcome(account, visitor) : { ok: false, code: 'SIGN_IN_FAILED' };
  }

  /** The second factor by a code: six digits of an app, or a recovery code. */
  async finishByCode(pending: string, code: string, visitor: Visitor): Promise<Admission | Refusal> {
    const half = isToken(pending) ? await findPending(this.parts.pool, hashOf(pending)) : null;
    if (!half?.accountId || !half.login) return { ok: false, code: 'SIGN_IN_EXPIRED' };
    const { accountId, login } = half;
    const trier = await this.trier(login, visitor);
    const retryAfterSeconds = await this.parts.attempts.take(trier);
    if (retryAfterSeconds > 0) return this.tooMany(login, visitor, retryAfterSeconds);
    const given = code.replace(/\s/g, '');
    const isTotp = /^\d{6}$/.test(given);
    const left = isTotp ? null : await this.factors.useCode(this.parts.pool, accountId, given);
    const right = isTotp ? await this.factors.useTotp(this.parts.pool, accountId, given) : left !== null;
    if (!right) {
      void this.logFailure((await findAccountById(this.parts.pool, accountId)) ?? login, visitor, 'CODE_WRONG');
      return { ok: false, code: 'CODE_WRONG' };
    }
    await this.parts.attempts.giveBack(trier);
    if (left !== null) await orderLetter(this.parts.pool, { kind: 'CODE_USED', accountId, language: visitor.language, facts: { left, agent: visitor.agent, address: visitor.address } });
    return this.finish(pending, accountId, visitor);
  }

  /** What a passkey has to sign: for who is half in, one of theirs; for anybody else, whichever the browser offers. */
  async passkeyOptions(pending: string): Promise<{ options: object; pending: string }> {
    const half = isToken(pending) ? await findPending(this.parts.pool, hashOf(pending)) : null;
    const options = await this.factors.passkeyOptions(half?.accountId ?? null);
    if (half?.accountId) {
      await setPendingChallenge(this.parts.pool, hashOf(pending), options.challenge);
      return { options, pending };
    }
    const fresh = newToken();
    await insertPending(this.parts.pool, { tokenHash: hashOf(fresh), accountId: null, challenge: options.challenge, minutes: PENDING_MINUTES });
    return { options, pending: fresh };
  }

  /**
   * A passkey is looked at first and counted only when it is wrong: no signature is ever guessed, so strangers who use up
   * the tries of an account keep nobody out who has one.
   */
  async finishByPasskey(pending: string, response: AuthenticationResponseJSON, visitor: Visitor): Promise<Admission | Refusal> {
    const half = isToken(pending) ? await findPending(this.parts.pool, hashOf(pending)) : null;
    const challenge = half && (await takePendingChallenge(this.parts.pool, hashOf(pending)));
    if (!challenge) return { ok: false, code: 'SIGN_IN_EXPIRED' };
    const passkey = await this.factors.passkeyOf(response);
    const isTheirs = passkey !== null && (half.accountId === null || half.accountId === passkey.accountId);
    if (isTheirs && (await this.factors.usePasskey(this.parts.pool, passkey, response, challenge))) return this.finish(pending, passkey.accountId, visitor);
    const account = passkey && (await findAccountById(this.parts.pool, passkey.accountId));
    const retryAfterSeconds = account ? await this.parts.attempts.take(await this.trier(account.login, visitor)) : await this.parts.attempts.takeAddress(visitor.address);
    if (retryAfterSeconds > 0) return this.tooMany(account?.login ?? '', visitor, retryAfterSeconds);
    void this.logFailure(account ?? '', visitor, 'PASSKEY_REFUSED');
    return { ok: false, code: 'PASSKEY_REFUSED' };
  }

  private async finish(pending: string, accountId: string, visitor: Visitor): Promise<Admission | Refusal> {
    const account = await findAccountById(this.parts.pool, accountId);
    if (!account || !(await endPending(this.parts.pool, hashOf(pending)))) return { ok: false, code: 'SIGN_IN_EXPIRED' };
    return this.admit(account, visitor);
  }

  /** All proofs are given: a session, on a device that the account knows from now on. */
  private async admit(account: AccountRow, visitor: Visitor): Promise<Admission | Refusal> {
    const seat = (await this.firstSeat(account)) ?? (await this.invitedSeat(account, visitor)) ?? (await this.waitingSeat(account, visitor));
    if (!seat) {
      await this.logFailure(account, visitor, 'NO_SEAT');
      return { ok: false, code: 'NO_SEAT' };
    }
    const token = newToken();
    const device = isToken(visitor.device) ? visitor.device : newToken();
    const { agent, address, language } = visitor;
    const expiresAt = await together(this.parts.pool, async (client) => {
      const known = await knowDevice(client, { id: randomUUID(), tokenHash: hashOf(device), accountId: account.id, agent, address });
      if (known.isNews) await orderLetter(client, { kind: 'NEW_DEVICE', accountId: account.id, language, facts: { agent, address } });
      return insertSession(client, { id: randomUUID(), tokenHash: hashOf(token), accountId: account.id, deviceId: known.id, ...seat, hours: this.settings.hours, address, agent });
    });
    await this.parts.log.record({ ...signInEvent(visitor), ...seat, personId: account.personId });
    return { ok: true, token, expiresAt, device };
  }

  private async tooMany(login: string, visitor: Visitor, retryAfterSeconds: number): Promise<Refusal> {
    await this.parts.log.recordSeldom(`${login} ${visitor.address}`, { ...signInEvent(visitor), ...this.parts.log.stranger(login), code: 'TOO_MANY_ATTEMPTS' });
    return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
  }

  private async logFailure(who: AccountRow | string, visitor: Visitor, code: string): Promise<void> {
    const whose = typeof who === 'string' ? this.parts.log.stranger(who) : { personId: who.personId, tenantId: await findHome(this.parts.pool, who.id).catch(() => null) };
    await this.parts.log.record({ ...signInEvent(visitor), ...whose, code });
  }

  /** Where the person worked last, if they still may; else the first of their seats. */
  private async firstSeat(account: AccountRow): Promise<SeatKey | null> {
    const seats = await findSeats(this.parts.pool, account.personId);
    if (account.operator) seats.unshift({ tenantId: OPERATOR_TENANT, organisationId: OPERATOR_TENANT });
    const last = seats.find((seat) => seat.tenantId === account.lastTenantId && seat.organisationId === account.lastOrganisationId);
    return last ?? seats[0] ?? null;
  }

  /** Who has an account and no seat any more comes in by the invitation that they have said they accept. */
  private async invitedSeat(account: AccountRow, visitor: Visitor): Promise<SeatKey | null> {
    if (!isToken(visitor.invitation)) return null;
    const answer = await this.invitations.accept(visitor.invitation, account, visitor);
    return answer.ok && answer.accepted.begun ? answer.accepted : null;
  }

  /** Who asks to come in and may work nowhere yet: the session is worth nothing but to see that it waits, until it is confirmed. */
  private async waitingSeat(account: AccountRow, visitor: Visitor): Promise<SeatKey | null> {
    if (isToken(visitor.registration)) await this.registrations.prove(visitor.registration, account.personId, visitor);
    return findWaitingSeat(this.parts.pool, account.personId);
  }

  /** @param typed what was typed, where it is not of the form of a login */
  async trier(login: string, visitor: Visitor, typed = login): Promise<Trier> {
    const device = isToken(visitor.device) ? visitor.device : '';
    return { login: login || typed, address: visitor.address, deviceId: await findDevice(this.parts.pool, hashOf(device), login) };
  }

  // --- being in ------------------------------------------------------------------------------------------------

  /** Who stands behind a token now; using it keeps the session alive. Null for who has to add a second factor first. */
  async resolve(token: string): Promise<Actor | null> {
    const standing = await this.standing(token);
    return standing && !standing.confined ? standing.actor : null;
  }

  async standing(token: string): Promise<Standing | null> {
    if (!isToken(token)) return null;
    return (await this.standings.ask(hashOf(token).toString('hex'))) ?? null;
  }

  private find(hashes: readonly string[], touch: boolean): Promise<Map<string, Standing>> {
    return findStandings(this.parts.pool, hashes.map((hash) => Buffer.from(hash, 'hex')), this.idleSeconds, touch);
  }

  /** Without keeping it alive. */
  private async glance(token: string): Promise<Standing | null> {
    if (!isToken(token)) return null;
    const hash = hashOf(token).toString('hex');
    return (await this.find([hash], false)).get(hash) ?? null;
  }

  /** The same for open streams that only want to know whether to go on: keeps nothing alive. */
  async peek(token: string): Promise<Actor | null> {
    const standing = await this.glance(token);
    return standing && !standing.confined ? standing.actor : null;
  }

  /** What a session that has just begun is not worth yet, and why. It has not been used yet. */
  async nextStep(token: string): Promise<'ADD_SECOND_FACTOR' | 'REGISTRATION_WAITS' | null> {
    const standing = await this.glance(token);
    if (!standing) return 'REGISTRATION_WAITS';
    return standing.confined ? 'ADD_SECOND_FACTOR' : null;
  }

  /** The account behind a session that is worth something, also while it lacks its second factor. */
  async holder(token: string): Promise<Holder | null> {
    return (await this.standing(token)) && findHolder(this.parts.pool, hashOf(token));
  }

  /** The same, or somebody whose request to come in waits and whose session is worth nothing else. */
  async holderOrApplicant(token: string): Promise<Holder | null> {
    return (await this.holder(token)) ?? (isToken(token) ? findApplicant(this.parts.pool, hashOf(token), this.idleSeconds) : null);
  }

  get idle(): number {
    return this.idleSeconds;
  }

  /** Ends the session on the server; the token is worth nothing from now on. */
  async signOut(token: string, visitor: Visitor): Promise<void> {
    if (!isToken(token)) return;
    const ended = await deleteSession(this.parts.pool, hashOf(token));
    if (ended) await this.parts.log.record({ operation: 'auth.signOut', ...ended, address: visitor.address, requestId: visitor.requestId });
  }

  /** @returns null when the seat is not one of the person's, or the session has ended: nobody can tell which */
  async switchSeat(actor: Actor, token: string, to: { consortiumId: string; organisationId: string }, visitor: Visitor): Promise<Ticket | null> {
    if (!isToken(token)) return null;
    const fresh = newToken();
    const seat = { tenantId: asUuid(to.consortiumId), organisationId: asUuid(to.organisationId) };
    const expiresAt = await moveSession(this.parts.pool, hashOf(token), this.idleSeconds, { tokenHash: hashOf(fresh), ...seat });
    const event = { operation: 'auth.switchSeat', personId: actor.personId, address: visitor.address, requestId: visitor.requestId } as const;
    // Both logs know of it, and neither tells its consortium of the other one.
    if (seat.tenantId !== actor.tenantId || !expiresAt) await this.parts.log.record({ ...event, tenantId: actor.tenantId, organisationId: actor.organisationId, code: expiresAt ? null : 'NOT_FOUND' });
    if (!expiresAt) return null;
    await this.parts.log.record({ ...event, ...seat });
    return { token: fresh, expiresAt };
  }
}
