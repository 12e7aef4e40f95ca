import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { ApiError, errorText, fieldErrors, postJson } from '@gongjian/api';
import { common, currentLanguage, useMessages } from '../i18n/index.ts';
import { PasswordInput } from '../session/PasswordInput.tsx';
import { account } from './account.messages.ts';

/** Thrown when somebody would rather not prove themselves: nothing was done, and nothing need be said. */
export class LetGo extends Error {}

/** Undefined when somebody let it go. */
export const unlessLetGo = <T,>(done: Promise<T>): Promise<T | undefined> =>
  done.catch((error: unknown) => {
    if (error instanceof LetGo) return undefined;
    throw error;
  });

type Post = <T = object>(path: string, body?: object) => Promise<T>;
const Context = createContext<Post>(() => Promise.reject(new LetGo()));

/** Sends something to the door; where it wants to know first that it is still the same person, asks for the password and goes on. */
export const usePost = () => useContext(Context);

export function ProofProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState(false);
  const settle = useRef<{ go: () => void; stop: () => void }>(undefined);

  const prove = useCallback(() => new Promise<void>((go, reject) => {
    settle.current = { go, stop: () => reject(new LetGo()) };
    setAsking(true);
  }), []);
  const post = useCallback<Post>(async <T,>(path: string, body: object = {}) => {
    try {
      return await postJson<T>(path, body, currentLanguage());
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'PROOF_NEEDED') throw error;
      await prove();
      return postJson<T>(path, body, currentLanguage());
    }
  }, [prove]);
  const answer = (proved: boolean) => {
    setAsking(false);
    if (proved) settle.current?.go();
    else settle.current?.stop();
  };

  return (
    <Context value={useMemo(() => post, [post])}>
      {children}
      {asking && <ProofDialog onAnswer={answer} />}
    </Context>
  );
}

function ProofDialog({ onAnswer }: { onAnswer: (proved: boolean) => void }) {
  const t = useMessages(account);
  const words = useMessages(common);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const wrong = fieldErrors(error)['password'];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!password || busy) return;
    setBusy(true);
    try {
      await postJson('/auth/confirm', { password }, currentLanguage());
      onAnswer(true);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={busy ? undefined : () => onAnswer(false)} maxWidth="xs" fullWidth aria-labelledby="prove">
      <DialogTitle id="prove">{t('proveTitle')}</DialogTitle>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2">{t('proveHelp')}</Typography>
          {Boolean(error) && !wrong && <Alert severity="error">{errorText(error)}</Alert>}
          <PasswordInput autoFocus label={t('password')} value={password} onChange={setPassword} error={wrong} autoComplete="current-password" />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={() => onAnswer(false)} disabled={busy}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={busy} disabled={!password}>{words('confirm')}</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
