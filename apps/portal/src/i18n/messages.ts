import { useMemo } from 'react';
import type { Language } from '@gongjian/ui';
import { i18n } from './i18n.ts';
import { useLanguage } from './language.ts';

type Texts = Record<string, string>;

/** English has every key of the Chinese texts, and may add `key_one` for the singular. */
type Translation<Chinese extends Texts> = { [Key in keyof Chinese]: string } & {
  [Key in keyof Chinese & string as `${Key}_one`]?: string;
};

export interface Catalogue<Chinese extends Texts = Texts> {
  name: string;
  'zh-CN': Chinese;
  en: Record<string, string>;
}

type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<Text> = [Names<Text>] extends [never] ? [values?: { count?: number }] : [values: Record<Names<Text>, string | number> & { count?: number }];

export type Translate<Chinese extends Texts> = <Key extends keyof Chinese & string>(key: Key, ...values: Values<Chinese[Key]>) => string;

/** One catalogue for each feature. The name is that of the feature's folder. */
export function defineMessages<const Chinese extends Texts>(
  name: string,
  texts: { 'zh-CN': Chinese; en: Translation<NoInfer<Chinese>> },
): Catalogue<Chinese> {
  return { name, 'zh-CN': texts['zh-CN'], en: texts.en as Record<string, string> };
}

function bring(catalogue: Catalogue): void {
  if (i18n.hasResourceBundle('zh-CN', catalogue.name)) return;
  i18n.addResourceBundle('zh-CN', catalogue.name, catalogue['zh-CN']);
  i18n.addResourceBundle('en', catalogue.name, catalogue.en);
}

/** The texts of a catalogue outside of React, in a given language. */
export function translator<Chinese extends Texts>(catalogue: Catalogue<Chinese>, language: Language): Translate<Chinese> {
  bring(catalogue as Catalogue);
  const translate = i18n.getFixedT(language, catalogue.name);
  return ((key: string, values?: Record<string, unknown>) => translate(key, values ?? {})) as Translate<Chinese>;
}

/** `const t = useMessages(bookings); t('title'); t('hours', { count: 3 })`: keys and values are checked. */
export function useMessages<Chinese extends Texts>(catalogue: Catalogue<Chinese>): Translate<Chinese> {
  const language = useLanguage();
  return useMemo(() => translator(catalogue, language), [catalogue, language]);
}
