import { useState } from 'react';
import { Box, Button } from '@mui/material';
import ComputerIcon from '@mui/icons-material/ComputerOutlined';
import PhoneIcon from '@mui/icons-material/SmartphoneOutlined';
import { errorText, postJson } from '@gongjian/api';
import { ConfirmDialog, ErrorState, SkeletonLines, StatusChip, useFormat, useToast } from '@gongjian/ui';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { account } from './account.messages.ts';
import { Card, Line, plainList } from './Card.tsx';
import type { SessionRow } from './types.ts';
import { useDoor } from './useDoor.ts';

/** Where one is signed in; what one does not know can be ended. */
export function SessionsCard() {
  const t = useMessages(account);
  const format = useFormat();
  const toast = useToast();
  const { data, error, reload } = useDoor<{ sessions: SessionRow[] }>('/auth/sessions');
  const [ending, setEnding] = useState<SessionRow | 'others'>();
  const sessions = data?.sessions;
  const nameOf = (row: SessionRow) => row.device ?? t('deviceUnknown');

  const end = async (which: SessionRow | 'others') => {
    const { ended } = which === 'others'
      ? await postJson<{ ended: number }>('/auth/sessions/end-others', {}, currentLanguage())
      : await postJson<{ ended: number }>('/auth/sessions/end', { id: which.id }, currentLanguage());
    toast.show(t('sessionsEnded', { count: ended }), { tone: 'success' });
    await reload();
  };

  return (
    <Card title={t('sessions')} help={t('sessionsHelp')} action={sessions && sessions.length > 1 && <Button onClick={() => setEnding('others')}>{t('endOthers')}</Button>}>
      {error !== undefined && !sessions && <ErrorState dense message={errorText(error)} onRetry={() => void reload()} />}
      {!sessions && error === undefined && <SkeletonLines lines={3} height={40} />}
      {sessions && (
        <Box component="ul" aria-label={t('sessions')} sx={plainList}>
          {sessions.map((row, index) => (
            <Line
              key={row.id} first={index === 0}
              icon={/iPhone|Android|HarmonyOS/.test(row.device ?? '') ? <PhoneIcon /> : <ComputerIcon />}
              name={<>{nameOf(row)}{row.isCurrent && <StatusChip tone="success">{t('thisDevice')}</StatusChip>}</>}
              about={[row.address, t('lastSeen', { time: format.dateTime(row.lastSeenAt) }), t('signedInAt', { time: format.dateTime(row.createdAt) }), row.organisation].filter(Boolean).join(' · ')}
              action={!row.isCurrent && <Button size="small" variant="text" color="error" aria-label={t('endNamed', { name: `${nameOf(row)} ${row.address}` })} onClick={() => setEnding(row)}>{t('end')}</Button>}
            />
          ))}
        </Box>
      )}
      {ending && (
        <ConfirmDialog
          open danger title={ending === 'others' ? t('endOthersTitle') : t('endNamed', { name: nameOf(ending) })} confirmLabel={t('end')} errorText={errorText}
          onConfirm={() => end(ending)} onClose={() => setEnding(undefined)}
        >
          {t('endHelp')}
        </ConfirmDialog>
      )}
    </Card>
  );
}
