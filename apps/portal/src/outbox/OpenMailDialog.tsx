import { useEffect, useRef } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { SkeletonLines, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { OpenMailDocument } from './outbox.generated.ts';
import { outbox } from './outbox.messages.ts';

/** One mail in full, as plain text: its link works, and nothing of it runs in this page. */
export function OpenMailDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(outbox);
  const words = useMessages(common);
  const toast = useToast();
  const [open, { data, error }] = useMutation(OpenMailDocument, { variables: { id } });
  const asked = useRef(false);
  const mail = data?.openMail;

  useEffect(() => {
    // Each look is recorded, so there is one.
    if (asked.current) return;
    asked.current = true;
    open().catch(() => undefined);
  }, [open]);

  const copy = async () => {
    await navigator.clipboard?.writeText(mail!.text!);
    toast.show(t('copied'), { tone: 'success' });
  };

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="open-mail">
      <DialogTitle id="open-mail">{mail?.subject ?? t('open')}</DialogTitle>
      <DialogContent>
        {error && <Alert severity="error">{errorText(error)}</Alert>}
        {!mail && !error && <SkeletonLines lines={6} />}
        {mail && (
          <>
            <Typography variant="body2" sx={{ mb: 1.5, color: 'text.secondary', overflowWrap: 'anywhere' }}>{t('to')}: {mail.recipientName} &lt;{mail.recipient}&gt;</Typography>
            {mail.text
              ? <Box component="pre" sx={{ m: 0, p: 2, borderRadius: '8px', border: 1, borderColor: 'divider', bgcolor: 'own.surface.subtle', fontFamily: 'inherit', fontSize: 14, lineHeight: 1.7, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{mail.text}</Box>
              : <Alert severity="info">{t('gone')}</Alert>}
            <Typography variant="caption" component="p" sx={{ mt: 1, color: 'own.faint' }}>{t('recorded')}</Typography>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>{words('close')}</Button>
        {mail?.text && 'clipboard' in navigator && <Button variant="contained" color="primary" onClick={() => void copy()}>{t('copy')}</Button>}
      </DialogActions>
    </Dialog>
  );
}
