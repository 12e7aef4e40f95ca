import { asUuid } from '@gongjian/platform';
import type { Holder } from '../session/account.queries.ts';
import { visitorFacts } from '../session/account.service.ts';
import type { Visitor } from '../session/device.queries.ts';
import { type DoorParts, logOwn, orderLetter, together } from '../session/door.parts.ts';
import { deleteLink, findProvider, listLinks, listOffers, searchProviders } from './identity.queries.ts';

/** A provider as a stranger may know of it. */
export interface Offer {
  code: string;
  name: string;
  organisation: string;
}

const DOMAIN = /^[a-z0-9.-]{3,253}$/;

/** What people see of identity providers: those they may come by, and those that they have linked. */
export class LinkService {
  constructor(private readonly parts: DoorParts) {}

  /**
   * By the code of a link, the domain of a mail address, or at least two characters of an organisation's name. The answer hangs on
   * how providers are set up, never on who has an account.
   */
  async find(by: { code: string } | { words: string }, visitor: Visitor): Promise<{ offers: Offer[] } | { ok: false; code: 'TOO_MANY_ATTEMPTS'; retryAfterSeconds: number }> {
    const retryAfterSeconds = await this.parts.attempts.takeVisit(visitor.address);
    if (retryAfterSeconds > 0) return { ok: false, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds };
    return { offers: (await this.found(by)).map(({ code, name, organisation }) => ({ code, name, organisation })) };
  }

  private async found(by: { code: string } | { words: string }): Promise<Offer[]> {
    if ('code' in by) {
      const provider = await findProvider(this.parts.pool, by);
      return provider ? [provider] : [];
    }
    const domain = by.words.includes('@') ? by.words.split('@').at(-1)!.toLowerCase() : null;
    if (domain !== null) return DOMAIN.test(domain) ? searchProviders(this.parts.pool, { domain }) : [];
    return [...by.words].length < 2 ? [] : searchProviders(this.parts.pool, { name: by.words });
  }

  async overview({ accountId }: Holder): Promise<object> {
    const [links, offers] = [await listLinks(this.parts.pool, accountId), await listOffers(this.parts.pool, accountId)];
    return { links, offers: offers.map(({ code, name, organisation }) => ({ code, name, organisation })) };
  }

  /** Whoever unlinks keeps the password: every account has one. */
  unlink(holder: Holder, id: string, visitor: Visitor): Promise<{ ok: true } | { ok: false; code: 'NOT_FOUND' }> {
    return together(this.parts.pool, async (client) => {
      const gone = await deleteLink(client, holder.accountId, asUuid(id));
      if (!gone) return { ok: false, code: 'NOT_FOUND' };
      await logOwn(this.parts, holder, visitor, 'auth.unlinkIdentity');
      await orderLetter(client, { kind: 'IDENTITY_UNLINKED', accountId: holder.accountId, language: visitor.language, facts: { ...visitorFacts(visitor), ...gone } });
      return { ok: true };
    });
  }
}
