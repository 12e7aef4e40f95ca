import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, IconButton, InputAdornment, Typography } from '@mui/material';
import EyeIcon from '@mui/icons-material/VisibilityOutlined';
import EyeOffIcon from '@mui/icons-material/VisibilityOffOutlined';
import { useNavigate, useSearchParams } from 'react-router';
import { ApiError, errorText, postJson } from '@gongjian/api';
import { TextInput } from '@gongjian/ui';
import { common, currentLanguage, useMessages } from '../i18n/index.ts';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { SchemeButton } from '../shell/SchemeButton.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { rememberSignedIn } from './hint.ts';
import { forgetEverything } from './memory.ts';
import { placeToGo } from './place.ts';
import { session } from './session.messages.ts';

export default function SignInPage() {
  const t = useMessages(session);
  const words = useMessages(common);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [seen, setSeen] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  // Attempts are counted by account: another account need not wait.
  const [wait, setWait] = useState({ login: '', seconds: 0 });
  const passwordField = useRef<HTMLInputElement>(null);
  const loginField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = `${t('title')} · ${words('product')}`;
  });
  useEffect(() => {
    if (wait.seconds <= 0) return;
    const timer = setTimeout(() => setWait({ ...wait, seconds: wait.seconds - 1 }), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const signIn = async (as: { login: string; password: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await postJson('/auth/sign-in', as, currentLanguage());
      rememberSignedIn(true);
      // What the last person saw on this machine is not for the next one.
      await forgetEverything();
      await navigate(placeToGo(params.get('to')), { replace: true });
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      if (code === 'TOO_MANY_ATTEMPTS') setWait({ login: as.login, seconds: (error as ApiError).retryAfterSeconds ?? 60 });
      else setProblem(code === 'SIGN_IN_FAILED' ? t('wrong') : code === 'BAD_INPUT' ? t('badInput') : errorText(error));
      passwordField.current?.focus();
      setBusy(false);
    }
  };

  const left = wait.login === login.trim() ? wait.seconds : 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!login.trim()) loginField.current?.focus();
    else if (!password) passwordField.current?.focus();
    else if (left <= 0 && !busy) void signIn({ login: login.trim(), password });
  };

  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'flex', flexDirection: 'column', bgcolor: 'own.surface.subtle' }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, gap: 0.5 }}><LanguageSwitch /><SchemeButton /></Box>
      <Box sx={{ width: '100%', maxWidth: 400, mx: 'auto', px: 2, pt: { xs: 2, sm: 6 }, pb: 6, boxSizing: 'border-box' }}>
        <Box component="img" src="/icon.svg" alt="" sx={{ width: 40, height: 40, display: 'block', mb: 2 }} />
        <Typography variant="h1">{t('title')}</Typography>
        <Typography variant="body2" sx={{ color: 'own.faint', mb: 3 }}>{t('lead')}</Typography>
        <Box
          component="form"
          noValidate
          onSubmit={submit}
          sx={{ display: 'grid', gap: 2, p: { xs: 2, sm: 3 }, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper' }}
        >
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
          <TextInput
            label={t('password')}
            value={password}
            onChange={setPassword}
            name="password"
            type={seen ? 'text' : 'password'}
            autoComplete="current-password"
            inputRef={passwordField}
            error={asked && !password ? t('passwordMissing') : undefined}
            slotProps={{
              inputLabel: { shrink: true },
              htmlInput: { maxLength: 200 },
              input: {
                endAdornment: (
                  <InputAdornment position="end">
                    <IconButton edge="end" aria-label={seen ? t('hidePassword') : t('showPassword')} onClick={() => setSeen(!seen)}>
                      {seen ? <EyeOffIcon /> : <EyeIcon />}
                    </IconButton>
                  </InputAdornment>
                ),
              },
            }}
          />
          <Button type="submit" variant="contained" color="primary" loading={busy} disabled={left > 0} sx={{ minHeight: 36 }}>{t('signIn')}</Button>
        </Box>
        <DemoAccounts disabled={busy} onChoose={(account) => {
          setLogin(account.login);
          setPassword(account.password);
          void signIn(account);
        }}
        />
      </Box>
    </Box>
  );
}
