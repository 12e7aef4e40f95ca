import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { errorText, fieldErrors } from '@gongjian/api';
import { SkeletonBlock, TextInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { account } from './account.messages.ts';
import { LetGo, usePost } from './Proof.tsx';

interface Begun {
  secret: string;
  uri: string;
}

/** Shows the secret as a picture and as text, and takes the first code: it proves that the app has it. */
export function TotpSetup({ onDone, onCancel }: { onDone: (codes: string[] | undefined) => void; onCancel: () => void }) {
  const t = useMessages(account);
  const post = usePost();
  const [begun, setBegun] = useState<Begun>();
  const [picture, setPicture] = useState<string>();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const asked = useRef(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // Each wish makes a new secret: one is enough.
    if (asked.current) return;
    asked.current = true;
    const begin = async () => {
      try {
        const answer = await post<Begun>('/auth/totp/begin');
        const { toDataURL } = await import('qrcode');
        setPicture(await toDataURL(answer.uri, { margin: 2, width: 208 }));
        setBegun(answer);
      } catch (failure) {
        if (failure instanceof LetGo) onCancel();
        else setError(failure);
      }
    };
    void begin();
  });
  useEffect(() => field.current?.focus(), [begun]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !code.trim()) return;
    setBusy(true);
    try {
      onDone((await post<{ codes?: string[] }>('/auth/totp/confirm', { code: code.trim() })).codes);
    } catch (failure) {
      if (!(failure instanceof LetGo)) setError(failure);
      setBusy(false);
      field.current?.select();
    }
  };

  const wrong = fieldErrors(error)['code'];
  if (error && !begun) return <Alert severity="error">{errorText(error)}</Alert>;
  if (!begun || !picture) return <SkeletonBlock height={300} />;
  return (
    <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      {Boolean(error) && !wrong && <Alert severity="error">{errorText(error)}</Alert>}
      <Typography variant="body2">{t('totpScan')}</Typography>
      <Box component="img" src={picture} alt={t('totpPicture')} sx={{ width: 208, height: 208, borderRadius: '8px', border: 1, borderColor: 'divider', justifySelf: 'center' }} />
      <Typography variant="body2" sx={{ color: 'own.faint' }}>
        {t('totpType')} <Box component="code" sx={{ color: 'text.primary', overflowWrap: 'anywhere' }}>{begun.secret.replace(/.{4}(?=.)/g, '$& ')}</Box>
      </Typography>
      <TextInput
        required label={t('totpCode')} value={code} onChange={setCode} error={wrong} inputRef={field} autoComplete="one-time-code"
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'numeric', maxLength: 7, spellCheck: false } }}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
        <Button variant="text" onClick={onCancel} disabled={busy}>{t('later')}</Button>
        <Button type="submit" variant="contained" color="primary" loading={busy} disabled={!code.trim()}>{t('totpConfirm')}</Button>
      </Box>
    </Box>
  );
}
