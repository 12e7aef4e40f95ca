import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Link } from '@mui/material';
import { ApiError, errorText, fieldErrors, postJson } from '@gongjian/api';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { doorBox } from './DoorFrame.tsx';
import { PasswordInput } from './PasswordInput.tsx';
import type { Returned } from './ReturnPage.tsx';
import { session } from './session.messages.ts';

interface Props {
  token: string;
  onDone: (answer: Returned) => unknown;
  /** It took too long, and has to be begun anew. */
  onLost: (why: string) => void;
}

/** The first time somebody comes by their organisation: the account is proved by its password, once. */
export function ProveAccount({ token, onDone, onLost }: Props) {
  const t = useMessages(session);
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const field = useRef<HTMLInputElement>(null);
  const wrong = fieldErrors(error)['password'];

  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!password || busy) return field.current?.focus();
    setBusy(true);
    try {
      await onDone(await postJson<Returned>('/auth/oidc/prove', { token, password }, currentLanguage()));
    } catch (failure) {
      setBusy(false);
      if (failure instanceof ApiError && failure.code.startsWith('PROVIDER_')) return onLost(failure.message);
      setError(failure);
      field.current?.select();
    }
    return undefined;
  };

  return (
    <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={doorBox}>
      {Boolean(error) && !wrong && <Alert severity="error">{errorText(error)}</Alert>}
      <PasswordInput label={t('password')} value={password} onChange={setPassword} name="password" autoComplete="current-password" inputRef={field} error={wrong ?? (asked && !password ? t('passwordMissing') : undefined)} />
      <Button type="submit" variant="contained" color="primary" loading={busy} sx={{ minHeight: 36 }}>{t('proveDo')}</Button>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1, fontSize: 13 }}>
        <Link href="/forgot">{t('forgot')}</Link>
        <Link href="/sign-in">{t('otherAccount')}</Link>
      </Box>
    </Box>
  );
}
