import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { createFormat, FormatProvider, UiTextsProvider } from '@gongjian/ui';
import type { UiTexts } from '@gongjian/ui';
import { common, useLanguage, useMessages } from '../i18n/index.ts';

/** Gives the shared components their words and formats in the user's language. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const t = useMessages(common);
  const texts = useMemo<UiTexts>(() => ({
    retry: t('retry'), cancel: t('cancel'), confirm: t('confirm'), close: t('close'), undo: t('undo'),
    loading: t('loading'), loadMore: t('loadMore'), search: t('search'), clear: t('clear'), clearFilters: t('clearFilters'),
    somethingWrong: t('somethingWrong'), nothingHere: t('nothingHere'),
    rows: (shown, total) => t('rows', { shown, total }),
    selectRow: (name) => t('selectRow', { name }),
    selectAll: t('selectAll'), rowActions: t('rowActions'),
    sortBy: (column) => t('sortBy', { column }),
    optional: t('optional'), today: t('today'), openCalendar: t('openCalendar'),
    previousMonth: t('previousMonth'), nextMonth: t('nextMonth'), dayPlaceholder: t('dayPlaceholder'),
    timePlaceholder: t('timePlaceholder'), dayForm: t('dayForm'), timeForm: t('timeForm'),
    discardTitle: t('discardTitle'), discard: t('discard'), keepWriting: t('keepWriting'),
  }), [t]);
  const format = useMemo(() => createFormat(language, 'Asia/Shanghai'), [language]);
  return <UiTextsProvider value={texts}><FormatProvider value={format}>{children}</FormatProvider></UiTextsProvider>;
}
