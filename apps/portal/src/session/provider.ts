import { postJson } from '@gongjian/api';
import { currentLanguage } from '../i18n/index.ts';

/** An organisation's own sign-in, as a stranger may know of it. */
export interface Offer {
  code: string;
  name: string;
  organisation: string;
}

export type Found = { offers: Offer[] };

export const findProvider = (by: { code: string } | { words: string }) => postJson<Found>('/auth/providers/find', by, currentLanguage());

/** Of a mail address only what stands behind the @ leaves the browser. */
export const wordsOf = (typed: string) => (typed.includes('@') ? `@${typed.split('@').at(-1)!.trim()}` : typed.trim());

/** Leaves for the provider's own pages. @param more where to come back to, or that the account is to be linked */
export async function leaveFor(code: string, begin: <T>(path: string, body: object) => Promise<T>, more: { to?: string; link?: boolean } = {}): Promise<void> {
  const { location: place } = await begin<{ location: string }>('/auth/oidc/begin', { code, ...more });
  location.assign(place);
  // The page stays as it is, busy, until the browser has left it.
  await new Promise(() => undefined);
}

/** Where the sign-in page keeps the way to where one was. */
export const withPlace = (path: string, to: string | null) => (to ? `${path}?to=${encodeURIComponent(to)}` : path);

const KEY = 'gj-provider';

/** The organisation by which somebody came here last; it says nothing about who. */
export function lastProvider(): Pick<Offer, 'code' | 'organisation'> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { code?: unknown; organisation?: unknown } | null;
    return typeof kept?.code === 'string' && /^[a-z0-9-]{2,32}$/.test(kept.code) && typeof kept.organisation === 'string' ? { code: kept.code, organisation: kept.organisation } : null;
  } catch {
    return null;
  }
}

export function rememberProvider({ code, organisation }: Offer): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ code, organisation }));
  } catch {
    // Without storage it is found again by its name.
  }
}
