import type { Entry } from './entries.ts';

export interface Opened {
  kind: NonNullable<Entry['keeps']>;
  href: string;
  title: string;
  subtitle?: string;
}

export interface Recents {
  searches: string[];
  opened: Opened[];
}

const NOTHING: Recents = { searches: [], opened: [] };
const MOST_SEARCHES = 5;
const MOST_OPENED = 8;
const KINDS: readonly string[] = ['resource', 'booking', 'person', 'organisation'] satisfies Opened['kind'][];

/** One person's in one consortium and seat: what one may see in another is not shown here. */
export const placeOf = (personId: string, consortiumId: string | undefined, organisationId: string | undefined) => `gj-search:${personId}:${consortiumId ?? ''}:${organisationId ?? ''}`;

/** Whatever is stored there, also by another version; a browser that stores nothing has no history. */
export function readRecents(place: string): Recents {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Partial<Recents> | null;
    const searches = (kept?.searches ?? []).filter((text) => typeof text === 'string').slice(0, MOST_SEARCHES);
    // An address of another site in there would be somebody else's doing.
    const opened = (kept?.opened ?? []).filter(({ kind, href, title }) => KINDS.includes(kind) && /^\/[a-z]/.test(href) && typeof title === 'string').slice(0, MOST_OPENED);
    return { searches, opened };
  } catch {
    return NOTHING;
  }
}

function write(place: string, recents: Recents): void {
  try {
    localStorage.setItem(place, JSON.stringify(recents));
  } catch {
    // Full or forbidden: then nothing is remembered.
  }
}

export function rememberOpened(place: string, opened: Opened, text: string): void {
  const { searches, opened: before } = readRecents(place);
  const typed = text.trim();
  write(place, {
    searches: typed ? [typed, ...searches.filter((one) => one !== typed)].slice(0, MOST_SEARCHES) : searches,
    opened: [opened, ...before.filter(({ href }) => href !== opened.href)].slice(0, MOST_OPENED),
  });
}

export function forgetRecents(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // There is nothing to forget.
  }
}
