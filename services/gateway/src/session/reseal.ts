import { logger, type Secrets } from '@gongjian/platform';
import type { Pool } from 'pg';
import { SEALED_FOR, totpPlace } from './factor.service.ts';

interface Row {
  accountId: string;
  secret: Buffer;
}

/**
 * Secrets of authenticator apps that the present SECRET_KEY has not sealed for their very account are sealed anew: after
 * the key was changed, and once for those from before they were bound. Done at each start; there is nothing to do at most.
 */
export async function resealFactors(pool: Pool, secrets: Secrets): Promise<void> {
  const { rows } = await pool.query<Row>('select account_id as "accountId", secret from directory.totp');
  let done = 0;
  for (const { accountId, secret } of rows) {
    if (secrets.hasSealed(secret)) continue;
    try {
      const place = totpPlace(accountId);
      await pool.query('update directory.totp set secret = $3 where account_id = $1 and secret = $2', [accountId, secret, secrets.sealAt(place, secrets.openAt(place, secret, SEALED_FOR))]);
      done++;
    } catch (error) {
      logger.error('the secret of an authenticator app does not open: neither SECRET_KEY nor SECRET_KEY_PREVIOUS has sealed it', error, { account: accountId });
    }
  }
  if (done > 0) logger.info('secrets of authenticator apps are sealed by the present SECRET_KEY', { accounts: done });
}
