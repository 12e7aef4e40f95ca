import { useEffect, useRef } from 'react';
import { useQuery } from '@apollo/client/react';
import { Alert, Box, Button } from '@mui/material';
import type { Decision } from '@gongjian/api/schema.types.ts';
import { useMessages } from '../i18n/index.ts';
import { bookings } from './bookings.messages.ts';
import { NextWaitingDocument } from './bookings.generated.ts';

/** Said after an answer: what else waits, one click away. */
export function NextWaiting({ decision, currentId }: { decision: Decision; currentId: string }) {
  const t = useMessages(bookings);
  const { data } = useQuery(NextWaitingDocument, { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-and-network' });
  const others = data?.bookings.nodes.filter((each) => each.id !== currentId) ?? [];
  const next = others[0];
  const count = (data?.bookings.totalCount ?? 0) - ((data?.bookings.nodes.length ?? 0) - others.length);
  const box = useRef<HTMLDivElement>(null);
  // The buttons that had the focus are gone: it goes to what takes their place.
  useEffect(() => box.current?.focus(), []);

  return (
    <Alert severity="success" ref={box} tabIndex={-1} sx={{ mb: 2, '&:focus-visible': { outline: 'none' } }}>
      <Box>{t(decision === 'APPROVE' ? 'decidedApprove' : 'decidedReject')}</Box>
      <Box sx={{ minHeight: 20 }}>{data && (next ? t('nextWaiting', { count }) : t('nextNone'))}</Box>
      <Box sx={{ mt: 1, minHeight: 28, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {next && <Button size="small" variant="contained" color="primary" href={`/bookings/${next.id}`} sx={{ whiteSpace: 'normal' }}>{t('nextButton', { title: next.title })}</Button>}
        <Button size="small" href="/bookings?tab=waiting">{t('backToWaiting')}</Button>
      </Box>
    </Alert>
  );
}
