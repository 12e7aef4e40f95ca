import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { errorText } from '@gongjian/api';
import { TextInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { wasLetGo } from '../session/passkey.ts';
import { account } from './account.messages.ts';
import { LetGo, usePost } from './Proof.tsx';

/** A name by which one knows the passkey again; then the browser takes over. */
export function PasskeySetup({ onDone, onCancel }: { onDone: (codes: string[] | undefined) => void; onCancel: () => void }) {
  const t = useMessages(account);
  const post = usePost();
  const [name, setName] = useState(t('passkeyFirstName'));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !name.trim()) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { startRegistration } = await import('@simplewebauthn/browser');
      const optionsJSON = await post<Parameters<typeof startRegistration>[0]['optionsJSON']>('/auth/passkeys/options');
      const response = await startRegistration({ optionsJSON });
      onDone((await post<{ codes?: string[] }>('/auth/passkeys', { name: name.trim(), response })).codes);
    } catch (error) {
      if (error instanceof Error && error.name === 'InvalidStateError') setProblem(t('passkeyKnown'));
      else if (!(error instanceof LetGo) && !wasLetGo(error)) setProblem(errorText(error));
      setBusy(false);
    }
  };

  return (
    <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      {problem && <Alert severity="error">{problem}</Alert>}
      <Typography variant="body2">{t('passkeyHelp')}</Typography>
      <TextInput
        required autoFocus label={t('passkeyName')} help={t('passkeyNameHelp')} value={name} onChange={setName} error={name.trim() ? undefined : t('passkeyNameMissing')}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 50 } }}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button variant="text" onClick={onCancel} disabled={busy}>{t('later')}</Button>
        <Button type="submit" variant="contained" color="primary" loading={busy}>{t('passkeyAdd')}</Button>
      </Box>
    </Box>
  );
}
