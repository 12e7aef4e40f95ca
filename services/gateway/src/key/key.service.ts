import { type Actor, readKey } from '@gongjian/platform';
import { addressKey } from '../session/attempts.ts';
import type { DoorParts } from '../session/door.parts.ts';
import { AskedTogether } from '../session/asked-together.ts';
import { type Allowance, KeyLimits, type Quota } from './key.limits.ts';
import { findKeys, type KeyStanding } from './key.queries.ts';

export type KeyRefusal = 'API_KEY_INVALID' | 'API_KEY_EXPIRED' | 'API_KEY_HOMELESS';

export type KeyVerdict =
  | { ok: true; actor: Actor; allowance: Allowance }
  | { ok: false; code: KeyRefusal }
  | { ok: false; code: 'RATE_LIMITED'; allowance: Allowance }
  | { ok: false; code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number };

interface Caller {
  address: string;
  requestId: string;
}

/** Made-up keys per address in ten minutes, until the answer is shorter. */
const MADE_UP = 60;
const WINDOW = 600_000;

/** Who stands behind a key. Speaks to the database as the one role that may see what is kept of keys. */
export class KeyService {
  private readonly standings = new AskedTogether<KeyStanding>((hashes) => findKeys(this.parts.pool, hashes.map((hash) => Buffer.from(hash, 'hex'))));
  private readonly limits: KeyLimits;
  private wrong = { since: 0, counts: new Map<string, number>() };

  constructor(
    private readonly parts: DoorParts,
    quota?: Quota,
  ) {
    this.limits = new KeyLimits(parts.pool, quota);
  }

  get quota(): Quota {
    return this.limits.quota;
  }

  async admit(authorization: string, caller: Caller): Promise<KeyVerdict> {
    const hash = readKey(this.parts.secrets, /^Bearer +(\S{1,200}) *$/i.exec(authorization)?.[1] ?? '');
    if (!hash) return this.refuseMadeUp(caller);
    const standing = (await this.standings.ask(hash.toString('hex'))) ?? null;
    const code = worthless(standing);
    if (code) {
      await this.logRefusal(standing, code, caller);
      return { ok: false, code };
    }
    const { actor } = standing!;
    const allowance = await this.limits.take(actor.key.id);
    return allowance.allowed ? { ok: true, actor, allowance } : { ok: false, code: 'RATE_LIMITED', allowance };
  }

  /**
   * Not one of this installation's keys, which is known without asking the database. Counted by address; whoever comes
   * from the same address with a good key is none of these and is let in.
   */
  private async refuseMadeUp({ address, requestId }: Caller): Promise<KeyVerdict> {
    const now = Date.now();
    if (now - this.wrong.since > WINDOW) this.wrong = { since: now, counts: new Map() };
    const key = addressKey(address);
    const count = (this.wrong.counts.get(key) ?? 0) + 1;
    this.wrong.counts.set(key, count);
    await this.parts.log.recordSeldom(`key ${key}`, { operation: 'auth.apiKey', address, requestId, code: 'API_KEY_INVALID', changes: [] });
    if (count <= MADE_UP) return { ok: false, code: 'API_KEY_INVALID' };
    return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: Math.ceil((this.wrong.since + WINDOW - now) / 1000) };
  }

  /** The organisation reads in its log that somebody still uses a key that is worth nothing. */
  private logRefusal(standing: KeyStanding | null, code: KeyRefusal, { address, requestId }: Caller): Promise<void> {
    const { tenantId = null, personId = null, organisationId = null, key } = standing?.actor ?? {};
    const changes = key ? [{ action: 'apiKey', type: 'ApiKey', id: key.id, before: null, after: null }] : [];
    return this.parts.log.recordSeldom(`key ${key?.id ?? address} ${code}`, { operation: 'auth.apiKey', tenantId, personId, organisationId, address, requestId, code, changes });
  }
}

function worthless(standing: KeyStanding | null): KeyRefusal | null {
  if (!standing || standing.revoked) return 'API_KEY_INVALID';
  if (standing.endsAt <= new Date()) return 'API_KEY_EXPIRED';
  return standing.member ? null : 'API_KEY_HOMELESS';
}
