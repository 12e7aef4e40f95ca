import { hashPassword, type PasswordProblem, passwordProblem, verifyPassword } from '@gongjian/directory';
import { randomUUID } from 'node:crypto';
import { dropTokens, findEmailInWaiting, findOwnerByToken, type Holder, noteProof, setEmail, setPassword, takeToken } from './account.queries.ts';
import { agentName } from './agent.ts';
import { endSessions, forgetDevices, knowDevice, listSessions, type Visitor } from './device.queries.ts';
import { type DoorParts, logOwn, orderLetter, together } from './door.parts.ts';
import { findHome } from './session.queries.ts';
import type { SessionService } from './session.service.ts';
import { hashOf, isToken, newToken } from './tokens.ts';

export type Done = { ok: true } | { ok: false; code: 'PASSWORD_WRONG' | 'PASSWORD_SAME' | 'LINK_INVALID' | 'EMAIL_TAKEN' | PasswordProblem; field?: string } | { ok: false; code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };

const SEALED_FOR = 'letter';

/** What people do about their own account: password, address, sessions. */
export class AccountService {
  constructor(
    private readonly parts: DoorParts,
    private readonly sessions: SessionService,
  ) {}

  async sessionsOf(holder: Holder) {
    const rows = await listSessions(this.parts.pool, holder.accountId, holder.sessionId, this.sessions.idle);
    return rows.map(({ agent, ...session }) => ({ ...session, device: agentName(agent) }));
  }

  async emailOf(holder: Holder): Promise<{ email: string | null; emailInWaiting: string | null }> {
    return { email: holder.email, emailInWaiting: await findEmailInWaiting(this.parts.pool, holder.accountId) };
  }

  /** @returns how many sessions ended */
  async endSession(holder: Holder, id: string, visitor: Visitor): Promise<number> {
    const count = await endSessions(this.parts.pool, holder.accountId, { id });
    if (count > 0) await logOwn(this.parts, holder, visitor, 'auth.endSessions');
    return count;
  }

  /** Ends all sessions but this one, and forgets all devices but this one. */
  async endOthers(holder: Holder, visitor: Visitor): Promise<number> {
    const ended = await together(this.parts.pool, async (client) => {
      const count = await endSessions(client, holder.accountId, { allBut: holder.sessionId });
      await forgetDevices(client, holder.accountId, holder.deviceId);
      return count;
    });
    await logOwn(this.parts, holder, visitor, 'auth.endSessions');
    return ended;
  }

  /** Shows anew who sits here; a guess like any other. */
  async confirm(holder: Holder, password: string, visitor: Visitor): Promise<Done> {
    const refused = await this.tryPassword(holder, password, visitor);
    if (!refused) await noteProof(this.parts.pool, holder.sessionId);
    return refused ?? { ok: true };
  }

  async changePassword(holder: Holder, old: string, fresh: string, visitor: Visitor): Promise<Done> {
    const problem = passwordProblem(fresh, holder);
    if (problem) return { ok: false, code: problem, field: 'newPassword' };
    const refused = await this.tryPassword(holder, old, visitor);
    if (refused) return refused;
    if (await verifyPassword(holder.passwordHash, fresh)) return { ok: false, code: 'PASSWORD_SAME', field: 'newPassword' };
    const passwordHash = await hashPassword(fresh);
    await together(this.parts.pool, async (client) => {
      await setPassword(client, holder.accountId, passwordHash);
      await endSessions(client, holder.accountId, { allBut: holder.sessionId });
      await forgetDevices(client, holder.accountId, holder.deviceId);
      await noteProof(client, holder.sessionId);
      await orderLetter(client, { kind: 'PASSWORD_CHANGED', accountId: holder.accountId, language: visitor.language, facts: visitorFacts(visitor) });
    });
    await logOwn(this.parts, holder, visitor, 'auth.changePassword');
    return { ok: true };
  }

