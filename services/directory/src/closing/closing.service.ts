import { randomBytes } from 'node:crypto';
import { administers, badInput, DomainError, notFound, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { today } from '../day.ts';
import { OwnDataService } from '../own-data/own-data.service.ts';
import { requireOthers } from '../person/indispensable.ts';
import { Person } from '../person/person.entity.ts';
import type { DecideClosingInput } from './closing.inputs.ts';
import { heldRoles, openDuties, workplaces } from './closing.queries.ts';
import { Erasure } from './erasure.entity.ts';

const DAY = 86_400_000;
/** How long it can be taken back. */
export const UNDO_DAYS = 7;
/** DAT-17: own default. */
export const ANSWER_DAYS = 15;

export interface Obstacle {
  code: string;
  text: string;
  link: string | null;
}

/** Closing one's account: asked for, decided where files have to be kept, taken back for a week, then done. */
@Injectable()
export class ClosingService {
  constructor(private readonly ownData: OwnDataService) {}

  async mine(ctx: RequestContext) {
    ctx.can('read', Erasure);
    const { personId } = ctx.actor;
    const [closing, obstacles, places] = [await this.latest(ctx, personId), await this.obstacles(ctx), await workplaces(ctx, personId)];
    return { closing, obstacles, needsDecision: places.some(({ hasFiles }) => hasFiles), days: UNDO_DAYS };
  }

  async close(ctx: RequestContext) {
    await this.ownData.requireProof(ctx);
    const { personId } = ctx.actor;
    ctx.authorize('create', Object.assign(new Erasure(), { personId }));
    await lock(ctx, personId);
    const known = await this.latest(ctx, personId);
    if (known && isOpen(known)) throw new DomainError('CLOSING_ASKED_ALREADY');
    const [obstacle] = await this.obstacles(ctx);
    if (obstacle) throw new DomainError('CLOSING_OBSTACLE', { reason: obstacle.text });
    const { now } = ctx;
    const pseudonym = `已注销人员${randomBytes(3).toString('hex').toUpperCase()}`;
    await ctx.query(sql`select directory.ask_closing(${pseudonym}, ${now}, ${new Date(now.getTime() + ANSWER_DAYS * DAY)}, ${new Date(now.getTime() + UNDO_DAYS * DAY)})`);
    ctx.audit('closeAccount', { type: 'Person', id: personId });
    const closing = await this.latest(ctx, personId);
    if (closing?.state === 'ASKED') await tellDeciders(ctx, closing, 'CLOSING_ASKED');
    ctx.changed('Person', [personId]);
    return this.mine(ctx);
  }

  async withdraw(ctx: RequestContext) {
    const { personId } = ctx.actor;
    ctx.authorize('create', Object.assign(new Erasure(), { personId }));
    await lock(ctx, personId);
    const closing = await this.latest(ctx, personId);
    if (!closing || !isOpen(closing)) throw notFound();
    await ctx.query(sql`select directory.withdraw_closing(${ctx.now})`);
    ctx.audit('withdrawClosing', { type: 'Person', id: personId });
    ctx.settle({ kind: 'CLOSING_ASKED', about: [personId] });
    ctx.changed('Person', [personId]);
    return this.mine(ctx);
  }

  async decide(ctx: RequestContext, personId: string, { approve, reason, keepUntil }: DecideClosingInput): Promise<Erasure> {
    const person = await ctx.must(Person, personId, 'personId');
    await lock(ctx, person.id);
    const closing = await this.latest(ctx, person.id);
    if (!closing || !(await this.decides(ctx, closing))) throw notFound('personId');
    if (closing.state !== 'ASKED') return closing;
    if ((!approve || keepUntil) && !reason) throw badInput('input.reason', 'CLOSING_REASON_NEEDED');
    if (keepUntil && keepUntil <= today(ctx)) throw badInput('input.keepUntil', 'UNTIL_PAST');
    const decided = { decidedById: ctx.actor.personId, decidedAt: ctx.now, reason: reason ?? null };
    await ctx.update(closing, approve ? { ...decided, state: 'WAITING', keepUntil: keepUntil ?? null } : { ...decided, state: 'REFUSED' });
    // Whoever is told today has the whole of the time to take it back.
    if (approve) await ctx.query(sql`select directory.put_off_closing(${person.id}, ${new Date(ctx.now.getTime() + UNDO_DAYS * DAY)}, ${ctx.now})`);
    else await ctx.query(sql`select directory.refuse_closing_elsewhere(${person.id}, ${ctx.now})`);
    ctx.settle({ kind: 'CLOSING_ASKED', about: [person.id] });
    ctx.tell({ kind: approve ? 'CLOSING_APPROVED' : 'CLOSING_REFUSED', people: [person.id], params: { by: { person: ctx.actor.personId }, reason: reason ?? null, until: keepUntil ? { day: keepUntil } : null }, link: '/account/data' });
    ctx.changed('Person', [person.id]);
    return (await this.latest(ctx, person.id))!;
  }

  /** For a page about somebody: only to those who decide. */
  async ofPerson(ctx: RequestContext, personId: string): Promise<Erasure | null> {
    if (!ctx.can('decide', Erasure) || personId === ctx.actor.personId) return null;
    const closing = await this.latest(ctx, personId);
    return closing && (await this.decides(ctx, closing)) ? closing : null;
  }

  private async decides(ctx: RequestContext, closing: Erasure): Promise<boolean> {
    if (closing.personId === ctx.actor.personId || !ctx.can('decide', closing)) return false;
    if (administers(ctx.actor, 'ACCOUNTS')) return true;
    return (await workplaces(ctx, closing.personId)).some(({ organisationId }) => organisationId === ctx.actor.organisationId);
  }

  private async latest(ctx: RequestContext, personId: string): Promise<Erasure | null> {
    const [row] = await ctx.find(Erasure, { where: [sql`t.person_id = ${personId}`], orderBy: [{ by: 'createdAt', desc: true }, { by: 'id', desc: true }], limit: 1 });
    return row ?? null;
  }

  /** What stands in the way, each with the way on. */
  private async obstacles(ctx: RequestContext): Promise<Obstacle[]> {
    const { personId } = ctx.actor;
    const found: Obstacle[] = [];
    const duties = await openDuties(ctx, personId);
    if (duties > 0) found.push({ code: 'DUTIES_OPEN', text: ctx.text('DUTIES_OPEN', { count: duties }), link: '/bookings?tab=mine' });
    try {
      await requireOthers(ctx, await heldRoles(ctx, personId), today(ctx));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      found.push({ code: error.code, text: ctx.text(error.code, error.params), link: '/people' });
    }
    return found;
  }
}

export const isOpen = ({ state }: Erasure) => state === 'ASKED' || state === 'WAITING';

/** A wish, an answer and taking it back happen one after the other. */
const lock = (ctx: RequestContext, personId: string) => ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`erasure ${personId}`}, 0))`);

/** The administrators of the organisations where there are files, and whoever administers accounts. */
export async function tellDeciders(ctx: RequestContext, { personId, answerBy }: Erasure, kind: 'CLOSING_ASKED' | 'CLOSING_OVERDUE'): Promise<void> {
  const places = await workplaces(ctx, personId);
  const offices = await ctx.query<{ organisationId: string }>(sql`select distinct organisation_id as "organisationId" from directory.seat where tenant_id = ${ctx.currentTenant} and roles && array['SECRETARY', 'SYSTEM_ADMINISTRATOR']`);
  ctx.tell({
    kind,
    audience: [...places.map(({ organisationId }) => ({ organisationId, roles: ['ORGANISATION_ADMINISTRATOR'] as const })), ...offices.map(({ organisationId }) => ({ organisationId, roles: ['SECRETARY', 'SYSTEM_ADMINISTRATOR'] as const }))],
    params: { person: { person: personId }, until: { day: answerBy.toISOString().slice(0, 10) } },
    about: { type: 'Person', id: personId },
    link: `/people/${personId}`,
  });
}
