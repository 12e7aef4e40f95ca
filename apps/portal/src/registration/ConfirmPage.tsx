import { useState } from 'react';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useNavigate } from 'react-router';
import type { Role } from '@gongjian/api/schema.types.ts';
import { errorText, postJson } from '@gongjian/api';
import { createFormat, SkeletonLines } from '@gongjian/ui';
import { common, currentLanguage, useLanguage, useMessages } from '../i18n/index.ts';
import { NewHolderForm } from '../invitation/NewHolderForm.tsx';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { dropFragment } from '../session/fragment.ts';
import { rememberSignedIn } from '../session/hint.ts';
import { forgetEverything } from '../session/memory.ts';
import { signInPath, WAITING_PATH } from '../session/place.ts';
import { registration } from './registration.messages.ts';
import { useLink } from './useLink.ts';

const KEY = 'gj-registration';

interface RequestView {
  state: 'ASKED' | 'WAITING';
  consortium: string;
  organisation: string;
  role: Role;
  expiresAt: string;
  name: string;
  email: string;
  known: boolean;
  holder: string | null;
}

/** By the link of the mail: whoever has the mailbox confirms that they asked, with a new account or with theirs. */
export default function ConfirmPage() {
  const t = useMessages(registration);
  const { token, view, error, reload } = useLink<RequestView>(KEY, '/auth/registration');

  if (!token || error !== undefined) {
    return (
      <DoorFrame title={t('confirmTitle')}>
        <Box sx={doorBox}>
          <Alert severity={token ? 'error' : 'info'} role="alert">{token ? errorText(error) : t('noMailLink')}</Alert>
          <Link href="/sign-in" sx={{ justifySelf: 'start', fontSize: 13 }}>{t('toSignIn')}</Link>
        </Box>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={t('confirmTitle')} lead={view && t('confirmLead', { organisation: view.organisation })}>
      <Box sx={doorBox}>
        {!view && <SkeletonLines lines={5} />}
        {view?.state === 'ASKED' && <><Request view={view} /><Ways token={token} view={view} onChanged={reload} /></>}
        {view?.state === 'WAITING' && (
          <>
            <Alert severity="info" role="status">{t('waits', { organisation: view.organisation })}</Alert>
            <Button variant="contained" color="primary" href={view.holder ? WAITING_PATH : signInPath({ pathname: WAITING_PATH, search: '' })} sx={{ minHeight: 36 }}>{t('waitingTitle')}</Button>
          </>
        )}
      </Box>
    </DoorFrame>
  );
}

function Request({ view }: { view: RequestView }) {
  const t = useMessages(registration);
  const words = useMessages(common);
  const format = createFormat(useLanguage(), 'Asia/Shanghai');
  const facts = [[t('organisation'), view.organisation], [t('inConsortium'), view.consortium], [t('as'), words(`role.${view.role}`)], [t('address'), view.email]] as const;
  return (
    <Box>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 0.75 }}>
        {facts.map(([label, value]) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" sx={{ color: 'own.faint' }}>{label}</Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>{value}</Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="caption" sx={{ display: 'block', mt: 1.5, color: 'own.faint' }}>{t('thereafter', { organisation: view.organisation })}</Typography>
      <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{t('goodUntil', { time: format.dateTime(view.expiresAt) })}</Typography>
    </Box>
  );
}

/** With the account that is signed in here, with one that the person has, or with a new one. */
function Ways({ token, view, onChanged }: { token: string; view: RequestView; onChanged: () => Promise<void> }) {
  const t = useMessages(registration);
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
  const wait = async () => {
    dropFragment(KEY);
    await navigate(WAITING_PATH, { replace: true });
  };
  const confirm = () => attempt(async () => {
    await postJson('/auth/registration/confirm', { token }, currentLanguage());
    await wait();
  });
  const signIn = () => attempt(async () => {
    await postJson('/auth/registration/sign-in', { token }, currentLanguage());
    await navigate(signInPath({ pathname: '/registration', search: '' }));
  });
  const leave = () => attempt(async () => {
    await postJson('/auth/sign-out', {}, currentLanguage());
    rememberSignedIn(false);
    await forgetEverything();
    await onChanged();
  });
  const made = ({ signedIn }: { signedIn: boolean }) => {
    if (signedIn) rememberSignedIn(true);
    void wait();
  };
  const said = problem && <Alert severity="error">{problem}</Alert>;

  if (view.holder) {
    return (
      <>
        {said}
        <Button variant="contained" color="primary" loading={busy} onClick={() => void confirm()} sx={{ minHeight: 36 }}>{t('confirmAs', { name: view.holder })}</Button>
        <Link component="button" type="button" onClick={() => void leave()} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('otherAccount')}</Link>
      </>
    );
  }
  return (
    <>
      {said}
      {view.known && <Alert severity="info">{t('known')}</Alert>}
      {making && <NewHolderForm<{ signedIn: boolean }> token={token} view={view} path="/auth/registration/register" label={t('make')} onDone={made} />}
      <Button variant={making ? 'outlined' : 'contained'} color="primary" loading={busy} onClick={() => void signIn()} sx={{ minHeight: 36 }}>{t('haveAccount')}</Button>
      {!making && <Link component="button" type="button" onClick={() => setMaking(true)} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('newAccount')}</Link>}
    </>
  );
}
