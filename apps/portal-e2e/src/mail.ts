import { OPERATOR_TENANT, readContent, readRecipient, Secrets } from '@gongjian/platform';
import pg from 'pg';
import { until } from './browser/browser.ts';

/** The path that the newest mail of a kind to an address leads to: what somebody clicks who reads it. */
export async function linkTo(address: string, about: string): Promise<string> {
  const secrets = new Secrets(process.env.GONGJIAN_SECRET_KEY!);
  const client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await client.connect();
  try {
    return await until(async () => {
      const { rows } = await client.query<{ recipient: Buffer; content: Buffer }>(`select recipient, content from platform.mail where tenant_id = $1 and about = $2 and content is not null order by created_at desc`, [OPERATOR_TENANT, about]);
      const mail = rows.find(({ recipient }) => readRecipient(secrets.open(OPERATOR_TENANT, recipient)).address === address);
      const [link = ''] = /http\S+#[\w-]{43}/.exec(mail ? readContent(secrets.open(OPERATOR_TENANT, mail.content)).text : '') ?? [];
      if (!link) return '';
      const { pathname, hash } = new URL(link);
      return pathname + hash;
    });
  } finally {
    await client.end();
  }
}
