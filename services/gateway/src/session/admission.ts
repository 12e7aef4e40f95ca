import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CookieOptions, DEVICE_COOKIE, DEVICE_DAYS, INVITATION_COOKIE, PENDING_COOKIE, refuseWith, REGISTRATION_COOKIE, SESSION_COOKIE, visitorOf } from './route.kit.ts';
import type { Admission, HalfIn, Refusal, SessionService, Ticket } from './session.service.ts';

const STATUS: Record<Refusal['code'], number> = { SIGN_IN_FAILED: 401, CODE_WRONG: 401, PASSKEY_REFUSED: 401, SIGN_IN_EXPIRED: 401, NO_SEAT: 403, TOO_MANY_ATTEMPTS: 429 };

/** What the browser keeps after a step of signing in, and what it hears. */
export class Admitter {
  readonly cookie: CookieOptions;
  readonly atTheDoor: CookieOptions;

  constructor(
    private readonly sessions: SessionService,
    publicUrl: string,
  ) {
    this.cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure: publicUrl.startsWith('https:') };
    this.atTheDoor = { ...this.cookie, sameSite: 'strict', path: '/auth' };
  }

  handSession(reply: FastifyReply, { token, expiresAt }: Ticket): FastifyReply {
    return reply.setCookie(SESSION_COOKIE, token, { ...this.cookie, maxAge: Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000)) });
  }

  /** Where the session cannot be used yet, the answer says why: a second factor has to be added, or a request to come in waits. */
  async next(token: string): Promise<object> {
    const next = await this.sessions.nextStep(token);
    return next ? { next } : {};
  }

  /** @param more what else an answer that is no refusal says */
  async answer(request: FastifyRequest, reply: FastifyReply, entry: Admission | HalfIn | Refusal, more: object = {}): Promise<FastifyReply> {
    if (!entry.ok) return refuseWith(request, reply, entry, STATUS[entry.code]);
    if ('pending' in entry) return reply.setCookie(PENDING_COOKIE, entry.pending, this.atTheDoor).send({ next: 'SECOND_FACTOR', factors: entry.factors, ...more });
    await this.handIn(request, reply, entry);
    return reply.send({ ok: true, ...(await this.next(entry.token)), ...more });
  }

  /** Whoever was signed in in this browser before is not any more. */
  async handIn(request: FastifyRequest, reply: FastifyReply, entry: Admission): Promise<void> {
    await this.sessions.signOut(request.cookies[SESSION_COOKIE] ?? '', visitorOf(request));
    this.handSession(reply, entry).setCookie(DEVICE_COOKIE, entry.device, { ...this.atTheDoor, maxAge: DEVICE_DAYS * 86_400 });
    for (const name of [PENDING_COOKIE, INVITATION_COOKIE, REGISTRATION_COOKIE]) if (request.cookies[name]) reply.clearCookie(name, this.atTheDoor);
  }
}
