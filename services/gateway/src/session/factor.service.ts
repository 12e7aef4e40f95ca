import { randomInt, randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Place } from '@gongjian/platform';
import type { Sql } from './device.queries.ts';
import type { DoorParts } from './door.parts.ts';
import { factorsOf, findPasskey, findTotp, insertPasskey, listPasskeys, type Passkey, putRecoveryCodes, putTotp, usePasskey, useRecoveryCode, useTotpStep } from './factor.queries.ts';

const PRODUCT = '共建';
/** One step of drift to each side: clocks of phones are seconds off, not minutes. */
const DRIFT_SECONDS = 30;
/** Without letters and digits that are taken for each other; 31^12 is beyond guessing. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODES = 10;
const CODE_LENGTH = 12;
/** Under what secrets were sealed before they were bound to their accounts: one that is moved to another account opens nothing. */
export const SEALED_FOR = 'totp';
export const totpPlace = (accountId: string): Place => ({ table: 'directory.totp', column: 'secret', id: accountId });

/** Second factors: what they are made of, and whether an answer is right. Who may try, and how often, is decided by others. */
export class FactorService {
  readonly rpId: string;
  readonly origin: string;

  constructor(private readonly parts: DoorParts) {
    const { hostname, origin } = new URL(parts.publicUrl);
    this.rpId = hostname;
    this.origin = origin;
  }

  /** Browsers make passkeys for names, not for addresses, and over https or on the same machine alone. */
  get passkeysPossible(): boolean {
    return isIP(this.rpId.replace(/^\[|\]$/g, '')) === 0 && (this.origin.startsWith('https:') || this.rpId === 'localhost');
  }

  // --- authenticator apps --------------------------------------------------------------------------------------

  /** @returns null when there is one already */
  async beginTotp(accountId: string, login: string): Promise<{ secret: string; uri: string } | null> {
    const secret = generateSecret();
    const sealed = this.parts.secrets.sealAt(totpPlace(accountId), secret);
    if (!(await putTotp(this.parts.pool, accountId, sealed))) return null;
    return { secret, uri: generateURI({ issuer: PRODUCT, label: login, secret }) };
  }

  /** @param confirm the first code, which shows that the app has the secret */
  async useTotp(sql: Sql, accountId: string, code: string, confirm = false): Promise<boolean> {
    const totp = await findTotp(sql, accountId);
    if (!totp || !/^\d{6}$/.test(code) || (totp.confirmedAt !== null) === confirm) return false;
    const secret = this.parts.secrets.openAt(totpPlace(accountId), totp.secret, SEALED_FOR).toString('utf8');
    const result = verifySync({ secret, token: code, epochTolerance: DRIFT_SECONDS });
    return result.valid && 'timeStep' in result && useTotpStep(sql, accountId, result.timeStep, confirm);
  }

  // --- passkeys ------------------------------------------------------------------------------------------------

  async newPasskeyOptions(account: { accountId: string; login: string; name: string }): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const known = await listPasskeys(this.parts.pool, account.accountId);
    return generateRegistrationOptions({
      rpName: PRODUCT,
      rpID: this.rpId,
      userName: account.login,
      userDisplayName: account.name,
      userID: new TextEncoder().encode(account.accountId),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      // It has to be found without a login, and to ask for finger, face or PIN: then it is two factors by itself.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** @returns its id, or null when the answer is not right or the passkey is known already */
  async addPasskey(sql: Sql, accountId: string, name: string, response: RegistrationResponseJSON, challenge: string): Promise<string | null> {
    const verified = await verifyRegistrationResponse({ response, expectedChallenge: challenge, expectedOrigin: this.origin, expectedRPID: this.rpId, requireUserVerification: true }).catch(() => null);
    if (!verified?.verified) return null;
    const { credential, credentialBackedUp } = verified.registrationInfo;
    const id = randomUUID();
    const made = await insertPasskey(sql, { id, accountId, credentialId: credential.id, publicKey: Buffer.from(credential.publicKey), counter: credential.counter, transports: credential.transports ?? [], name, synced: credentialBackedUp });
    return made ? id : null;
  }

  /** @param accountId whose passkeys may answer; null where the passkey itself says who it is */
  async passkeyOptions(accountId: string | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const known = accountId ? await listPasskeys(this.parts.pool, accountId) : [];
    return generateAuthenticationOptions({ rpID: this.rpId, userVerification: 'required', ...(accountId && { allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })) }) });
  }

  passkeyOf(response: AuthenticationResponseJSON): Promise<Passkey | null> {
    return findPasskey(this.parts.pool, response.id);
  }

  async usePasskey(sql: Sql, passkey: Passkey, response: AuthenticationResponseJSON, challenge: string): Promise<boolean> {
    const { id, credentialId, publicKey, counter, transports } = passkey;
    const credential = { id: credentialId, publicKey: new Uint8Array(publicKey), counter, transports };
    const verified = await verifyAuthenticationResponse({ response, expectedChallenge: challenge, expectedOrigin: this.origin, expectedRPID: this.rpId, credential, requireUserVerification: true }).catch(() => null);
    if (!verified?.verified) return false;
    await usePasskey(sql, id, verified.authenticationInfo.newCounter, verified.authenticationInfo.credentialBackedUp);
    return true;
  }

  // --- recovery codes ------------------------------------------------------------------------------------------

  /** Ten new codes; earlier ones count no more. They are shown now and never again. */
  async newCodes(sql: Sql, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: CODES }, () => Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''));
    await putRecoveryCodes(sql, accountId, codes.map((code) => this.hashOfCode(accountId, code)));
    return codes.map((code) => code.replace(/.{4}(?=.)/g, '$&-'));
  }

  /** @returns how many are left, or null when it was none of them */
  async useCode(sql: Sql, accountId: string, code: string): Promise<number | null> {
    const { previous } = this.parts.secrets;
    const left = await useRecoveryCode(sql, accountId, this.hashOfCode(accountId, code));
    return left === null && previous ? useRecoveryCode(sql, accountId, this.hashOfCode(accountId, code, previous)) : left;
  }

  factorsOf(accountId: string) {
    return factorsOf(this.parts.pool, accountId);
  }

  private hashOfCode(accountId: string, code: string, secrets = this.parts.secrets): string {
    return secrets.fingerprint('recovery', `${accountId} ${code.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '')}`);
  }
}
