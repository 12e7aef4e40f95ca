import { createHmac } from 'node:crypto';
import { DomainError } from '../errors.ts';
import type { Secrets } from '../secrets.ts';
import { bindingOf, keyNumberOf, openWith, type Place, sealWith } from './sealed.ts';

/** The keys of one consortium, unwrapped. */
export class TenantKeys {
  constructor(
    readonly tenantId: string,
    private readonly secrets: Secrets,
    /** With which everything is sealed that is written now. */
    readonly active: number,
    private readonly keys: ReadonlyMap<number, Buffer>,
    private readonly index: Buffer,
  ) {}

  /** Whether this was sealed with a key that is among these. */
  has(sealed: Buffer): boolean {
    const number = keyNumberOf(sealed);
    return number === null || this.keys.has(number);
  }

  seal(place: Place, content: string | Buffer): Buffer {
    return sealWith(this.keys.get(this.active)!, this.active, bindingOf(this.tenantId, place), Buffer.from(content as string));
  }

  /** @throws SEALED_FOR_GOOD when its key was destroyed, or when it was sealed for another place */
  open(place: Place, sealed: Buffer): Buffer {
    const number = keyNumberOf(sealed);
    const key = number === null ? undefined : this.keys.get(number);
    if (number !== null && !key) throw new DomainError('SEALED_FOR_GOOD', {});
    return key ? openWith(key, bindingOf(this.tenantId, place), sealed) : this.secrets.openBytes(this.tenantId, sealed);
  }

  /** Equal texts have equal fingerprints, and nobody without the key can try texts out. Its key stays when the others change. */
  fingerprint(text: string): string {
    return createHmac('sha256', this.index).update(text).digest('base64url');
  }
}
