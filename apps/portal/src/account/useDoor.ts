import { useCallback, useEffect, useState } from 'react';
import { ApiError, getJson } from '@gongjian/api';
import { useLanguage } from '../i18n/index.ts';
import { tellUnauthenticated } from '../session/memory.ts';

/** Reads something from the door, and again whenever it is asked to. What was read stays on the screen meanwhile. */
export function useDoor<T>(path: string): { data: T | undefined; error: unknown; reload: () => Promise<void> } {
  const language = useLanguage();
  const [data, setData] = useState<T>();
  const [error, setError] = useState<unknown>();

  const reload = useCallback(async () => {
    try {
      setData(await getJson<T>(path, language));
      setError(undefined);
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 401) tellUnauthenticated();
      setError(failure);
    }
  }, [path, language]);

  useEffect(() => void reload(), [reload]);
  return { data, error, reload };
}
