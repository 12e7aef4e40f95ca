import { badInput, DEFAULT_TIMES, type MailTimes, type MailWish, Message, MessageSettings, notFound, type Page, type PageArgs, parseInput, type RequestContext, type Sql, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { type MarkMessagesInput, messageFilter, type MessageSettingsInput } from './message.inputs.ts';
import { kindsOf } from './message.texts.ts';

/** The badge says 99+. */
const COUNTED = 100;

export interface KindView {
  kind: string;
  name: string;
  mail: MailWish;
  usual: MailWish;
}

export type SettingsView = MailTimes & { language: string; kinds: () => Promise<KindView[]> };

@Injectable()
export class MessageService {
  page(ctx: RequestContext, filter: unknown, args: PageArgs): Promise<Page<Message>> {
    const { unread, kind } = parseInput(messageFilter, filter, 'filter') ?? {};
    const where = [seated(ctx)];
    if (unread) where.push(sql`t.read_at is null`);
    if (kind) where.push(sql`t.kind = ${kind}`);
    return ctx.page(Message, args, { where, orderBy: [{ by: 'createdAt', desc: true }] });
  }

  async unreadCount(ctx: RequestContext): Promise<number> {
    const [row] = await ctx.query<{ count: number }>(sql`
      select count(*)::int as count from (select 1 from platform.message t where ${ctx.permitted('read', Message)} and t.person_id = ${ctx.actor.personId} and t.read_at is null and ${seated(ctx)} limit 100) unread`);
    return Math.min(row!.count, COUNTED);
  }

  /** The same mark twice is one mark: nothing changes, and nobody hears of it. */
  async mark(ctx: RequestContext, { ids, read }: MarkMessagesInput): Promise<Message[]> {
    const messages = await ctx.find(Message, { where: [sql`t.id::text = any(${ids})`, seated(ctx)], orderBy: [{ by: 'id' }], lock: 'update' });
    if (messages.length < new Set(ids).size) throw notFound('input.ids');
    const changing = messages.filter(({ readAt }) => (readAt !== null) !== read);
    if (changing.length === 0) return messages;
    const readAt = read ? ctx.now : null;
    await ctx.query(sql`update platform.message set read_at = ${readAt}, updated_at = ${ctx.now}, version = version + 1 where tenant_id = ${ctx.currentTenant} and id = any(${changing.map(({ id }) => id)})`);
    for (const message of changing) message.readAt = readAt;
    this.tellMyself(ctx, changing.map(({ id }) => id));
    return messages;
  }

  async markAll(ctx: RequestContext, until: Date, kind: string | null | undefined): Promise<string[]> {
    const marked = await ctx.query<{ id: string }>(sql`
      update platform.message t set read_at = ${ctx.now}, updated_at = ${ctx.now}, version = version + 1
      where ${ctx.permitted('update', Message)} and t.tenant_id = ${ctx.currentTenant} and t.person_id = ${ctx.actor.personId} and t.read_at is null and t.created_at <= ${until} and ${seated(ctx)} ${kind ? sql`and t.kind = ${kind}` : sql``}
      returning t.id`);
    const ids = marked.map(({ id }) => id);
    if (ids.length > 0) this.tellMyself(ctx, ids);
    return ids;
  }

  /** Other windows of the same person follow. */
  private tellMyself(ctx: RequestContext, ids: string[]): void {
    ctx.changed('Message', ids, { people: [ctx.actor.personId] });
  }

  async settings(ctx: RequestContext): Promise<SettingsView> {
    const own = await ctx.get(MessageSettings, ctx.actor.personId);
    const { timeZone, digestHour, quietFrom, quietUntil } = own ?? { ...DEFAULT_TIMES, timeZone: ctx.actor.timeZone };
    return { language: own?.language ?? 'zh-CN', timeZone, digestHour, quietFrom, quietUntil, kinds: () => this.kinds(ctx, own) };
  }

  async kinds(ctx: RequestContext, own?: MessageSettings | null): Promise<KindView[]> {
    const wishes = (own === undefined ? await ctx.get(MessageSettings, ctx.actor.personId) : own)?.mail ?? {};
    return [...(await kindsOf(ctx)).values()].map(({ kind, mail, texts }) => ({ kind, name: texts[ctx.language].name, mail: wishes[kind] ?? mail, usual: mail }));
  }

  async updateSettings(ctx: RequestContext, input: MessageSettingsInput): Promise<SettingsView> {
    const { mail, language, timeZone, digestHour, quietFrom = null, quietUntil = null } = input;
    const kinds = await kindsOf(ctx);
    const unknown = mail.findIndex(({ kind }) => !kinds.has(kind));
    if (unknown >= 0) throw badInput(`input.mail.${unknown}.kind`, 'BAD_VALUE');
    // Two windows that save at once do so one after the other.
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`message settings ${ctx.currentTenant} ${ctx.actor.personId}`}, 0))`);
    const own = await ctx.get(MessageSettings, ctx.actor.personId, 'update');
    const values = { language, timeZone, digestHour, quietFrom, quietUntil, mail: { ...own?.mail, ...Object.fromEntries(mail.map((wish) => [wish.kind, wish.mail])) } };
    ctx.authorize('update', own ?? Object.assign(new MessageSettings(), { id: ctx.actor.personId }));
    if (own) await ctx.update(own, values);
    else await ctx.insert(MessageSettings, { id: ctx.actor.personId, ...values });
    return this.settings(ctx);
  }
}

/** What was told to a seat is read as long as there is that seat. */
function seated(ctx: RequestContext): Sql {
  return sql`(t.organisation_id is null or t.organisation_id = any(array(select organisation_id from directory.seat where tenant_id = ${ctx.currentTenant} and person_id = ${ctx.actor.personId})))`;
}
