import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { errorText, fieldErrors, postJson } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { common, currentLanguage, useMessages } from '../i18n/index.ts';
import { PasswordInput } from '../session/PasswordInput.tsx';
import { account } from './account.messages.ts';

/** The old password, and a new one twice. */
export function PasswordDialog({ login, onClose, onDone }: { login: string; onClose: () => void; onDone: () => void }) {
  const t = useMessages(account);
  const words = useMessages(common);
  const toast = useToast();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const refused = fieldErrors(error);
  const problems = {
    old: old ? undefined : t('passwordMissing'),
    fresh: fresh ? undefined : t('newPasswordMissing'),
    again: again === fresh ? undefined : t('passwordsDiffer'),
  };
  const said = asked ? problems : { old: undefined, fresh: undefined, again: undefined };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some(Boolean) || busy) return;
    setBusy(true);
    try {
      await postJson('/auth/password', { password: old, newPassword: fresh }, currentLanguage());
      toast.show(t('passwordChanged'), { tone: 'success' });
      onDone();
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby="change-password">
      <DialogTitle id="change-password">{t('changePassword')}</DialogTitle>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {Boolean(error) && Object.keys(refused).length === 0 && <Alert severity="error">{errorText(error)}</Alert>}
          {/* Password managers learn by it whose password this is. */}
          <input type="text" name="username" autoComplete="username" value={login} readOnly hidden aria-hidden tabIndex={-1} />
          <PasswordInput required autoFocus label={t('oldPassword')} value={old} onChange={setOld} error={said.old ?? refused['password']} autoComplete="current-password" />
          <PasswordInput required label={t('newPassword')} value={fresh} onChange={setFresh} error={said.fresh ?? refused['newPassword']} help={t('passwordRules')} autoComplete="new-password" />
          <PasswordInput required label={t('newPasswordAgain')} value={again} onChange={setAgain} error={said.again} autoComplete="new-password" />
          <Alert severity="info">{t('passwordEnds')}</Alert>
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={busy}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={busy}>{t('changePassword')}</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
