import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { asUuid } from '@gongjian/platform';
import type { PoolClient } from 'pg';
import { findEmailInWaiting, type Holder } from './account.queries.ts';
import type { Visitor } from './device.queries.ts';
import { type DoorParts, type LetterFacts, logOwn, orderLetter, together } from './door.parts.ts';
import { countRecoveryCodes, deletePasskey, deleteRecoveryCodes, deleteTotp, factorsOf, findTotp, listPasskeys, renamePasskey, setSessionChallenge, takeSessionChallenge } from './factor.queries.ts';
import type { FactorService } from './factor.service.ts';
import { visitorFacts } from './account.service.ts';

type Refused = { ok: false; code: 'CODE_WRONG' | 'FACTOR_EXISTS' | 'PASSKEY_REFUSED' | 'PASSKEYS_ENOUGH' | 'NOT_FOUND'; field?: string };
/** New recovery codes come with the first factor. */
type Added = { ok: true; codes?: string[] } | Refused;

/** Nobody has more devices of their own. */
const MOST_PASSKEYS = 20;

/** What a person does about their own second factors. */
export class ProofService {
  constructor(
    private readonly parts: DoorParts,
    private readonly factors: FactorService,
  ) {}

  /** All about the safety of an account that its holder sees; secrets are not in it. */
  async overview(holder: Holder): Promise<object> {
    const { pool } = this.parts;
    const [totp, passkeys, codes, emailInWaiting] = await Promise.all([findTotp(pool, holder.accountId), listPasskeys(pool, holder.accountId), countRecoveryCodes(pool, holder.accountId), findEmailInWaiting(pool, holder.accountId)]);
    const { login, name, email, passwordChangedAt, provenLately } = holder;
    return {
      login,
      name,
      email,
      emailInWaiting,
      passwordChangedAt,
      provenLately,
      totp: totp?.confirmedAt ? { since: totp.confirmedAt } : null,
      passkeysPossible: this.factors.passkeysPossible,
      passkeys: passkeys.map(({ id, name: called, createdAt, lastUsedAt, synced }) => ({ id, name: called, createdAt, lastUsedAt, synced })),
      recoveryCodes: codes,
    };
  }

  async beginTotp({ accountId, login }: Holder): Promise<{ secret: string; uri: string } | Refused> {
    return (await this.factors.beginTotp(accountId, login)) ?? { ok: false, code: 'FACTOR_EXISTS' };
  }

  confirmTotp(holder: Holder, code: string, visitor: Visitor): Promise<Added> {
    return together(this.parts.pool, async (client): Promise<Added> => {
      const isFirst = await this.isFirst(client, holder);
      if (!(await this.factors.useTotp(client, holder.accountId, code.replace(/\s/g, ''), true))) return { ok: false, code: 'CODE_WRONG', field: 'code' };
      return this.added(client, holder, visitor, isFirst, { factor: 'TOTP' });
    });
  }

  removeTotp(holder: Holder, visitor: Visitor): Promise<Added> {
    return together(this.parts.pool, async (client): Promise<Added> => {
      if (!(await deleteTotp(client, holder.accountId))) return { ok: false, code: 'NOT_FOUND' };
      return this.removed(client, holder, visitor, { factor: 'TOTP' });
    });
  }

  async beginPasskey(holder: Holder): Promise<object> {
    const known = await listPasskeys(this.parts.pool, holder.accountId);
    if (known.length >= MOST_PASSKEYS) return { ok: false, code: 'PASSKEYS_ENOUGH' };
    const options = await this.factors.newPasskeyOptions(holder);
    await setSessionChallenge(this.parts.pool, holder.sessionId, options.challenge);
    return options;
  }

  async addPasskey(holder: Holder, name: string, response: RegistrationResponseJSON, visitor: Visitor): Promise<Added> {
    const challenge = await takeSessionChallenge(this.parts.pool, holder.sessionId);
    if (!challenge) return { ok: false, code: 'PASSKEY_REFUSED' };
    return together(this.parts.pool, async (client): Promise<Added> => {
      const isFirst = await this.isFirst(client, holder);
      if (!(await this.factors.addPasskey(client, holder.accountId, name, response, challenge))) return { ok: false, code: 'PASSKEY_REFUSED' };
      return this.added(client, holder, visitor, isFirst, { factor: 'PASSKEY', name });
    });
  }

  async renamePasskey({ accountId }: Holder, id: string, name: string): Promise<Added> {
    return (await renamePasskey(this.parts.pool, accountId, asUuid(id), name)) ? { ok: true } : { ok: false, code: 'NOT_FOUND' };
  }

  removePasskey(holder: Holder, id: string, visitor: Visitor): Promise<Added> {
    return together(this.parts.pool, async (client): Promise<Added> => {
      const name = await deletePasskey(client, holder.accountId, asUuid(id));
      if (name === null) return { ok: false, code: 'NOT_FOUND' };
      return this.removed(client, holder, visitor, { factor: 'PASSKEY', name });
    });
  }

  /** Only for who has a factor to recover from. */
  newCodes(holder: Holder, visitor: Visitor): Promise<Added> {
    return together(this.parts.pool, async (client): Promise<Added> => {
      if ((await factorsOf(client, holder.accountId)).length === 0) return { ok: false, code: 'NOT_FOUND' };
      await logOwn(this.parts, holder, visitor, 'auth.newRecoveryCodes');
      return { ok: true, codes: await this.factors.newCodes(client, holder.accountId) };
    });
  }

  /** Two that are added at once are added one after the other: one of them is the first. */
  private async isFirst(client: PoolClient, { accountId }: Holder): Promise<boolean> {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`factors ${accountId}`]);
    return (await factorsOf(client, accountId)).length === 0;
  }

  private async added(client: PoolClient, holder: Holder, visitor: Visitor, isFirst: boolean, facts: LetterFacts): Promise<Added> {
    await logOwn(this.parts, holder, visitor, 'auth.addSecondFactor');
    await orderLetter(client, { kind: 'FACTOR_ADDED', accountId: holder.accountId, language: visitor.language, facts: { ...visitorFacts(visitor), ...facts } });
    return isFirst ? { ok: true, codes: await this.factors.newCodes(client, holder.accountId) } : { ok: true };
  }

  private async removed(client: PoolClient, holder: Holder, visitor: Visitor, facts: LetterFacts): Promise<Added> {
    if ((await factorsOf(client, holder.accountId)).length === 0) await deleteRecoveryCodes(client, holder.accountId);
    await logOwn(this.parts, holder, visitor, 'auth.removeSecondFactor');
    await orderLetter(client, { kind: 'FACTOR_REMOVED', accountId: holder.accountId, language: visitor.language, facts: { ...visitorFacts(visitor), ...facts } });
    return { ok: true };
  }
}
