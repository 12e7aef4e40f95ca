import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { Box } from '@mui/material';
import { TextInput } from '@gongjian/ui';
import { errorText } from '@gongjian/api';
import { useMessages } from '../i18n/index.ts';
import { resources } from './resources.messages.ts';
import type { Period } from './opening-hours.ts';
import { ReadOpeningHoursDocument } from './resources.generated.ts';
import { WeekTable } from './WeekTable.tsx';

interface Props {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** What the text said when the form opened, known without asking. */
  known: readonly Period[];
}

const REST_MILLISECONDS = 350;

/** Opening hours as people write them, and beside the text how the server reads them, before anything is saved. */
export function OpeningHoursField({ value, onChange, error, known }: Props) {
  const t = useMessages(resources);
  const client = useApolloClient();
  const [first] = useState(value);
  const [read, setRead] = useState<{ text: string; periods?: readonly Period[]; problem?: string }>({ text: value, periods: known });
  const text = value.trim();

  useEffect(() => {
    if (text === '' || value === first) {
      setRead({ text: value, periods: text === '' ? [] : known });
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      client
        .query({ query: ReadOpeningHoursDocument, variables: { text }, fetchPolicy: 'no-cache' })
        .then(({ data }) => current && setRead({ text: value, periods: data?.openingHours ?? [] }))
        .catch((problem: unknown) => current && setRead({ text: value, problem: errorText(problem) }));
    }, REST_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, text, value, first, known]);

  const reading = read.text !== value;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, alignItems: 'start' }}>
      <TextInput
        label={t('field.openingHours')}
        value={value}
        onChange={onChange}
        multiline
        minRows={3}
        error={error ?? (reading ? undefined : read.problem)}
        help={t('openingHoursHelp')}
      />
      <Box aria-live="polite" aria-busy={reading} sx={{ minHeight: 208, opacity: reading ? 0.6 : 1 }}>
        <Box sx={{ fontSize: 13, mb: 0.5 }}>{t('openingHoursRead')}</Box>
        {read.problem && <Box sx={{ fontSize: 13, color: 'own.faint' }}>{t('openingHoursUnread')}</Box>}
        {read.periods?.length === 0 && <Box sx={{ fontSize: 13, color: 'own.faint' }}>{t('alwaysOpen')}</Box>}
        {Boolean(read.periods?.length) && <WeekTable periods={read.periods ?? []} label={t('openingHoursRead')} />}
      </Box>
    </Box>
  );
}
