import { useState } from 'react';
import { Alert, Box, Button, IconButton, Typography } from '@mui/material';
import CloseIcon from '@mui/icons-material/CloseOutlined';
import { errorText } from '@gongjian/api';
import { StatusChip, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { client } from '../session/index.ts';
import { EndMaintenanceDocument } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';

interface Props {
  maintenance: { id: string; reason: string; version: number; viewerCanUpdate: boolean };
  resourceName: string;
  start: number;
  end: number;
  onDone: () => void;
  onClose: () => void;
}

export function MaintenanceCard({ maintenance, resourceName, start, end, onDone, onClose }: Props) {
  const t = useMessages(bookingTexts);
  const say = useMessages(common);
  const format = useFormat();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function endIt() {
    setBusy(true);
    try {
      await client.mutate({ mutation: EndMaintenanceDocument, variables: { id: maintenance.id, version: maintenance.version } });
      toast.show(t('maintenanceEnded'), { tone: 'success' });
      onDone();
      onClose();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  }

  return (
    <Box sx={{ width: 320, maxWidth: '100%', p: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Typography component="h2" sx={{ flex: 1, fontSize: 16, fontWeight: 600, overflowWrap: 'anywhere' }}>{resourceName}</Typography>
        <IconButton aria-label={say('close')} onClick={onClose} sx={{ mt: -0.5, mr: -0.5 }}><CloseIcon /></IconButton>
      </Box>
      <StatusChip tone="maintenance">{t('maintenance')}</StatusChip>
      <Typography sx={{ mt: 1 }}>{format.range(start, end)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{maintenance.reason}</Typography>
      {problem && <Alert severity="error" sx={{ mt: 1 }}>{problem}</Alert>}
      {maintenance.viewerCanUpdate && (
        <Button size="small" sx={{ mt: 1.5 }} loading={busy} onClick={() => void endIt()}>{t('endMaintenance')}</Button>
      )}
    </Box>
  );
}
