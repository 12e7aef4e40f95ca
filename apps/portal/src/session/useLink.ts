import { useCallback, useEffect, useState } from 'react';
import { postJson } from '@gongjian/api';
import { useLanguage } from '../i18n/index.ts';
import { takeFragment } from './fragment.ts';

/** What the secret behind the # of an address stands for, asked of the door. */
export function useLink<V>(key: string, path: string): { token: string; view: V | undefined; error: unknown; reload: () => Promise<void> } {
  const language = useLanguage();
  const [token, setToken] = useState(() => takeFragment(key));
  const [view, setView] = useState<V>();
  const [error, setError] = useState<unknown>();

  const reload = useCallback(async () => {
    if (!token) return;
    try {
      setView(await postJson<V>(path, { token }, language));
      setError(undefined);
    } catch (failure) {
      setError(failure);
    }
  }, [token, path, language]);

  useEffect(() => void reload(), [reload]);
  // A newer link that is pasted into the same tab loads no page.
  useEffect(() => {
    const again = () => {
      if (!location.hash) return;
      setView(undefined);
      setError(undefined);
      setToken(takeFragment(key));
    };
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, [key]);
  return { token, view, error, reload };
}
