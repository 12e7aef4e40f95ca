import { useState } from 'react';
import { Box, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { addDays, ConfirmDialog, DayInput, instantOf, useFormat, useToast, useToday } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { DeliveriesDocument, ReplayWebhookDocument } from './developers.generated.ts';
import { developers } from './developers.messages.ts';

/** How far back news are told again. */
const MOST_DAYS = 89;

/** All news since a day, once more. */
export function ReplayDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(developers);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const [since, setSince] = useState(today);
  const [replay] = useMutation(ReplayWebhookDocument, { refetchQueries: [DeliveriesDocument] });
  const earliest = addDays(today, -MOST_DAYS);
  const good = since >= earliest && since <= today;
  const again = async () => {
    await replay({ variables: { id, since: new Date(instantOf(since, 0, format.timeZone)).toISOString() } });
    toast.show(t('replayed'), { tone: 'success' });
  };
  return (
    <ConfirmDialog open maxWidth="sm" title={t('replaySince')} confirmLabel={t('replay')} disabled={!good} errorText={errorText} onConfirm={again} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2">{t('replaySinceHelp')}</Typography>
        <DayInput required label={t('since')} value={since} onChange={setSince} min={earliest} max={today} error={good ? undefined : t('sinceMissing')} />
      </Box>
    </ConfirmDialog>
  );
}
