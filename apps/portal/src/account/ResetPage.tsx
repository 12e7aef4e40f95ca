import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Link } from '@mui/material';
import { ApiError, errorText, fieldErrors, postJson } from '@gongjian/api';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { rememberSignedIn } from '../session/hint.ts';
import { PasswordInput } from '../session/PasswordInput.tsx';
import { account } from './account.messages.ts';
import { dropFragment, takeFragment } from '../session/fragment.ts';

const KEY = 'gj-reset';

/** A new password by the link of a mail. */
export default function ResetPage() {
  const t = useMessages(account);
  const [token] = useState(() => takeFragment(KEY));
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const refused = fieldErrors(error)['password'];
  const invalid = !token || (error instanceof ApiError && error.code === 'LINK_INVALID');
  const missing = asked && !password ? t('newPasswordMissing') : undefined;
  const differs = asked && again !== password ? t('passwordsDiffer') : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!password || again !== password || busy) return;
    setBusy(true);
    try {
      await postJson('/auth/reset', { token, password }, currentLanguage());
      dropFragment(KEY);
      // All sessions have ended, the one of this browser too.
      rememberSignedIn(false);
      setDone(true);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };

  return (
    <DoorFrame title={t('resetTitle')} lead={done ? undefined : t('resetLead')}>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={doorBox}>
        {done && <Alert severity="success" role="status">{t('resetDone')}</Alert>}
        {!done && invalid && <Alert severity="error">{t('linkInvalid')}</Alert>}
        {!done && !invalid && (
          <>
            {error !== undefined && !refused && <Alert severity="error">{errorText(error)}</Alert>}
            <PasswordInput autoFocus required label={t('newPassword')} value={password} onChange={setPassword} error={missing ?? refused} help={t('passwordRules')} autoComplete="new-password" />
            <PasswordInput required label={t('newPasswordAgain')} value={again} onChange={setAgain} error={differs} autoComplete="new-password" />
            <Button type="submit" variant="contained" color="primary" loading={busy} sx={{ minHeight: 36 }}>{t('resetSet')}</Button>
          </>
        )}
        <Link href={invalid && !done ? '/forgot' : '/sign-in'} sx={{ justifySelf: 'start', fontSize: 13 }}>{t(invalid && !done ? 'askAgain' : 'backToSignIn')}</Link>
      </Box>
    </DoorFrame>
  );
}
