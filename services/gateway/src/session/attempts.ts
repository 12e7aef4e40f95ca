import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** A leaky bucket: so many at once, then one more after each so many seconds. */
export interface Pace {
  burst: number;
  seconds: number;
}

export interface AttemptLimits {
  /** Guesses of passwords, codes and all other proofs, per account, whether it exists or not. */
  guesses: Pace;
  /** Mails with a link, per account or address that was asked for. */
  mails: Pace;
  /** Failed tries per address and ten minutes. A whole school may sit behind one address, so it is more. */
  perAddress: number;
  /** What costs others something and is no guess, per address: asking for a provider, setting out to one. */
  visits: Pace;
  /** Asking to come in, per address: a whole class may do it in one lecture; and per link of an organisation, from wherever. */
  registrations: { perAddress: Pace; perLink: Pace };
}

/**
 * Six at once and one every quarter of an hour: in no hour more than ten, and nobody waits longer than fifteen minutes for
 * the next one. Both numbers hold by the same arithmetic (docs/adr, "Ten tries an hour").
 */
export const ATTEMPT_LIMITS: AttemptLimits = { guesses: { burst: 6, seconds: 900 }, mails: { burst: 3, seconds: 1200 }, perAddress: 60, visits: { burst: 120, seconds: 1 }, registrations: { perAddress: { burst: 120, seconds: 10 }, perLink: { burst: 200, seconds: 20 } } };

/** Who tries: strangers share the tries of an account; a device that the account knows has its own, which no stranger uses up. */
export interface Trier {
  login: string;
  address: string;
  /** The device's id, when it is one that this account knows. */
  deviceId: string | null;
}

/** Counts tries in PostgreSQL, so that all processes count together and a restart forgets nothing. */
export class Attempts {
  private readonly addresses: RateLimiterPostgres;

  constructor(
    private readonly pool: Pool,
    private readonly limits: AttemptLimits,
  ) {
    this.addresses = new RateLimiterPostgres({ storeClient: pool, storeType: 'pool', schemaName: 'directory', tableName: 'sign_in_attempt', tableCreated: true, keyPrefix: 'address', points: limits.perAddress, duration: 600 });
  }

  /**
   * Counts one guess before it is known how it ends, so that parallel ones count as well.
   * @returns seconds to wait, 0 when the guess is free
   */
  async take(trier: Trier): Promise<number> {
    if (trier.deviceId) return this.pour(guessKey(trier), this.limits.guesses);
    return (await this.takeAddress(trier.address)) || this.pour(guessKey(trier), this.limits.guesses);
  }

  /** What was right was no guess: its own try is given back, and those of others are not. */
  async giveBack(trier: Trier): Promise<void> {
    await this.pool.query(`update directory.attempt set paid_until = paid_until - make_interval(secs => $2) where key = $1`, [guessKey(trier), this.limits.guesses.seconds]);
    if (!trier.deviceId) await this.addresses.reward(addressKey(trier.address));
  }

  /** One mail to whoever was asked for. */
  takeMail(asked: string): Promise<number> {
    return this.pour(`mail ${hidden(asked)}`, this.limits.mails);
  }

  /** A school behind one address may set out together on a Monday morning; a machine that never stops may not. */
  takeVisit(address: string): Promise<number> {
    return this.pour(`visit ${addressKey(address)}`, this.limits.visits);
  }

  /** What an address asks is counted first: one that never stops does not use up what a link has for others. */
  async takeRegistration(address: string, linkId: string): Promise<number> {
    const { perAddress, perLink } = this.limits.registrations;
    return (await this.pour(`registration ${addressKey(address)}`, perAddress)) || this.pour(`registration ${linkId}`, perLink);
  }

  /** Where no account is named, such as a link that was made up, the address alone counts. */
  async takeAddress(address: string): Promise<number> {
    try {
      await this.addresses.consume(addressKey(address));
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  }

  /** One statement decides and counts: two that come at once do so one after the other. */
  private async pour(key: string, { burst, seconds }: Pace): Promise<number> {
    const { rows } = await this.pool.query<{ free: boolean; wait: number }>({
      name: 'attempt',
      text: `
        with poured as (
          insert into directory.attempt as a (key, paid_until) values ($1, now() + make_interval(secs => $2))
          on conflict (key) do update set paid_until = greatest(a.paid_until, now()) + make_interval(secs => $2)
            where greatest(a.paid_until, now()) <= now() + make_interval(secs => $2 * ($3 - 1))
          returning 1)
        select exists (select from poured) as free,
          ceil(extract(epoch from (select paid_until from directory.attempt where key = $1) - now()) - $2 * ($3 - 1))::int as wait`,
      values: [key, seconds, burst],
    });
    const { free, wait } = rows[0]!;
    // What a parallel try has counted since this statement began is not in `wait`: it is a hint, never the decision.
    return free ? 0 : Math.min(seconds, Math.max(1, wait ?? seconds));
  }
}

function guessKey({ login, deviceId }: Trier): string {
  return deviceId ? `device ${deviceId}` : `account ${hidden(login)}`;
}

/** People type passwords where the login belongs; what they typed is not kept. */
function hidden(text: string): string {
  return createHash('sha256').update(text.trim().toLowerCase()).digest('base64url');
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
