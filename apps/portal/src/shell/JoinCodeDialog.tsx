import { useEffect, useRef } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { SkeletonBlock, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { CreateJoinCodeDocument } from './shell.generated.ts';
import { shell } from './shell.messages.ts';

/** The code by which another consortium may give the signed-in person roles there. */
export function JoinCodeDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(shell);
  const words = useMessages(common);
  const format = useFormat();
  const toast = useToast();
  const [create, { data, error }] = useMutation(CreateJoinCodeDocument);
  const asked = useRef(false);
  const code = data?.createJoinCode;

  useEffect(() => {
    // Each call ends the code before it, so only one may be made.
    if (asked.current) return;
    asked.current = true;
    create().catch(() => undefined);
  }, [create]);

  const copy = async () => {
    await navigator.clipboard?.writeText(code!.code);
    toast.show(t('copied'), { tone: 'success' });
  };

  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="join-code">
      <DialogTitle id="join-code">{t('joinCode')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ mb: 2 }}>{t('joinCodeHelp')}</Typography>
        {error && <Alert severity="error">{errorText(error)}</Alert>}
        {!code && !error && <SkeletonBlock height={56} />}
        {code && (
          <>
            <Box component="output" sx={{ display: 'block', p: 1.5, textAlign: 'center', borderRadius: '8px', bgcolor: 'own.surface.subtle', border: 1, borderColor: 'divider', fontFamily: 'monospace', fontSize: 16, overflowWrap: 'anywhere' }}>
              {code.code}
            </Box>
            <Typography variant="caption" sx={{ color: 'own.faint' }}>{t('joinCodeUntil', { time: format.dateTime(code.expiresAt) })}</Typography>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>{words('close')}</Button>
        {code && 'clipboard' in navigator && <Button variant="contained" color="primary" onClick={() => void copy()}>{t('copy')}</Button>}
      </DialogActions>
    </Dialog>
  );
}
