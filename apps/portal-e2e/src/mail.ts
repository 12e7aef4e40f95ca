import { KeyRing, mailPlaces, OPERATOR_TENANT, readContent, readRecipient, Secrets } from '@gongjian/platform/testing/inside';
import pg from 'pg';
import { until } from './browser/browser.ts';

/** The path that the newest mail of a kind to an address leads to: what somebody clicks who reads it. */
export async function linkTo(address: string, about: string, tenantId = OPERATOR_TENANT): Promise<string> {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  const ring = new KeyRing(url, new Secrets(process.env.GONGJIAN_SECRET_KEY!), false);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const read = async (place: { table: string; column: string; id: string }, sealed: Buffer) => (await ring.open(tenantId, place, sealed)).toString('utf8');
  try {
    return await until(async () => {
      const { rows } = await client.query<{ id: string; recipient: Buffer; content: Buffer }>(`select id, recipient, content from platform.mail where tenant_id = $1 and about = $2 and content is not null order by created_at desc`, [tenantId, about]);
      for (const { id, recipient, content } of rows) {
        if (readRecipient(await read(mailPlaces(id).recipient, recipient)).address !== address) continue;
        const [link = ''] = /http\S+#[\w-]{43}/.exec(readContent(await read(mailPlaces(id).content, content)).text) ?? [];
        if (!link) return '';
        const { pathname, hash } = new URL(link);
        return pathname + hash;
      }
      return '';
    });
  } finally {
    await client.end();
    await ring.close();
  }
}
