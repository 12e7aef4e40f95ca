import { badInput, DomainError, inputs, notFound, type RequestContext, type Round, sql, systemActor } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { nameKeys } from '../search.ts';
import { Correction, CORRECTION_FIELDS, wantedPlace } from './correction.entity.ts';

export const askCorrectionInput = z.object({ field: inputs.oneOf(CORRECTION_FIELDS), wanted: inputs.text(1, 200), reason: inputs.optionalText(500) });
export type AskCorrectionInput = z.output<typeof askCorrectionInput>;
export const answerCorrectionInput = z.object({ done: z.boolean(), answer: inputs.optionalText(500) });
export type AnswerCorrectionInput = z.output<typeof answerCorrectionInput>;

const DAY = 86_400_000;
/** DAT-17: own default. */
const ANSWER_DAYS = 15;

/** A wish to have one's data corrected: asked of whoever keeps it, answered with done or with a reason. */
@Injectable()
export class CorrectionService {
  mine(ctx: RequestContext): Promise<Correction[]> {
    return ctx.find(Correction, { where: [sql`t.person_id = ${ctx.actor.personId}`], orderBy: [{ by: 'createdAt', desc: true }, { by: 'id', desc: true }], limit: 50 });
  }

  async ask(ctx: RequestContext, { field, wanted, reason }: AskCorrectionInput, key?: string | null): Promise<Correction> {
    const { personId, organisationId } = ctx.actor;
    ctx.authorize('create', Object.assign(new Correction(), { personId }));
    if (field === 'NAME') parseName(wanted);
    const { id, result } = await ctx.once(key, 'askCorrection', async () => {
      await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`correction ${personId}`}, 0))`);
      if ((await this.mine(ctx)).some((each) => each.field === field && each.state === 'ASKED')) throw new DomainError('CORRECTION_OPEN', {}, { field: 'input.field' });
      const correctionId = uuidv7();
      const wantedSealed = await ctx.seal(wantedPlace(correctionId), wanted);
      const [correction] = await ctx.insert(Correction, { id: correctionId, personId, organisationId, field, wantedSealed, reason: reason ?? null, state: 'ASKED', answerBy: new Date(ctx.now.getTime() + ANSWER_DAYS * DAY), answeredById: null, answeredAt: null, answer: null, remindedAt: null });
      await tellKeepers(ctx, correction!, 'CORRECTION_ASKED');
      ctx.changed('Person', [personId]);
      return correction!;
    });
    return result ?? (await ctx.must(Correction, id));
  }

  async withdraw(ctx: RequestContext, id: string): Promise<Correction> {
    const correction = await ctx.must(Correction, id, 'id', 'update');
    if (correction.personId !== ctx.actor.personId) throw notFound('id');
    if (correction.state !== 'ASKED') return correction;
    ctx.settle({ kind: 'CORRECTION_ASKED', about: [correction.id] });
    return ctx.update(correction, { state: 'WITHDRAWN' });
  }

  async answer(ctx: RequestContext, id: string, { done, answer }: AnswerCorrectionInput): Promise<Correction> {
    const correction = await ctx.must(Correction, id, 'id', 'update');
    if (!this.answers(ctx, correction)) throw notFound('id');
    if (correction.state !== 'ASKED') return correction;
    if (!done && !answer) throw badInput('input.answer', 'REQUIRED');
    if (done && correction.field === 'NAME') await this.rename(ctx, correction);
    ctx.settle({ kind: 'CORRECTION_ASKED', about: [correction.id] });
    ctx.tell({ kind: done ? 'CORRECTION_DONE' : 'CORRECTION_REFUSED', people: [correction.personId], params: { by: { person: ctx.actor.personId }, field: { code: `CORRECTION_${correction.field}` }, answer: answer ?? null }, link: '/account/data' });
    ctx.changed('Person', [correction.personId]);
    return ctx.update(correction, { state: done ? 'DONE' : 'REFUSED', answeredById: ctx.actor.personId, answeredAt: ctx.now, answer: answer ?? null });
  }

  private async rename(ctx: RequestContext, { id, personId, wantedSealed }: Correction): Promise<void> {
    const name = await ctx.open(wantedPlace(id), wantedSealed);
    const { sortName, search } = nameKeys(name, { surname: true });
    await ctx.query(sql`select directory.correct_name(${id}, ${name}, ${sortName}, ${search}, ${ctx.now})`);
    ctx.audit('update', { type: 'Person', id: personId }, { name: '[sealed]' }, { name: '[sealed]' });
  }

  answers(ctx: RequestContext, correction: Correction): boolean {
    return correction.personId !== ctx.actor.personId && ctx.can('decide', correction);
  }

  async ofPerson(ctx: RequestContext, personId: string): Promise<Correction[]> {
    if (personId === ctx.actor.personId || !ctx.can('decide', Correction)) return [];
    const open = await ctx.find(Correction, { where: [sql`t.person_id = ${personId}`, sql`t.state = 'ASKED'`], orderBy: [{ by: 'createdAt' }], limit: 20 });
    return open.filter((each) => this.answers(ctx, each));
  }
}

function parseName(wanted: string): void {
  if ([...wanted].length > 50) throw badInput('input.wanted', 'TOO_LONG_TEXT', { max: 50, length: [...wanted].length });
}

/** Whoever keeps what is to be corrected: the organisation's administrators, and who administers accounts. */
async function tellKeepers(ctx: RequestContext, { id, personId, organisationId, field, answerBy }: Pick<Correction, 'id' | 'personId' | 'organisationId' | 'field' | 'answerBy'>, kind: 'CORRECTION_ASKED' | 'CORRECTION_OVERDUE'): Promise<void> {
  const offices = await ctx.query<{ organisationId: string }>(sql`select distinct organisation_id as "organisationId" from directory.seat where tenant_id = ${ctx.currentTenant} and roles && array['SECRETARY', 'SYSTEM_ADMINISTRATOR']`);
  ctx.tell({
    kind,
    audience: [{ organisationId, roles: ['ORGANISATION_ADMINISTRATOR'] }, ...offices.map((office) => ({ organisationId: office.organisationId, roles: ['SECRETARY', 'SYSTEM_ADMINISTRATOR'] as const }))],
    params: { person: { person: personId }, field: { code: `CORRECTION_${field}` }, until: { day: answerBy.toISOString().slice(0, 10) } },
    about: { type: 'Correction', id },
    link: `/people/${personId}`,
  });
}

/** Reminds of wishes whose time is over, once a day. */
export const correctionRound: Round = {
  name: 'overdue corrections',
  everySeconds: 5,
  async run(platform, now) {
    const late = (await platform.dataSource.query('select tenant_id as "tenantId" from directory.corrections_overdue($1)', [now])) as { tenantId: string }[];
    for (const { tenantId } of late) await platform.run(systemActor(tenantId), { now, operation: 'correction.remind' }, remind);
  },
};

async function remind(ctx: RequestContext): Promise<void> {
  ctx.can('read', Correction);
  const rows = await ctx.query<Pick<Correction, 'id' | 'personId' | 'organisationId' | 'field' | 'answerBy'>>(sql`
    update directory.correction set reminded_at = ${ctx.now} where tenant_id = ${ctx.currentTenant} and state = 'ASKED' and answer_by <= ${ctx.now} and (reminded_at is null or reminded_at <= ${new Date(ctx.now.getTime() - DAY)})
    returning id, person_id as "personId", organisation_id as "organisationId", field, answer_by as "answerBy"`);
  for (const row of rows) await tellKeepers(ctx, row, 'CORRECTION_OVERDUE');
}
