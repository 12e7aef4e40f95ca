import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

export interface AttemptLimits {
  /** Tries per login and hour, whether the login exists or not. */
  perAccount: number;
  /** Failed tries per address and ten minutes. A whole school may sit behind one address, so it is more. */
  perAddress: number;
}

export const ATTEMPT_LIMITS: AttemptLimits = { perAccount: 10, perAddress: 60 };

/** Counts tries to sign in, in PostgreSQL, so that all processes count together and a restart forgets nothing. */
export class Attempts {
  private readonly accounts: RateLimiterPostgres;
  private readonly addresses: RateLimiterPostgres;

  constructor(pool: Pool, limits: AttemptLimits) {
    const table = { storeClient: pool, storeType: 'pool', schemaName: 'directory', tableName: 'sign_in_attempt', tableCreated: true };
    this.accounts = new RateLimiterPostgres({ ...table, keyPrefix: 'account', points: limits.perAccount, duration: 3600 });
    this.addresses = new RateLimiterPostgres({ ...table, keyPrefix: 'address', points: limits.perAddress, duration: 600, clearExpiredByTimeout: false });
  }

  /**
   * Counts one try before it is known how it ends, so that parallel ones count as well.
   * @returns seconds to wait, 0 when the try is free
   */
  async take(login: string, address: string): Promise<number> {
    return (await consume(this.addresses, addressKey(address))) || consume(this.accounts, loginKey(login));
  }

  /** Who got in was no stranger: the login starts anew, and the address gets its try back. */
  async forgive(login: string, address: string): Promise<void> {
    await Promise.all([this.accounts.delete(loginKey(login)), this.addresses.reward(addressKey(address))]);
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  }
}

/** People type passwords where the login belongs; what they typed is not kept. */
function loginKey(login: string): string {
  return createHash('sha256').update(login.trim().toLowerCase()).digest('base64url');
}

/** One household or server has a whole /64 of IPv6 addresses; they count as one. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const groups = tail === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
