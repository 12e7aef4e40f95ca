import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Link } from '@mui/material';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import OrganisationIcon from '@mui/icons-material/ApartmentOutlined';
import { useNavigate, useSearchParams } from 'react-router';
import { ApiError, errorText, postJson } from '@gongjian/api';
import { TextInput } from '@gongjian/ui';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { CodeStep } from './CodeStep.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { DoorFrame, doorBox } from './DoorFrame.tsx';
import { rememberSignedIn } from './hint.ts';
import { forgetEverything } from './memory.ts';
import { knowsPasskeys, signInByPasskey, wasLetGo } from './passkey.ts';
import type { SignedIn } from './passkey.ts';
import { PasswordInput } from './PasswordInput.tsx';
import { placeAfter } from './place.ts';
import { lastProvider, withPlace } from './provider.ts';
import { session } from './session.messages.ts';

export default function SignInPage() {
  const t = useMessages(session);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState<'password' | 'passkey'>();
  const [problem, setProblem] = useState<string>();
  const [factors, setFactors] = useState<NonNullable<SignedIn['factors']>>();
  // Attempts are counted by account: another account need not wait.
  const [wait, setWait] = useState({ login: '', seconds: 0 });
  const [last] = useState(lastProvider);
  const passwordField = useRef<HTMLInputElement>(null);
  const loginField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (wait.seconds <= 0) return;
    const timer = setTimeout(() => setWait({ ...wait, seconds: wait.seconds - 1 }), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const enter = async ({ next, factors: asksFor }: SignedIn) => {
    if (next === 'SECOND_FACTOR') return setFactors(asksFor ?? []);
    rememberSignedIn(true);
    // What the last person saw on this machine is not for the next one.
    await forgetEverything();
    await navigate(placeAfter(next, params.get('to')), { replace: true });
  };

  const signIn = async (as: { login: string; password: string }) => {
    setBusy('password');
    setProblem(undefined);
    try {
      await enter(await postJson<SignedIn>('/auth/sign-in', as, currentLanguage()));
      setBusy(undefined);
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      if (code === 'TOO_MANY_ATTEMPTS') setWait({ login: as.login, seconds: (error as ApiError).retryAfterSeconds ?? 60 });
      else setProblem(code === 'SIGN_IN_FAILED' ? t('wrong') : code === 'BAD_INPUT' ? t('badInput') : errorText(error));
      passwordField.current?.focus();
      setBusy(undefined);
    }
  };

  const byPasskey = async () => {
    setBusy('passkey');
    setProblem(undefined);
    try {
      await enter(await signInByPasskey(currentLanguage()));
    } catch (error) {
      if (!wasLetGo(error)) setProblem(errorText(error));
    }
    setBusy(undefined);
  };

  const left = wait.login === login.trim() ? wait.seconds : 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!login.trim()) loginField.current?.focus();
    else if (!password) passwordField.current?.focus();
    else if (left <= 0 && !busy) void signIn({ login: login.trim(), password });
  };

  if (factors) {
    return (
      <DoorFrame title={t('secondTitle')} lead={t('secondLead')}>
        <CodeStep
          factors={factors}
          onDone={enter}
          onBack={(why) => {
            setFactors(undefined);
            setPassword('');
            setAsked(false);
            setProblem(why);
          }}
        />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={t('title')} lead={t('lead')}>
      <Box component="form" noValidate onSubmit={submit} sx={doorBox}>
        {params.get('to') && !problem && left <= 0 && <Alert severity="info">{t('ended')}</Alert>}
        {left > 0 && (
          <Alert severity="warning" aria-live="off">
            {t('tooMany', { time: left < 120 ? t('seconds', { count: left }) : t('minutes', { count: Math.ceil(left / 60) }) })}
          </Alert>
        )}
        {problem && left <= 0 && <Alert severity="error">{problem}</Alert>}
        <TextInput
          label={t('login')}
          value={login}
          onChange={setLogin}
          name="login"
          autoComplete="username"
          inputRef={loginField}
          error={asked && !login.trim() ? t('loginMissing') : undefined}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { autoCapitalize: 'none', spellCheck: false, maxLength: 64 } }}
        />
        <PasswordInput label={t('password')} value={password} onChange={setPassword} name="password" autoComplete="current-password" inputRef={passwordField} error={asked && !password ? t('passwordMissing') : undefined} />
        <Button type="submit" variant="contained" color="primary" loading={busy === 'password'} disabled={left > 0} sx={{ minHeight: 36 }}>{t('signIn')}</Button>
        {knowsPasskeys() && (
          <Button variant="outlined" startIcon={<KeyIcon />} loading={busy === 'passkey'} onClick={() => void byPasskey()} sx={{ minHeight: 36 }}>{t('withPasskey')}</Button>
        )}
        <Button variant="outlined" startIcon={<OrganisationIcon />} href={withPlace(last ? `/sign-in/${last.code}` : '/sign-in/find', params.get('to'))} sx={{ minHeight: 36 }}>
          {last ? t('withLast', { organisation: last.organisation }) : t('withOrganisation')}
        </Button>
        {last && <Link href={withPlace('/sign-in/find', params.get('to'))} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('otherOrganisation')}</Link>}
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, flexWrap: 'wrap', fontSize: 13 }}>
          <Link href="/forgot">{t('forgot')}</Link>
          <Link href="/privacy">{t('privacy')}</Link>
        </Box>
      </Box>
      <DemoAccounts disabled={busy !== undefined} onChoose={(account) => {
        setLogin(account.login);
        setPassword(account.password);
        void signIn(account);
      }}
      />
    </DoorFrame>
  );
}
