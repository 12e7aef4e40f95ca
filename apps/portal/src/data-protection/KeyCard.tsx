import { useEffect, useState } from 'react';
import { Alert, Box, Button, LinearProgress } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, useFormat, useToast } from '@gongjian/ui';
import { Card } from '../home/Card.tsx';
import { useMessages } from '../i18n/index.ts';
import { DataKeysDocument, RotateDataKeyDocument } from './data-protection.generated.ts';
import { dataProtection } from './data-protection.messages.ts';

const LOOK_MILLISECONDS = 1000;
const DAY = 86_400_000;

/** The consortium's key: its number and age, and how far the change to the next one is. Nothing for those who do not administer keys. */
export function KeyCard() {
  const t = useMessages(dataProtection);
  const format = useFormat();
  const toast = useToast();
  const [now] = useState(() => Date.now());
  const [asking, setAsking] = useState(false);
  const { data, startPolling, stopPolling } = useQuery(DataKeysDocument, { fetchPolicy: 'cache-and-network' });
  const [rotate] = useMutation(RotateDataKeyDocument, { update: (cache, { data: changed }) => changed && cache.writeQuery({ query: DataKeysDocument, data: { dataKeys: changed.rotateDataKey } }) });
  const keys = data?.dataKeys;
  const rotating = keys?.rotating ?? false;

  useEffect(() => {
    if (rotating) startPolling(LOOK_MILLISECONDS);
    else stopPolling();
  }, [rotating, startPolling, stopPolling]);

  if (!keys) return null;
  const { active, history, todo, done } = keys;
  const former = history.filter(({ state }) => state !== 'ACTIVE');
  return (
    <Card title={t('key')}>
      {active ? (
        <Box sx={{ fontWeight: 600 }}>
          {t('keyNow', { number: active.number, since: format.date(active.createdAt) })}
          <Box component="span" sx={{ fontWeight: 400, color: 'own.faint', ml: 1 }}>{t('keyAge', { days: Math.max(0, Math.floor((now - Date.parse(active.createdAt)) / DAY)) })}</Box>
        </Box>
      ) : (
        <Alert severity="warning">{t('keyNone')}</Alert>
      )}
      <Box sx={{ fontSize: 13, color: 'own.faint', mt: 0.5, mb: 1.5 }}>{t('keyHelp')}</Box>
      {rotating && (
        <Box sx={{ mb: 1.5 }} role="status">
          <Box sx={{ fontSize: 13, mb: 0.5 }}>{t('rotating', { done, todo })}</Box>
          <LinearProgress variant={todo > 0 ? 'determinate' : 'indeterminate'} value={todo > 0 ? (done / todo) * 100 : 0} aria-label={t('rotating', { done, todo })} />
        </Box>
      )}
      {keys.viewerCanRotate && active && <Button size="small" disabled={rotating} onClick={() => setAsking(true)}>{t('rotate')}</Button>}
      {former.length > 0 && (
        <Box component="details" sx={{ mt: 1.5, fontSize: 13 }}>
          <Box component="summary" sx={{ cursor: 'pointer', color: 'own.faint' }}>{t('history')}</Box>
          {former.map(({ number, state, destroyedAt }) => (
            <Box key={number} sx={{ mt: 0.5, fontVariantNumeric: 'tabular-nums' }}>{t('numbered', { number })} · {t(`state.${state}`, { when: destroyedAt ? format.dateTime(destroyedAt) : '' })}</Box>
          ))}
        </Box>
      )}
      <ConfirmDialog
        open={asking}
        title={t('rotateTitle')}
        confirmLabel={t('rotate')}
        onConfirm={async () => {
          await rotate();
          toast.show(t('rotated'), { tone: 'success' });
        }}
        onClose={() => setAsking(false)}
        errorText={errorText}
      >
        {t('rotateHelp')}
      </ConfirmDialog>
    </Card>
  );
}
