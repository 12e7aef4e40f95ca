import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { bindingOf, openWith, type Place, sealWith } from './sealing/sealed.ts';

/** Everything secret comes from one key; each use has a key of its own, so that one leak is not all leaks. */
export class Secrets {
  private readonly keys = new Map<string, Buffer>();
  /** Names the key without telling anything about it. */
  readonly id: string;
  /** The key that was used before: it still opens what it has sealed, and seals nothing any more. */
  readonly previous: Secrets | null;

  constructor(
    private readonly secret: string,
    previous?: string,
  ) {
    this.id = this.key('id').subarray(0, 4).toString('hex');
    this.previous = previous && previous !== secret ? new Secrets(previous) : null;
  }

  /** 32 bytes for one purpose, such as `sign:link`. */
  key(purpose: string): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.secret, 'gongjian', purpose, 32));
      this.keys.set(purpose, key);
    }
    return key;
  }

  /** A key that was in use before the secret changed, if it did. */
  legacyKey(purpose: string): Buffer {
    return (this.previous ?? this).key(purpose);
  }

  /** A password for a database role that every process of this installation can work out. */
  password(purpose: string): string {
    return this.key(`password:${purpose}`).toString('base64url');
  }

  // --- what belongs to the installation and to no consortium -----------------------------------------------------

  /** AES-256-GCM: version byte, 12 bytes nonce, 16 bytes tag, content. */
  seal(purpose: string, text: string | Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(`seal:${purpose}`), nonce);
    const body = Buffer.concat([cipher.update(Buffer.from(text as string)), cipher.final()]);
    return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
  }

  open(purpose: string, sealed: Buffer): string {
    return this.openBytes(purpose, sealed).toString('utf8');
  }

  openBytes(purpose: string, sealed: Buffer): Buffer {
    return this.orBefore((secrets) => {
      const decipher = createDecipheriv('aes-256-gcm', secrets.key(`seal:${purpose}`), sealed.subarray(1, 13));
      decipher.setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
    });
  }

  /** The same, bound to the place where it stands. */
  sealAt(place: Place, content: string | Buffer): Buffer {
    return sealWith(this.key('seal:installation'), this.number, bindingOf('installation', place), Buffer.from(content as string));
  }

  /** @param before the purpose under which it may have been sealed before places were bound */
  openAt(place: Place, sealed: Buffer, before: string): Buffer {
    if (sealed[0] === 1) return this.openBytes(before, sealed);
    return this.orBefore((secrets) => openWith(secrets.key('seal:installation'), bindingOf('installation', place), sealed));
  }

  /** Whether `sealAt` of this very secret made it; what is not should be sealed anew before the previous secret goes. */
  hasSealed(sealed: Buffer): boolean {
    return sealed[0] === 2 && sealed.readUInt32BE(1) === this.number;
  }

  // --- the keys of consortia -------------------------------------------------------------------------------------

  /** A consortium's key as the database keeps it: good for nothing without the secret, and under no other number or name. */
  wrap(tenantId: string, number: number, key: Buffer): Buffer {
    return sealWith(this.key('wrap'), this.number, `${tenantId}|${number}`, key);
  }

  unwrap(tenantId: string, number: number, wrapped: Buffer): Buffer {
    return this.orBefore((secrets) => openWith(secrets.key('wrap'), `${tenantId}|${number}`, wrapped));
  }

  private get number(): number {
    return Number.parseInt(this.id, 16);
  }

  private orBefore<T>(run: (secrets: Secrets) => T): T {
    try {
      return run(this);
    } catch (error) {
      if (!this.previous) throw error;
      return run(this.previous);
    }
  }

  // --- fingerprints and signatures -------------------------------------------------------------------------------

  /** A keyed fingerprint: equal texts of one purpose are equal, and nobody without the key can try texts out. */
  fingerprint(purpose: string, text: string): string {
    return createHmac('sha256', this.key(`fingerprint:${purpose}`)).update(text).digest('base64url');
  }

  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.key(`sign:${purpose}`)).update(text).digest('base64url');
  }

  verify(purpose: string, text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(purpose, text));
    const given = Buffer.from(signature);
    return (expected.length === given.length && timingSafeEqual(expected, given)) || (this.previous?.verify(purpose, text, signature) ?? false);
  }
}
