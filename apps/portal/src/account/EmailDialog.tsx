import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { errorText, fieldErrors } from '@gongjian/api';
import { TextInput, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { account } from './account.messages.ts';
import { LetGo, usePost } from './Proof.tsx';

/** A new address counts when the link in the mail to it was opened. */
export function EmailDialog({ email, onClose, onDone }: { email: string | null; onClose: () => void; onDone: () => void }) {
  const t = useMessages(account);
  const words = useMessages(common);
  const post = usePost();
  const toast = useToast();
  const [value, setValue] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const looksRight = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim());
  const problem = asked && !looksRight ? t('emailForm') : fieldErrors(error)['email'] && t('emailForm');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!looksRight || busy) return;
    setBusy(true);
    try {
      await post('/auth/email', { email: value.trim() });
      toast.show(t('emailSent', { email: value.trim() }), { tone: 'success', seconds: 10 });
      onDone();
      onClose();
    } catch (failure) {
      if (!(failure instanceof LetGo)) setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby="change-email">
      <DialogTitle id="change-email">{t(email ? 'changeEmail' : 'addEmail')}</DialogTitle>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2">{t('emailHelp')}</Typography>
          {Boolean(error) && !problem && <Alert severity="error">{errorText(error)}</Alert>}
          <TextInput
            required autoFocus label={t('email')} value={value} onChange={setValue} error={problem} type="email" autoComplete="email"
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 254, spellCheck: false, autoCapitalize: 'none' } }}
          />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={busy}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={busy}>{t('sendLink')}</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
