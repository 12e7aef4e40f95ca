import { DomainError, isOperator, notFound, type RequestContext, sql } from '@gongjian/platform';
import { consentItems, privacyNotice } from '@gongjian/rules';
import { Injectable } from '@nestjs/common';
import { ConsentDecision, type Decision } from './consent.entity.ts';

export type ConsentState = 'OPEN' | 'GIVEN' | 'WITHDRAWN' | 'OUTDATED';

/** The notice, and what is agreed to beside it. The log is written anew for each decision and never changed. */
@Injectable()
export class PrivacyService {
  async standing(ctx: RequestContext) {
    const { version, publishedOn, changes } = privacyNotice;
    const read = (await this.latest(ctx)).get('NOTICE');
    const news = newsSince(changes, read?.itemVersion);
    return { version, publishedOn, acknowledgedVersion: read?.itemVersion ?? null, acknowledgedAt: read?.createdAt ?? null, changes: news.map(({ text }) => text[ctx.language === 'en' ? 'en' : 'zh']) };
  }

  async acknowledge(ctx: RequestContext, version: number) {
    // A page that was open for days shows what is no longer in force.
    if (version !== privacyNotice.version) throw new DomainError('NOTICE_OUTDATED');
    const read = (await this.latest(ctx)).get('NOTICE');
    if (read?.itemVersion !== version) await this.write(ctx, 'NOTICE', version, 'ACKNOWLEDGED');
    return this.standing(ctx);
  }

  async consents(ctx: RequestContext) {
    const latest = await this.latest(ctx);
    const word = ctx.language === 'en' ? 'en' : 'zh';
    return consentItems.map(({ id, version, sensitive, name, purpose, without }) => {
      const decision = latest.get(id);
      return { item: id, name: name[word], purpose: purpose[word], without: without[word], sensitive, state: stateOf(decision, version), since: decision?.createdAt ?? null };
    });
  }

  async decide(ctx: RequestContext, id: string, decision: 'GIVEN' | 'WITHDRAWN') {
    const item = consentItems.find((each) => each.id === id);
    if (!item) throw notFound('item');
    const state = stateOf((await this.latest(ctx)).get(id), item.version);
    if (state !== decision) await this.write(ctx, id, item.version, decision);
    return this.consents(ctx);
  }

  private async write(ctx: RequestContext, item: string, itemVersion: number, decision: Decision): Promise<void> {
    const draft = { personId: ctx.actor.personId, item, itemVersion, decision, language: ctx.language };
    ctx.authorize('create', Object.assign(new ConsentDecision(), draft));
    const [row] = await ctx.insert(ConsentDecision, draft);
    ctx.changed('Consent', [row!.id], { people: [ctx.actor.personId] });
  }

  private async latest(ctx: RequestContext): Promise<Map<string, ConsentDecision>> {
    if (isOperator(ctx.actor)) return new Map();
    const rows = await ctx.find(ConsentDecision, { where: [sql`t.person_id = ${ctx.actor.personId}`], orderBy: [{ by: 'createdAt' }] });
    return new Map(rows.map((row) => [row.item, row]));
  }
}

/** What somebody said last, about the purpose as it is now. */
export function stateOf(decision: Pick<ConsentDecision, 'decision' | 'itemVersion'> | undefined, version: number): ConsentState {
  if (!decision) return 'OPEN';
  if (decision.decision === 'GIVEN' && decision.itemVersion < version) return 'OUTDATED';
  return decision.decision === 'GIVEN' ? 'GIVEN' : 'WITHDRAWN';
}

/** What is new to somebody who read an older version; to who read none, all of it is. */
export const newsSince = <C extends { version: number }>(changes: readonly C[], read: number | undefined): C[] => changes.filter(({ version }) => read !== undefined && version > read);
