import { DomainError, Mail, mailPlaces, maskAddress, type Page, type PageArgs, parseInput, Platform, readContent, readRecipient, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { outboxFilter } from './outbox.inputs.ts';

export interface OpenedMail {
  id: string;
  recipientName: string;
  recipient: string;
  subject: string | null;
  text: string | null;
  html: string | null;
}

@Injectable()
export class OutboxService {
  constructor(private readonly platform: Platform) {}

  page(ctx: RequestContext, filter: unknown, args: PageArgs): Promise<Page<Mail>> {
    ctx.authorize('read', Mail);
    const states = parseInput(outboxFilter, filter, 'filter')?.states;
    return ctx.page(Mail, args, { where: states?.length ? [sql`t.state = any(${states})`] : [], orderBy: [{ by: 'createdAt', desc: true }] });
  }

  /** One list has mails of several consortia, each sealed with its own key. */
  async recipientOf(mail: Mail): Promise<string> {
    const recipient = await this.platform.ring.open(mail.tenantId, mailPlaces(mail.id).recipient, mail.recipient);
    return maskAddress(readRecipient(recipient.toString('utf8')).address);
  }

  /** The look is recorded where it concerns somebody: in the consortium whose mail it is. */
  async open(ctx: RequestContext, id: string): Promise<OpenedMail> {
    const mail = await ctx.must(Mail, id);
    ctx.authorize('reveal', mail);
    return ctx.inTenant(mail.tenantId, async () => {
      ctx.audit('reveal', { type: 'Mail', id: mail.id }, { about: mail.about, state: mail.state });
      const at = mailPlaces(mail.id);
      const { name, address } = readRecipient(await ctx.open(at.recipient, mail.recipient));
      const content = mail.content && readContent(await ctx.open(at.content, mail.content));
      return { id: mail.id, recipientName: name, recipient: address, subject: content?.subject ?? null, text: content?.text ?? null, html: content?.html ?? null };
    });
  }

  async retry(ctx: RequestContext, id: string): Promise<Mail> {
    const mail = await ctx.must(Mail, id);
    ctx.authorize('update', mail);
    if (mail.state !== 'FAILED') throw new DomainError('MAIL_NOT_FAILED');
    if (!mail.content || mail.goodUntil <= ctx.now) throw new DomainError('MAIL_TOO_OLD');
    ctx.changed('Mail', [mail.id]);
    return ctx.inTenant(mail.tenantId, () => ctx.update(mail, { state: 'WAITING', tries: 0, trouble: null, dueAt: ctx.now }));
  }
}
