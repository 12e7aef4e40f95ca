import { Platform } from '@gongjian/platform';
import { rolesOf, Secrets, urlAs } from '@gongjian/platform/testing/inside';
import { scheduling, settleUses } from '../src/index.ts';

/** The round that enters what was used and puts what is not covered before its giver, at some time. */
export async function uses(tenantId: string, now: Date): Promise<void> {
  const url = process.env.GONGJIAN_DATABASE_URL!;
  const secret = process.env.GONGJIAN_SECRET_KEY!;
  const platform = await Platform.open(urlAs(url, rolesOf(url).app, new Secrets(secret)), secret, [scheduling], 2, { publicUrl: 'http://localhost' });
  try {
    await settleUses(platform, now, tenantId);
  } finally {
    await platform.close();
  }
}
