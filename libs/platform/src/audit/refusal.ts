import type { Actor } from '../actor.ts';
import type { EntityClass } from '../entity.ts';
import type { ContextOptions } from '../context/request-context.ts';
import { DomainError } from '../errors.ts';
import { logger } from '../log.ts';
import type { Action } from '../permissions.ts';
import type { Platform } from '../platform.ts';
import type { AuditSubject } from './trail.ts';

/** Refusals that say: this was not yours to do. Mistakes in a form are nobody's concern but its author's. */
const PROTECTED = new Set(['FORBIDDEN', 'ROLE_NOT_GRANTABLE']);

/** Keeps a refused attempt at something protected, in a transaction of its own: the attempt's was rolled back. */
export async function recordRefusal(platform: Platform, actor: Actor, options: ContextOptions, error: unknown): Promise<void> {
  if (!(error instanceof DomainError) || !(error.attempt || PROTECTED.has(error.code))) return;
  const attempt = error.attempt ?? { action: 'refused', type: 'Operation', id: options.operation ?? '*' };
  try {
    await platform.run(actor, { ...options, readOnly: false, recorded: false }, async (ctx) => ctx.auditRefusal(error.code, attempt));
  } catch (failure) {
    logger.error('recording a refused attempt', failure, { requestId: options.requestId });
  }
}

/** What somebody tried to do, and may not. */
export function attemptAt(action: Action, subject: object): { action: string } & AuditSubject {
  if (typeof subject === 'function') return { action, type: (subject as EntityClass).name, id: '*' };
  return { action, type: subject.constructor.name, id: String((subject as { id?: unknown }).id ?? '*') };
}