  private async tryPassword(holder: Holder, password: string, visitor: Visitor): Promise<Done | null> {
    const trier = await this.sessions.trier(holder.login, visitor);
    const retryAfterSeconds = await this.parts.attempts.take(trier);
    if (retryAfterSeconds > 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    if (!(await verifyPassword(holder.passwordHash, password))) {
      await logOwn(this.parts, holder, visitor, 'auth.confirm', 'PASSWORD_WRONG');
      return { ok: false, code: 'PASSWORD_WRONG', field: 'password' };
    }
    await this.parts.attempts.giveBack(trier);
    return null;
  }

  /**
   * Leaves the order for a mail and says nothing else: whether there is such an account is found out by whoever writes the
   * mail, after the answer. Too many wishes for one account are dropped without a word.
   */
  async askReset(asked: string, visitor: Visitor): Promise<Done> {
    const retryAfterSeconds = await this.parts.attempts.takeAddress(visitor.address);
    if (retryAfterSeconds > 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    if ((await this.parts.attempts.takeMail(asked)) === 0) await orderLetter(this.parts.pool, { kind: 'RESET', accountId: null, asked: this.sealed(asked), language: visitor.language });
    return { ok: true };
  }

  /** A new password by the link of a mail. Whoever has the mailbox is the holder on this device, and every session ends. */
  async reset(token: string, fresh: string, visitor: Visitor): Promise<Done & { device?: string }> {
    const retryAfterSeconds = await this.parts.attempts.takeAddress(visitor.address);
    if (retryAfterSeconds > 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    const owner = isToken(token) ? await findOwnerByToken(this.parts.pool, hashOf(token)) : null;
    if (!owner) return { ok: false, code: 'LINK_INVALID' };
    const problem = passwordProblem(fresh, owner);
    if (problem) return { ok: false, code: problem, field: 'password' };
    const passwordHash = await hashPassword(fresh);
    const device = isToken(visitor.device) ? visitor.device : newToken();
    const done = await together(this.parts.pool, async (client) => {
      const taken = await takeToken(client, hashOf(token), 'RESET');
      if (!taken) return false;
      await setPassword(client, taken.accountId, passwordHash);
      await endSessions(client, taken.accountId, { allBut: null });
      await forgetDevices(client, taken.accountId, null);
      await knowDevice(client, { id: randomUUID(), tokenHash: hashOf(device), accountId: taken.accountId, agent: visitor.agent, address: visitor.address });
      await orderLetter(client, { kind: 'PASSWORD_CHANGED', accountId: taken.accountId, language: visitor.language, facts: visitorFacts(visitor) });
      return true;
    });
    if (!done) return { ok: false, code: 'LINK_INVALID' };
    await this.parts.log.record({ operation: 'auth.resetPassword', personId: owner.personId, tenantId: await findHome(this.parts.pool, owner.accountId), address: visitor.address, requestId: visitor.requestId });
    return { ok: true, device };
  }

  /** The same answer whether somebody else has that address or not: its holder will hear. */
  async askEmail(holder: Holder, email: string, visitor: Visitor): Promise<Done> {
    const retryAfterSeconds = await this.parts.attempts.takeMail(holder.accountId);
    if (retryAfterSeconds > 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    await orderLetter(this.parts.pool, { kind: 'EMAIL', accountId: holder.accountId, asked: this.sealed(email), language: visitor.language });
    return { ok: true };
  }

  /** By the link of a mail, and by the holder of the account alone: an address that was mistyped makes nobody a holder. */
  async confirmEmail(holder: Holder, token: string, visitor: Visitor): Promise<Done> {
    const done = await together(this.parts.pool, async (client): Promise<Done> => {
      const taken = isToken(token) ? await takeToken(client, hashOf(token), 'EMAIL', holder.accountId) : null;
      if (!taken) return { ok: false, code: 'LINK_INVALID' };
      if (!(await setEmail(client, holder.accountId, taken.email))) return { ok: false, code: 'EMAIL_TAKEN' };
      await dropTokens(client, holder.accountId, 'EMAIL');
      if (holder.email) await this.tellOldAddress(client, holder.email, holder, visitor);
      return { ok: true };
    });
    if (done.ok) await logOwn(this.parts, holder, visitor, 'auth.changeEmail');
    return done;
  }

  async removeEmail(holder: Holder, visitor: Visitor): Promise<Done> {
    await logOwn(this.parts, holder, visitor, 'auth.changeEmail');
    return together(this.parts.pool, async (client): Promise<Done> => {
      await setEmail(client, holder.accountId, null);
      await dropTokens(client, holder.accountId, 'EMAIL');
      if (holder.email) await this.tellOldAddress(client, holder.email, holder, visitor);
      return { ok: true };
    });
  }

  private tellOldAddress(client: Parameters<typeof orderLetter>[0], email: string, holder: Holder, visitor: Visitor): Promise<void> {
    return orderLetter(client, { kind: 'EMAIL_CHANGED', accountId: holder.accountId, asked: this.sealed(email), language: visitor.language, facts: visitorFacts(visitor) });
  }

  private sealed(text: string): Buffer {
    return this.parts.secrets.seal(SEALED_FOR, text);
  }
}

export const visitorFacts = ({ agent, address }: Visitor) => ({ agent: agent.slice(0, 300), address: address.slice(0, 64) });
