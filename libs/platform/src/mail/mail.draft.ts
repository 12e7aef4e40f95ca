import { newId } from '../context/ids.ts';
import { z } from 'zod';
import type { Language } from '../actor.ts';
import type { Secrets } from '../secrets.ts';
import type { Place } from '../sealing/sealed.ts';
import { sql, type Sql } from '../sql.ts';
import { htmlOf, textOf } from './mail.layout.ts';

/** Something that a mail offers to do: a page of the portal. */
export interface MailButton {
  label: string;
  /** A path of the portal, such as `/bookings/…`. */
  path: string;
}

/** One of several things that a mail tells of. */
export interface MailItem {
  title: string;
  text?: string;
  button?: MailButton;
}

/** What a mail says. Its look, plain text and HTML are made from this, so nobody writes HTML and nothing needs escaping. */
export interface MailDraft {
  /** What it is about, such as `INVITATION`: shown in the outbox, never personal. */
  about: string;
  to: { name: string; address: string };
  /** The recipient's language; all texts are in it already. */
  language: Language;
  subject: string;
  /** Paragraphs. */
  lines: readonly string[];
  button?: MailButton;
  items?: readonly MailItem[];
  /** Why the recipient gets this mail: the last line. */
  why: string;
  /** Where the recipient decides about such mails. */
  settings?: MailButton;
  /** Not sent any more after so long, in minutes: as long as its link works. Three days when left out. */
  goodMinutes?: number;
}

export interface MailContent {
  subject: string;
  text: string;
  html: string;
}

export interface MailRecipient {
  name: string;
  address: string;
}

const GOOD_MINUTES = 3 * 24 * 60;

/** Line ends and control characters have no place in a header, nor in a line of text. */
// eslint-disable-next-line no-control-regex -- finding control characters is the point
const oneLine = (max: number) => z.string().transform((value) => value.replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g, ' ').trim()).pipe(z.string().min(1).max(max));

const path = z.string().regex(/^\/(?!\/)[^\s\\]*$/, 'a path of the portal');
const button = z.object({ label: oneLine(60), path });

const draft = z.object({
  about: z.string(),
  to: z.object({ name: oneLine(100), address: z.email().max(254) }),
  language: z.enum(['zh-CN', 'en']),
  subject: oneLine(200),
  lines: z.array(oneLine(4000)),
  button: button.optional(),
  items: z.array(z.object({ title: oneLine(400), text: oneLine(2000).optional(), button: button.optional() })).optional(),
  why: oneLine(400),
  settings: button.optional(),
  goodMinutes: z.number().int().min(1).default(GOOD_MINUTES),
});

/** Is this one address to which a mail can be sent? */
export const isMailAddress = (address: string) => z.email().max(254).safeParse(address).success;

/** Subject, text and HTML of a mail. Pure, so that a page can show it as well. */
export function contentOf(mail: MailDraft, publicUrl: string): MailContent {
  const checked = draft.parse(mail);
  return { subject: checked.subject, text: textOf(checked, publicUrl), html: htmlOf(checked, publicUrl) };
}

/** A mail as it is stored: sealed with the key of the consortium whose mail it is. */
export interface SealedMail {
  id: string;
  about: string;
  language: Language;
  recipient: Buffer;
  content: Buffer;
  goodUntil: Date;
}

/** @throws when the draft is not one that can be sent: that is a fault of ours, callers check addresses at their field */
export async function sealMail(mail: MailDraft, publicUrl: string, seal: (place: Place, text: string) => Promise<Buffer> | Buffer, now: Date): Promise<SealedMail> {
  const { about, to, language, goodMinutes } = draft.parse(mail);
  const { recipient, content, id } = mailPlaces(newId());
  return { id, about, language, recipient: await seal(recipient, JSON.stringify(to)), content: await seal(content, JSON.stringify(contentOf(mail, publicUrl))), goodUntil: new Date(now.getTime() + goodMinutes * 60_000) };
}

/** Where a mail's two sealed values stand. */
export const mailPlaces = (id: string) => ({ id, recipient: { table: 'platform.mail', column: 'recipient', id }, content: { table: 'platform.mail', column: 'content', id } });

export function insertMail(tenantId: string, mail: SealedMail, now: Date): Sql {
  return sql`insert into platform.mail (tenant_id, id, about, language, state, recipient, content, due_at, good_until, created_at, updated_at, version)
    values (${tenantId}, ${mail.id}, ${mail.about}, ${mail.language}, 'WAITING', ${mail.recipient}, ${mail.content}, ${now}, ${mail.goodUntil}, ${now}, ${now}, 1)`;
}

export const readRecipient = (opened: string) => JSON.parse(opened) as MailRecipient;
export const readContent = (opened: string) => JSON.parse(opened) as MailContent;

/** Enough to recognise an address that one knows, not enough to learn one: `z…@school.edu.cn`. */
export const maskAddress = (address: string) => address.replace(/^(.).*@/u, '$1…@');

/** Anything that runs SQL as the role that checks passwords. */
interface Queryable {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/**
 * Mails of the installation itself, for code that has no request context: the door, before anybody is signed in.
 * In the caller's transaction when `client` is in one.
 */
export async function postMail(client: Queryable, secrets: Secrets, publicUrl: string, mail: MailDraft): Promise<string> {
  const now = new Date();
  const { id, about, language, recipient, content, goodUntil } = await sealMail(mail, publicUrl, (place, text) => secrets.sealAt(place, text), now);
  await client.query('select platform.post_mail($1, $2, $3, $4, $5, $6, $7)', [id, about, language, recipient, content, now, goodUntil]);
  return id;
}
