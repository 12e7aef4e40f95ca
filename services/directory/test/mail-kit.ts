import { KeyRing, mailPlaces, readContent, readRecipient, Secrets } from '@gongjian/platform/testing/inside';
import pg from 'pg';

export interface SentMail {
  id: string;
  about: string;
  subject: string;
  text: string;
}

/** Runs SQL as the owner of the schema. */
export async function asOwner<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** What a consortium's outbox holds for an address, the oldest first: as the mailbox would. */
export async function mailsOf(tenantId: string, address: string): Promise<SentMail[]> {
  const ring = new KeyRing(process.env.GONGJIAN_DATABASE_URL!, new Secrets(process.env.GONGJIAN_SECRET_KEY!), false);
  const read = async (place: { table: string; column: string; id: string }, sealed: Buffer) => (await ring.open(tenantId, place, sealed)).toString('utf8');
  const rows = await asOwner<{ id: string; about: string; recipient: Buffer; content: Buffer }>('select id, about, recipient, content from platform.mail where tenant_id = $1 and content is not null order by created_at', [tenantId]);
  try {
    const mails: SentMail[] = [];
    for (const { id, about, recipient, content } of rows) {
      if (readRecipient(await read(mailPlaces(id).recipient, recipient)).address === address) mails.push({ id, about, ...readContent(await read(mailPlaces(id).content, content)) });
    }
    return mails;
  } finally {
    await ring.close();
  }
}

/** The secret of the link in the newest mail to an address: behind the # alone. */
export async function linkTo(tenantId: string, address: string): Promise<string> {
  return /#([\w-]{43})/.exec((await mailsOf(tenantId, address)).at(-1)?.text ?? '')?.[1] ?? '';
}

let addresses = 0;
export const anAddress = () => `i${process.pid}.${Date.now()}.${++addresses}@example.org`;
