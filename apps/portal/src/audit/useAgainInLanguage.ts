import { useEffect, useRef } from 'react';
import { useLanguage } from '../i18n/index.ts';

/** The words of the log come from the server: in another language they are asked for again. */
export function useAgainInLanguage(refetch: () => unknown): void {
  const language = useLanguage();
  const asked = useRef(language);
  useEffect(() => {
    if (asked.current === language) return;
    asked.current = language;
    void refetch();
  }, [language, refetch]);
}
