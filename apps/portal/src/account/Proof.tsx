import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { errorCode, errorText, fieldErrors, postJson } from '@gongjian/api';
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

type Prove = <T>(work: () => Promise<T>) => Promise<T>;
type Post = <T = object>(path: string, body?: object) => Promise<T>;
const Context = createContext<Prove>(() => Promise.reject(new LetGo()));

/** Does something; where somebody wants to know first that it is still the same person, asks for the password and does it again. */
export const useProved = () => useContext(Context);

/** The same for what is sent to the door. */
export function usePost(): Post {
  const prove = useProved();
  return useCallback(<T,>(path: string, body: object = {}) => prove(() => postJson<T>(path, body, currentLanguage())), [prove]);
}

export function ProofProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState(false);
  const settle = useRef<{ go: () => void; stop: () => void }>(undefined);

  const ask = useCallback(() => new Promise<void>((go, reject) => {
    settle.current = { go, stop: () => reject(new LetGo()) };
    setAsking(true);
  }), []);
  const prove = useCallback<Prove>(async (work) => {
    try {
      return await work();
    } catch (error) {
      if (errorCode(error) !== 'PROOF_NEEDED') throw error;
      await ask();
      return work();
    }
  }, [ask]);
  const answer = (proved: boolean) => {
    setAsking(false);
    if (proved) settle.current?.go();
    else settle.current?.stop();
  };

  return (
    <Context value={prove}>
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
