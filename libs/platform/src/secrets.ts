import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** Everything secret comes from one key; each use has a key of its own, so that one leak is not all leaks. */
export class Secrets {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly secret: string) {}

  /** 32 bytes for one purpose, such as `seal:<tenant>`. */
  key(purpose: string): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.secret, 'gongjian', purpose, 32));
      this.keys.set(purpose, key);
    }
    return key;
  }

  /** A password for a database role that every process of this installation can work out. */
  password(purpose: string): string {
    return this.key(`password:${purpose}`).toString('base64url');
  }

  /** AES-256-GCM: version byte, 12 bytes nonce, 16 bytes tag, content. */
  seal(tenantId: string, text: string | Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(`seal:${tenantId}`), nonce);
    const body = Buffer.concat([cipher.update(Buffer.from(text as string)), cipher.final()]);
    return Buffer.concat([Buffer.from([1]), nonce, cipher.getAuthTag(), body]);
  }

  open(tenantId: string, sealed: Buffer): string {
    return this.openBytes(tenantId, sealed).toString('utf8');
  }

  openBytes(tenantId: string, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key(`seal:${tenantId}`), sealed.subarray(1, 13));
    decipher.setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  }

  /** A keyed fingerprint: equal texts of one tenant are equal, and nobody without the key can try texts out. */
  fingerprint(tenantId: string, text: string): string {
    return createHmac('sha256', this.key(`fingerprint:${tenantId}`)).update(text).digest('base64url');
  }

  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.key(`sign:${purpose}`)).update(text).digest('base64url');
  }

  verify(purpose: string, text: string, signature: string): boolean {
    const expected = Buffer.from(this.sign(purpose, text));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}
