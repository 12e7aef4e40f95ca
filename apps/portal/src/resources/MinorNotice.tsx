import { useState } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, newKey } from '@gongjian/api';
import { ConfirmDialog, TextInput, useFormat, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { AskMinorAccessDocument } from './resources.generated.ts';
import type { ResourcePartsFragment } from './resources.generated.ts';
import { resources } from './resources.messages.ts';

/** Somebody under 18: whether one may look, or how to ask. */
export function MinorNotice({ resource: { id, minorAccess }, mayLook }: { resource: ResourcePartsFragment; mayLook: boolean }) {
  const t = useMessages(resources);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  if (mayLook) return <Alert severity="info" sx={{ mt: 1.5 }}>{t('minorUntil', { time: format.dateTime(minorAccess!.until!) })}</Alert>;
  const waits = minorAccess?.state === 'WAITING';
  return (
    <Alert severity="info" sx={{ mt: 1.5, flexWrap: 'wrap' }} action={!waits && <Button size="small" color="inherit" onClick={() => setAsking(true)}>{t('minorAsk')}</Button>}>
      {waits ? t('minorWaiting') : t('minorHelp')}
      {minorAccess?.state === 'REFUSED' && <Box>{t('minorRefused', { answer: minorAccess.answer ?? '' })}</Box>}
      {asking && <AskDialog resourceId={id} onClose={() => setAsking(false)} />}
    </Alert>
  );
}

function AskDialog({ resourceId, onClose }: { resourceId: string; onClose: () => void }) {
  const t = useMessages(resources);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(newKey);
  const [ask] = useMutation(AskMinorAccessDocument, { refetchQueries: 'active', awaitRefetchQueries: true });
  return (
    <ConfirmDialog
      open title={t('minorAsk')} confirmLabel={t('minorAsk')} errorText={errorText} onClose={onClose} disabled={!reason.trim()}
      onConfirm={async () => {
        await ask({ variables: { input: { resourceId, reason: reason.trim() }, idempotencyKey } });
        toast.show(t('minorAsked'), { tone: 'success' });
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography variant="body2">{t('minorHelp')}</Typography>
        <TextInput required autoFocus multiline minRows={2} label={t('minorReason')} value={reason} onChange={setReason} help={t('minorReasonHelp')} slotProps={{ htmlInput: { maxLength: 500 } }} />
      </Box>
    </ConfirmDialog>
  );
}
