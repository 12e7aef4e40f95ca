import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Link } from '@mui/material';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import { ApiError, errorText, postJson } from '@gongjian/api';
import { TextInput } from '@gongjian/ui';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { doorBox } from './DoorFrame.tsx';
import { knowsPasskeys, signInByPasskey, wasLetGo } from './passkey.ts';
import type { SignedIn } from './passkey.ts';
import { session } from './session.messages.ts';

interface Props {
  factors: readonly ('TOTP' | 'PASSKEY')[];
  onDone: (answer: SignedIn) => Promise<void>;
  /** Back to account and password, with what to say there. */
  onBack: (why?: string) => void;
}

/** The second step of signing in: a code of the app, a passkey, or a recovery code where both are lost. */
export function CodeStep({ factors, onDone, onBack }: Props) {
  const t = useMessages(session);
  const hasApp = factors.includes('TOTP');
  const hasPasskey = factors.includes('PASSKEY') && knowsPasskeys();
  const [recovering, setRecovering] = useState(false);
  const asksForCode = hasApp || recovering || !hasPasskey;
  const byApp = hasApp && !recovering;
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState<'code' | 'passkey'>();
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), [recovering]);

  const attempt = async (way: 'code' | 'passkey', prove: () => Promise<SignedIn>) => {
    setBusy(way);
    setProblem(undefined);
    try {
      await onDone(await prove());
    } catch (error) {
      setBusy(undefined);
      if (error instanceof ApiError && error.code === 'SIGN_IN_EXPIRED') return onBack(error.message);
      if (!wasLetGo(error)) setProblem(errorText(error));
      field.current?.select();
    }
    return undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!code.trim()) {
      setProblem(t(byApp ? 'codeMissing' : 'recoveryMissing'));
      field.current?.focus();
    } else if (!busy) void attempt('code', () => postJson<SignedIn>('/auth/sign-in/code', { code: code.trim() }, currentLanguage()));
  };

  return (
    <Box component="form" noValidate onSubmit={submit} sx={doorBox}>
      {problem && <Alert severity="error">{problem}</Alert>}
      {hasPasskey && (
        <Button
          variant={asksForCode ? 'outlined' : 'contained'} color="primary" startIcon={<KeyIcon />} loading={busy === 'passkey'} sx={{ minHeight: 36 }}
          onClick={() => void attempt('passkey', () => signInByPasskey(currentLanguage()))}
        >
          {t('usePasskey')}
        </Button>
      )}
      {asksForCode && (
        <>
          <TextInput
            key={byApp ? 'app' : 'recovery'}
            label={t(byApp ? 'code' : 'recoveryCode')}
            help={t(byApp ? 'codeHelp' : 'recoveryHelp')}
            value={code}
            onChange={setCode}
            name="code"
            autoComplete="one-time-code"
            inputRef={field}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 24, spellCheck: false, autoCapitalize: 'characters', ...(byApp && { inputMode: 'numeric' }) } }}
          />
          <Button type="submit" variant="contained" color="primary" loading={busy === 'code'} sx={{ minHeight: 36 }}>{t('confirmCode')}</Button>
        </>
      )}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1, fontSize: 13 }}>
        <Link
          component="button" type="button"
          onClick={() => {
            setRecovering(!recovering);
            setCode('');
            setProblem(undefined);
          }}
        >
          {t(recovering ? 'otherFactor' : 'lostFactor')}
        </Link>
        <Link component="button" type="button" onClick={() => onBack()}>{t('otherAccount')}</Link>
      </Box>
    </Box>
  );
}
