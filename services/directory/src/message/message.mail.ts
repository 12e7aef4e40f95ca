import { DEFAULT_TIMES, isMailAddress, type Language, type MailDraft, type MailTimes, mailTime, type MailWish, Message, type RequestContext, type Round, sql, systemActor, tenantsWithMail } from '@gongjian/platform';
import { Consortium } from '../consortium/consortium.entity.ts';
import { worded } from './message.texts.ts';

/** How many messages one mail lists; the rest are in the portal. */
const LISTED = 30;
const WORDS = {
  'zh-CN': {
    subject: (count: number, consortium: string) => `${count} 条消息等您查看 · ${consortium}`,
    line: (count: number, consortium: string) => `您在${consortium}有 ${count} 条未读消息：`,
    rest: (count: number) => `还有 ${count} 条，请登录后查看。`,
    all: '查看全部消息',
    why: (consortium: string) => `您收到这封邮件，是因为您在${consortium}的消息设置中没有关闭这类邮件。`,
    settings: '设置邮件提醒',
  },
  en: {
    subject: (count: number, consortium: string) => `${count} messages for you · ${consortium}`,
    line: (count: number, consortium: string) => `You have ${count} unread messages in ${consortium}:`,
    rest: (count: number) => `${count} more are waiting for you in the portal.`,
    all: 'See all messages',
    why: (consortium: string) => `You get this mail because your message settings in ${consortium} allow such mails.`,
    settings: 'Change mail settings',
  },
};

/** Decides when messages are mailed, and mails those that are due and cleared: one mail for each person. */
export const messageMailRound: Round = {
  name: 'message mails',
  everySeconds: 3,
  async run(platform, now) {
    for (const tenantId of await tenantsWithMail(platform, now)) {
      await platform.run(systemActor(tenantId), { now }, async (ctx) => {
        ctx.can('update', Message);
        // Two processes that mailed at once would make two mails of one.
        const [lock] = await ctx.query<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended(${`message mail ${tenantId}`}, 0)) as mine`);
        if (!lock!.mine) return;
        const consortium = await ctx.must(Consortium, tenantId);
        await plan(ctx, consortium.timeZone);
        await mail(ctx, consortium);
      });
    }
  },
};

type Planned = { id: string; kind: string; usual: MailWish; createdAt: Date; mail: Record<string, MailWish> | null } & { [Key in keyof MailTimes]: MailTimes[Key] | null };

async function plan(ctx: RequestContext, timeZone: string): Promise<void> {
  const fresh = await ctx.query<Planned>(sql`
    select m.id, m.kind, k.mail as usual, m.created_at as "createdAt", s.mail, s.time_zone as "timeZone", s.digest_hour as "digestHour", s.quiet_from as "quietFrom", s.quiet_until as "quietUntil"
    from platform.message m join platform.message_kind k on k.kind = m.kind
    left join platform.message_settings s on s.tenant_id = m.tenant_id and s.id = m.person_id
    where m.tenant_id = ${ctx.currentTenant} and m.mail = 'NEW' and m.mail_at <= ${ctx.now} limit 1000`);
  if (fresh.length === 0) return;
  const times = fresh.map((message) => mailTime(message.mail?.[message.kind] ?? message.usual, message.mail ? (message as MailTimes) : { ...DEFAULT_TIMES, timeZone }, message.createdAt));
  await ctx.query(sql`
    update platform.message m set mail = case when n.mail_at is null then 'NONE' else 'DUE' end, mail_at = coalesce(n.mail_at, m.mail_at)
    from unnest(${fresh.map(({ id }) => id)}::uuid[], ${times}::timestamptz[]) n(id, mail_at) where m.tenant_id = ${ctx.currentTenant} and m.id = n.id`);
}

type Cleared = Pick<Message, 'id' | 'kind' | 'personId' | 'params' | 'link'> & { organisationId: string | null };
interface Reader {
  personId: string;
  name: string;
  email: string | null;
  language: Language | null;
}

async function mail(ctx: RequestContext, consortium: Consortium): Promise<void> {
  // Whoever has more that is due now waits for it to be cleared, but not for ever.
  const cleared = await ctx.query<Cleared>(sql`
    select m.id, m.kind, m.person_id as "personId", m.organisation_id as "organisationId", m.params, m.link from platform.message m
    where m.tenant_id = ${ctx.currentTenant} and m.mail = 'CLEARED' and m.mail_at <= ${ctx.now} and (m.mail_at < ${new Date(ctx.now.getTime() - 120_000)}
      or not exists (select 1 from platform.message d where d.tenant_id = m.tenant_id and d.person_id = m.person_id and d.mail in ('NEW', 'DUE') and d.mail_at <= ${ctx.now}))
    order by m.person_id, m.created_at limit 1000`);
  if (cleared.length === 0) return;
  const byReader = Map.groupBy(cleared, ({ personId }) => personId);
  const readers = await ctx.query<Reader>(sql`
    select p.person_id as "personId", p.name, a.email, s.language from directory.consortium_person p
    left join directory.mail_addresses(${[...byReader.keys()]}::uuid[]) a on a.person_id = p.person_id
    left join platform.message_settings s on s.tenant_id = p.tenant_id and s.id = p.person_id
    where p.tenant_id = ${ctx.currentTenant} and p.person_id = any(${[...byReader.keys()]}::uuid[])`);
  const mailed: string[] = [];
  for (const reader of readers) {
    const messages = byReader.get(reader.personId)!;
    if (!reader.email || !isMailAddress(reader.email)) continue;
    await ctx.mail(await draftOf(ctx, consortium, reader, messages));
    mailed.push(...messages.map(({ id }) => id));
  }
  await ctx.query(sql`update platform.message set mail = case when id = any(${mailed}) then 'MAILED' else 'NONE' end where tenant_id = ${ctx.currentTenant} and id = any(${cleared.map(({ id }) => id)})`);
}

/** One message is a mail of its own, with its button; several are listed. */
async function draftOf(ctx: RequestContext, { name, timeZone }: Consortium, { name: reader, email, language: chosen }: Reader, messages: readonly Cleared[]): Promise<MailDraft> {
  const language = chosen ?? 'zh-CN';
  const words = WORDS[language];
  const listed = messages.slice(0, LISTED);
  const texts = await Promise.all(listed.map((message) => worded(ctx, message as Message, language, timeZone)));
  const mail = { about: 'MESSAGES', to: { name: reader, address: email! }, language, settings: { label: words.settings, path: '/account/messages' } };
  if (messages.length === 1) {
    const [{ what, more, why, button }] = texts as [(typeof texts)[number]];
    return { ...mail, subject: what.slice(0, 180), lines: [what, ...(more ? [more] : [])], button: { label: button, path: messages[0]!.link }, why: `${why}${language === 'en' ? '. ' : '。'}${words.why(name)}` };
  }
  const items = texts.map(({ what, more, button }, index) => ({ title: what, ...(more && { text: more }), button: { label: button, path: listed[index]!.link } }));
  const rest = messages.length - listed.length;
  return { ...mail, subject: words.subject(messages.length, name), lines: [words.line(messages.length, name), ...(rest > 0 ? [words.rest(rest)] : [])], items, button: { label: words.all, path: '/messages' }, why: words.why(name) };
}
