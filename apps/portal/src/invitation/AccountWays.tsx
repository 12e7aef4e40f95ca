import { useState } from 'react';
import { Alert, Button, Link } from '@mui/material';
import { useNavigate } from 'react-router';
import { errorText, postJson } from '@gongjian/api';
import { currentLanguage } from '../i18n/index.ts';
import { rememberSignedIn } from '../session/hint.ts';
import { forgetEverything } from '../session/memory.ts';
import { signInPath } from '../session/place.ts';
import { NewHolderForm } from './NewHolderForm.tsx';
import type { InvitationView } from './useInvitation.ts';

interface Props<Taken, Made> {
  token: string;
  view: Pick<InvitationView, 'name' | 'email' | 'known' | 'holder'>;
  /** Where the door takes what the link stands for: with the account of the session, by signing in, with a new account. */
  doors: { take: string; signIn: string; register: string };
  /** Where signing in leads back to. */
  back: { pathname: string; search: string };
  words: { takeAs: string; otherAccount: string; known: string; haveAccount: string; newAccount: string; make: string };
  onTaken: (answer: Taken) => unknown;
  onMade: (answer: Made) => void;
  /** Somebody else is at the door, or nobody. */
  onChanged: () => Promise<void>;
}

/** For whoever has the link of a mail: with the account that is signed in here, with one that they have, or with a new one. */
export function AccountWays<Taken, Made>({ token, view, doors, back, words, onTaken, onMade, onChanged }: Props<Taken, Made>) {
  const navigate = useNavigate();
  const [making, setMaking] = useState(!view.known);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const attempt = async (run: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await run();
    } catch (failure) {
      setProblem(errorText(failure));
    }
    setBusy(false);
  };
  const take = () => attempt(async () => onTaken(await postJson<Taken>(doors.take, { token }, currentLanguage())));
  const signIn = () => attempt(async () => {
    await postJson(doors.signIn, { token }, currentLanguage());
    await navigate(signInPath(back));
  });
  const leave = () => attempt(async () => {
    await postJson('/auth/sign-out', {}, currentLanguage());
    rememberSignedIn(false);
    await forgetEverything();
    await onChanged();
  });
  const said = problem && <Alert severity="error">{problem}</Alert>;

  if (view.holder) {
    return (
      <>
        {said}
        <Button variant="contained" color="primary" loading={busy} onClick={() => void take()} sx={{ minHeight: 36 }}>{words.takeAs}</Button>
        <Link component="button" type="button" onClick={() => void leave()} sx={{ justifySelf: 'start', fontSize: 13 }}>{words.otherAccount}</Link>
      </>
    );
  }
  return (
    <>
      {said}
      {view.known && <Alert severity="info">{words.known}</Alert>}
      {making && <NewHolderForm<Made> token={token} view={view} path={doors.register} label={words.make} onDone={onMade} />}
      <Button variant={making ? 'outlined' : 'contained'} color="primary" loading={busy} onClick={() => void signIn()} sx={{ minHeight: 36 }}>{words.haveAccount}</Button>
      {!making && <Link component="button" type="button" onClick={() => setMaking(true)} sx={{ justifySelf: 'start', fontSize: 13 }}>{words.newAccount}</Link>}
    </>
  );
}
