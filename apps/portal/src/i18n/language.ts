import { useSyncExternalStore } from 'react';
import type { Language } from '@gongjian/ui';
import { i18n } from './i18n.ts';

const key = 'gj-language';
const listeners = new Set<() => void>();

export const languages: readonly { code: Language; name: string }[] = [
  { code: 'zh-CN', name: '中文' },
  { code: 'en', name: 'English' },
];

/** What was chosen before; else Chinese, which comes first. */
export function storedLanguage(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** Whether somebody has chosen a language in this browser; else their consortium's default holds. */
export function hasChosenLanguage(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

let current: Language = storedLanguage();

export const currentLanguage = (): Language => current;

/** @param remember false when it was not the person who chose */
export function changeLanguage(language: Language, remember = true): void {
  current = language;
  try {
    if (remember) localStorage.setItem(key, language);
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
  for (const listener of listeners) listener();
}

/** The user's language; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    currentLanguage,
  );
}
