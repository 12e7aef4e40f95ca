import { FieldRow, SelectInput } from '@gongjian/ui';
import type { Language } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { invitations } from './invitations.messages.ts';

export const GOOD_DAYS = ['3', '7', '14', '30', '60'] as const;
export type GoodDays = (typeof GOOD_DAYS)[number];
const LANGUAGES = [{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }] as const;

interface Props {
  goodDays: GoodDays;
  onGoodDays: (days: GoodDays) => void;
  language: Language;
  onLanguage: (language: Language) => void;
}

/** How long the link of an invitation is good, and in which language its mail speaks. */
export function MailFields({ goodDays, onGoodDays, language, onLanguage }: Props) {
  const t = useMessages(invitations);
  return (
    <FieldRow>
      <SelectInput label={t('goodDays')} value={goodDays} onChange={onGoodDays} options={GOOD_DAYS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))} />
      <SelectInput<Language> label={t('language')} value={language} onChange={onLanguage} options={LANGUAGES} />
    </FieldRow>
  );
}
