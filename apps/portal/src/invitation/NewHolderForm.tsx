import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { errorText, fieldErrors, postJson } from '@gongjian/api';
import { TextInput } from '@gongjian/ui';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { PasswordInput } from '../session/PasswordInput.tsx';
import { invitation } from './invitation.messages.ts';
import type { InvitationView } from './useInvitation.ts';

const LOGIN = /^[A-Za-z0-9._@-]{3,64}$/;

interface Props<A> {
  token: string;
  view: Pick<InvitationView, 'name' | 'email' | 'known'>;
  /** Where the door takes it. */
  path: string;
  label: string;
  onDone: (answer: A) => void;
}

/** A new account for somebody who has the link of a mail: its holder chooses login and password, nobody hands one over. */
export function NewHolderForm<A>({ token, view, path, label, onDone }: Props<A>) {
  const t = useMessages(invitation);
  const [name, setName] = useState(view.name);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const problems = {
    name: name.trim() ? undefined : t('nameMissing'),
    login: LOGIN.test(login.trim()) ? undefined : t('loginForm'),
    password: password ? undefined : t('passwordMissing'),
    again: again === password ? undefined : t('differs'),
  };
  const refused = fieldErrors(error);
  const shown = (field: keyof typeof problems) => (asked ? problems[field] : undefined) ?? refused[field];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some(Boolean) || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      onDone(await postJson<A>(path, { token, name: name.trim(), login: login.trim(), password }, currentLanguage()));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      {error !== undefined && Object.keys(refused).length === 0 && <Alert severity="error">{errorText(error)}</Alert>}
      <TextInput required label={t('name')} value={name} onChange={setName} error={shown('name')} autoComplete="name" name="name" />
      <TextInput
        required label={t('login')} value={login} onChange={setLogin} error={shown('login')} help={t('loginHelp')} autoComplete="username" name="login"
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { autoCapitalize: 'none', spellCheck: false, maxLength: 64 } }}
      />
      <PasswordInput required label={t('password')} value={password} onChange={setPassword} error={shown('password')} help={t('passwordHelp')} autoComplete="new-password" />
      <PasswordInput required label={t('again')} value={again} onChange={setAgain} error={shown('again')} autoComplete="new-password" />
      {!view.known && <Typography variant="caption" sx={{ color: 'own.faint' }}>{t('email', { email: view.email })}</Typography>}
      <Button type="submit" variant="contained" color="primary" loading={busy} sx={{ minHeight: 36 }}>{label}</Button>
    </Box>
  );
}
