import { useCallback, useEffect, useState } from 'react';
import type { Role } from '@gongjian/api/schema.types.ts';
import { postJson } from '@gongjian/api';
import { takeFragment } from '../session/fragment.ts';
import { useLanguage } from '../i18n/index.ts';

/** Where the link is kept on the way over the sign-in page. */
export const INVITATION_KEY = 'gj-invitation';

export interface InvitationView {
  consortium: string;
  organisation: string;
  inviter: string;
  roles: Role[];
  since: string | null;
  until: string | null;
  expiresAt: string;
  name: string;
  email: string;
  /** An account has this address. */
  known: boolean;
  /** Who is signed in here. */
  holder: string | null;
}

export interface Accepted {
  consortiumId: string;
  organisationId: string;
  since: string;
  begun: boolean;
  signedIn?: boolean;
  next?: 'ADD_SECOND_FACTOR';
}

/** What the link of a mail stands for. */
export function useInvitation(): { token: string; view: InvitationView | undefined; error: unknown; reload: () => Promise<void> } {
  const language = useLanguage();
  const [token, setToken] = useState(() => takeFragment(INVITATION_KEY));
  const [view, setView] = useState<InvitationView>();
  const [error, setError] = useState<unknown>();

  const reload = useCallback(async () => {
    if (!token) return;
    try {
      setView(await postJson<InvitationView>('/auth/invitation', { token }, language));
      setError(undefined);
    } catch (failure) {
      setError(failure);
    }
  }, [token, language]);

  useEffect(() => void reload(), [reload]);
  // A newer link that is pasted into the same tab loads no page.
  useEffect(() => {
    const again = () => {
      if (!location.hash) return;
      setView(undefined);
      setError(undefined);
      setToken(takeFragment(INVITATION_KEY));
    };
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  return { token, view, error, reload };
}
