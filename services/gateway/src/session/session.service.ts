import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hashPassword, verifyPassword } from '@gongjian/directory';
import { type Actor, asUuid, OPERATOR_TENANT } from '@gongjian/platform';
import type { Pool } from 'pg';
import type { AccessLog } from './access-log.ts';
import { ATTEMPT_LIMITS, type AttemptLimits, Attempts } from './attempts.ts';
import { SessionCache } from './session.cache.ts';
import { type AccountRow, deleteSession, findAccount, findActor, findSeats, insertSession, moveSession, type SeatKey } from './session.queries.ts';

export interface SessionSettings {
  /** A session that was not used for so long ends. */
  idleMinutes: number;
  /** A session ends after so long in any case. */
  hours: number;
  /** How long an answer about a token is believed unless news evict it, in milliseconds. */
  cacheMilliseconds?: number;
  attempts?: AttemptLimits;
}

export interface Visitor {
  address: string;
  agent: string;
  requestId: string;
}

export interface Ticket {
  token: string;
  expiresAt: Date;
}

export type SignIn = ({ ok: true } & Ticket) | { ok: false; code: 'SIGN_IN_FAILED' | 'NO_SEAT' } | { ok: false; code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };

const CACHE_MILLISECONDS = 2000;
const TOKEN = /^[\w-]{43}$/;
/** As accounts are made; what looks otherwise is nobody's, and some of it PostgreSQL could not even read. */
const LOGIN = /^[\w.@-]{3,64}$/;

/** 256 bits that nobody can guess; only their hash is kept, so that a copy of the database signs nobody in. */
const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Who is signed in, on which seat. Speaks to the database as the one role that may see accounts and sessions. */
export class SessionService {
  private readonly cache: SessionCache;
  private readonly attempts: Attempts;
  private readonly idleSeconds: number;
  /** An unknown login costs as much time as a wrong password: it is compared with this. */
  private readonly nobody = hashPassword(newToken());

  constructor(
    private readonly pool: Pool,
    private readonly log: AccessLog,
    private readonly settings: SessionSettings,
  ) {
    this.cache = new SessionCache(settings.cacheMilliseconds ?? CACHE_MILLISECONDS);
    this.attempts = new Attempts(pool, settings.attempts ?? ATTEMPT_LIMITS);
    this.idleSeconds = settings.idleMinutes * 60;
  }

  async signIn(login: string, password: string, visitor: Visitor): Promise<SignIn> {
    const retryAfterSeconds = await this.attempts.take(login, visitor.address);
    const event = { operation: 'auth.signIn', address: visitor.address, requestId: visitor.requestId } as const;
    if (retryAfterSeconds > 0) {
      await this.log.recordSeldom(`${login} ${visitor.address}`, { ...event, ...this.log.stranger(login), code: 'TOO_MANY_ATTEMPTS' });
      return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    }
    const account = LOGIN.test(login.trim()) ? await findAccount(this.pool, login.trim()) : undefined;
    const matches = await verifyPassword(account?.passwordHash ?? (await this.nobody), password);
    if (!account || !matches) {
      await this.log.record({ ...event, ...(account ? { personId: account.personId, tenantId: account.homeTenantId } : this.log.stranger(login)), code: 'SIGN_IN_FAILED' });
      return { ok: false, code: 'SIGN_IN_FAILED' };
    }
    await this.attempts.forgive(login, visitor.address);
    const seat = await this.firstSeat(account);
    if (!seat) {
      await this.log.record({ ...event, personId: account.personId, tenantId: account.homeTenantId, code: 'NO_SEAT' });
      return { ok: false, code: 'NO_SEAT' };
    }
    const token = newToken();
    const expiresAt = await insertSession(this.pool, { id: randomUUID(), tokenHash: hashOf(token), accountId: account.id, ...seat, hours: this.settings.hours, ...visitor });
    await this.log.record({ ...event, ...seat, personId: account.personId });
    return { ok: true, token, expiresAt };
  }

  /** Where the person worked last, if they still may; else the first of their seats. */
  private async firstSeat(account: AccountRow): Promise<SeatKey | null> {
    const seats = await findSeats(this.pool, account.personId);
    if (account.operator) seats.unshift({ tenantId: OPERATOR_TENANT, organisationId: OPERATOR_TENANT });
    const last = seats.find((seat) => seat.tenantId === account.lastTenantId && seat.organisationId === account.lastOrganisationId);
    return last ?? seats[0] ?? null;
  }

  /** Who stands behind a token now; using it keeps the session alive. */
  async resolve(token: string): Promise<Actor | null> {
    if (!TOKEN.test(token)) return null;
    const tokenHash = hashOf(token);
    const key = tokenHash.toString('base64url');
    return this.cache.get(key) ?? this.cache.remember(key, () => findActor(this.pool, tokenHash, this.idleSeconds, true));
  }

  /** The same for open streams that only want to know whether to go on: asks the database, and keeps nothing alive. */
  async peek(token: string): Promise<Actor | null> {
    return TOKEN.test(token) ? findActor(this.pool, hashOf(token), this.idleSeconds, false) : null;
  }

  /** Ends the session on the server; the token is worth nothing from now on. */
  async signOut(token: string, visitor: Visitor): Promise<void> {
    if (!TOKEN.test(token)) return;
    const ended = await deleteSession(this.pool, hashOf(token));
    this.forget(token);
    if (ended) await this.log.record({ operation: 'auth.signOut', ...ended, address: visitor.address, requestId: visitor.requestId });
  }

  /** @returns null when the seat is not one of the person's, or the session has ended: nobody can tell which */
  async switchSeat(actor: Actor, token: string, to: { consortiumId: string; organisationId: string }, visitor: Visitor): Promise<Ticket | null> {
    if (!TOKEN.test(token)) return null;
    const fresh = newToken();
    const seat = { tenantId: asUuid(to.consortiumId), organisationId: asUuid(to.organisationId) };
    const expiresAt = await moveSession(this.pool, hashOf(token), this.idleSeconds, { tokenHash: hashOf(fresh), ...seat });
    const event = { operation: 'auth.switchSeat', personId: actor.personId, address: visitor.address, requestId: visitor.requestId } as const;
    // Both logs know of it, and neither tells its consortium of the other one.
    if (seat.tenantId !== actor.tenantId || !expiresAt) await this.log.record({ ...event, tenantId: actor.tenantId, organisationId: actor.organisationId, code: expiresAt ? null : 'NOT_FOUND' });
    if (!expiresAt) return null;
    await this.log.record({ ...event, ...seat });
    this.forget(token);
    return { token: fresh, expiresAt };
  }

  /** News from the database about a session, a person or a seat. */
  evict(news: string): void {
    this.cache.evict(news);
  }

  private forget(token: string): void {
    this.cache.forget(hashOf(token).toString('base64url'));
  }
}
