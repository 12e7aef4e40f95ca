import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Link } from '@mui/material';
import { errorText, postJson } from '@gongjian/api';
import { TextInput } from '@gongjian/ui';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { account } from './account.messages.ts';

/** Asks for a mail with a link. The answer is the same for everybody. */
export default function ForgotPage() {
  const t = useMessages(account);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name.trim() || busy) return;
    setBusy(true);
    try {
      await postJson('/auth/reset/ask', { account: name.trim() }, currentLanguage());
      setSent(true);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };

  return (
    <DoorFrame title={t('forgotTitle')} lead={t('forgotLead')}>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={doorBox}>
        {sent
          ? <Alert severity="success" role="status">{t('forgotSent')}</Alert>
          : (
            <>
              {error !== undefined && <Alert severity="error">{errorText(error)}</Alert>}
              <TextInput
                autoFocus label={t('forgotName')} value={name} onChange={setName} name="account" autoComplete="username" error={asked && !name.trim() ? t('forgotMissing') : undefined}
                slotProps={{ inputLabel: { shrink: true }, htmlInput: { autoCapitalize: 'none', spellCheck: false, maxLength: 254 } }}
              />
              <Button type="submit" variant="contained" color="primary" loading={busy} sx={{ minHeight: 36 }}>{t('sendLink')}</Button>
            </>
          )}
        <Link href="/sign-in" sx={{ justifySelf: 'start', fontSize: 13 }}>{t('backToSignIn')}</Link>
      </Box>
    </DoorFrame>
  );
}
