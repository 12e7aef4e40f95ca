import nodemailer, { type Transporter } from 'nodemailer';
import { systemActor } from '../actor.ts';
import { logger } from '../log.ts';
import { rest } from '../pace.ts';
import type { Platform } from '../platform.ts';
import { sql } from '../sql.ts';
import { mailPlaces, type MailContent, type MailRecipient, readContent, readRecipient } from './mail.draft.ts';
import { Mail } from './mail.entity.ts';

export interface MailSettings {
  /** The address under which browsers reach the product: links in mails begin with it. */
  publicUrl: string;
  /** smtp: or smtps:, with user and password where the server wants them. Without it mails stay in the outbox. */
  smtpUrl?: string;
  /** Whom mails come from: an address, or `name <address>`. */
  from?: string;
  /** Minutes between one try and the next. */
  retryMinutes?: readonly number[];
}

/** Nine tries in about a day and a half: a mail server that is away for a night loses nothing. */
const RETRY_MINUTES = [0.5, 2, 10, 30, 60, 240, 600, 1200];
/** How long one sender has a mail for itself; longer than all timeouts of the connection together. */
const LEASE = '5 minutes';
const AT_ONCE = 10;
const LOOK_MILLISECONDS = 2000;
const SWEEP_MILLISECONDS = 3_600_000;

interface Claim {
  tenantId: string;
  id: string;
  tries: number;
}

type Outcome = { state: 'SENT' } | { state: 'FAILED'; trouble: string } | { state: 'WAITING'; trouble: string; dueAt: Date };

/**
 * Sends what is in the outbox. The table is the queue: a mail is claimed for some minutes, handed to the mail server outside of any
 * transaction, and its outcome is written by whoever holds the claim. SENT is final. A process that dies between the server's
 * answer and that write leaves a mail that is sent a second time, under the same Message-ID: at least once, and never twice after
 * success was recorded.
 */
export class Mailer {
  private readonly transport: Transporter | null;
  private readonly retryMinutes: readonly number[];
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private sweptAt = 0;

  constructor(
    private readonly platform: Platform,
    private readonly settings: MailSettings,
  ) {
    this.transport = settings.smtpUrl ? nodemailer.createTransport({ ...transportOptions(settings.smtpUrl), pool: true, maxConnections: 3 } as never) : null;
    this.retryMinutes = settings.retryMinutes ?? RETRY_MINUTES;
  }

  get configured(): boolean {
    return this.transport !== null;
  }

  /** Begins to look for mails that are due. */
  work(): void {
    this.transport?.verify().catch((error: unknown) => logger.warn('mail server', undefined, { trouble: troubleOf(error).text }));
    const look = () => {
      this.running = this.round().catch((error: unknown) => logger.error('outbox', error));
      void this.running.finally(() => {
        this.running = null;
        this.timer = setTimeout(look, rest(LOOK_MILLISECONDS));
      });
    };
    this.timer = setTimeout(look, rest(LOOK_MILLISECONDS));
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    clearTimeout(this.timer);
    this.transport?.close();
  }

  /** Sends all that is due now. */
  async round(): Promise<void> {
    const now = new Date();
    if (now.getTime() - this.sweptAt > SWEEP_MILLISECONDS) {
      this.sweptAt = now.getTime();
      await this.platform.dataSource.query('select platform.sweep_mail($1)', [now]);
    }
    if (!this.transport) return;
    for (let claimed = await this.claim(); claimed.length > 0; claimed = await this.claim()) {
      await Promise.all(claimed.map((mail) => this.deliver(mail)));
    }
  }

  private claim(): Promise<Claim[]> {
    return this.platform.dataSource.query(`select tenant_id as "tenantId", id, tries from platform.claim_mail($1, $2::interval, $3)`, [new Date(), LEASE, AT_ONCE]);
  }

  private async deliver(claim: Claim): Promise<void> {
    try {
      const mail = await this.open(claim);
      await this.record(claim, mail ? await this.hand(claim, mail) : { state: 'FAILED', trouble: 'CONTENT_GONE' });
    } catch (error) {
      // The claim ends by itself; then somebody tries again.
      logger.error('outbox', error, { mail: claim.id });
    }
  }

  private async open({ tenantId, id }: Claim): Promise<(MailRecipient & MailContent) | null> {
    return this.platform.run(systemActor(tenantId), { readOnly: true }, async (ctx) => {
      const mail = await ctx.must(Mail, id);
      const at = mailPlaces(id);
      return mail.content ? { ...readRecipient(await ctx.open(at.recipient, mail.recipient)), ...readContent(await ctx.open(at.content, mail.content)) } : null;
    });
  }

  private async hand({ id, tries }: Claim, { name, address, subject, text, html }: MailRecipient & MailContent): Promise<Outcome> {
    try {
      await this.transport!.sendMail({
        from: this.settings.from,
        // An address apart from its name is never read as a list of several.
        to: { name, address },
        subject,
        text,
        html,
        messageId: `<${id}@${new URL(this.settings.publicUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { state: 'SENT' };
    } catch (error) {
      const { text: trouble, final } = troubleOf(error);
      logger.warn('mail not sent', undefined, { mail: id, tries, trouble });
      const minutes = this.retryMinutes[tries - 1];
      if (final || minutes === undefined) return { state: 'FAILED', trouble };
      return { state: 'WAITING', trouble, dueAt: new Date(Date.now() + minutes * 60_000) };
    }
  }

  /** Only by the holder of the claim: another sender that took the mail over writes its own outcome. */
  private async record({ tenantId, id, tries }: Claim, outcome: Outcome): Promise<void> {
    const now = new Date();
    const sent = outcome.state === 'SENT';
    const trouble = outcome.state === 'SENT' ? null : outcome.trouble;
    const dueAt = outcome.state === 'WAITING' ? outcome.dueAt : now;
    await this.platform.run(systemActor(tenantId), {}, async (ctx) => {
      ctx.can('update', Mail);
      await ctx.query(sql`update platform.mail set state = ${outcome.state}, trouble = ${trouble}, due_at = ${dueAt}, sent_at = ${sent ? now : null}, content = case when ${sent} then null else content end, updated_at = ${now}, version = version + 1
        where tenant_id = ${tenantId} and id = ${id} and state = 'SENDING' and tries = ${tries}`);
    });
  }
}

/** A password never travels in the clear: where there is one, the connection has TLS, or is to this machine. */
function transportOptions(smtpUrl: string): object {
  const url = new URL(smtpUrl);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !local,
    ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  };
}

/** Codes only: a server's words may repeat the address. A permanent refusal (5xx) of recipient or content is not tried again. */
function troubleOf(error: unknown): { text: string; final: boolean } {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const text = [code ?? 'ERROR', responseCode, command].filter(Boolean).join(' ').slice(0, 100);
  const final = (responseCode ?? 0) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { text, final };
}
