import { type AccessEvent, logger, recordAccess, type Secrets } from '@gongjian/platform';
import type { Pool } from 'pg';

/** How often being turned away for too many tries is told of one login or address, in milliseconds. */
const TOLD_EVERY = 60_000;
const REMEMBERED = 10_000;

/** What happens at the door, in the audit log of the consortium concerned: who came, who left, who was turned away. */
export class AccessLog {
  private readonly told = new Map<string, number>();

  constructor(
    private readonly pool: Pool,
    private readonly secrets: Secrets,
  ) {}

  /** Nobody is kept outside because the log could not be written; the process says so instead. */
  async record(event: AccessEvent): Promise<void> {
    try {
      await recordAccess(this.pool, this.secrets, event);
    } catch (error) {
      logger.error('recording what happened at the door', error, { operation: event.operation, requestId: event.requestId });
    }
  }

  /** A try with a name that nobody has. Names are kept as fingerprints: people type passwords where the name belongs. */
  stranger(login: string): Pick<AccessEvent, 'changes'> {
    return { changes: [{ action: 'signIn', type: 'Account', id: this.secrets.fingerprint('login', login.trim().toLowerCase()).slice(0, 22), before: null, after: null }] };
  }

  /** Someone who hammers on the door fills the log by one entry a minute, not by thousands. */
  async recordSeldom(key: string, event: AccessEvent): Promise<void> {
    const now = Date.now();
    if (now - (this.told.get(key) ?? 0) < TOLD_EVERY) return;
    this.told.delete(key);
    this.told.set(key, now);
    if (this.told.size > REMEMBERED) this.told.delete(this.told.keys().next().value!);
    await this.record(event);
  }
}
