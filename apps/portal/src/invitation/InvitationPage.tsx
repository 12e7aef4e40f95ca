import { useEffect, useState } from 'react';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useNavigate, useSearchParams } from 'react-router';
import { ApiError, errorText, postJson } from '@gongjian/api';
import { createFormat, SkeletonLines } from '@gongjian/ui';
import { dropFragment } from '../session/fragment.ts';
import { common, currentLanguage, useLanguage, useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { rememberSignedIn } from '../session/hint.ts';
import { forgetEverything } from '../session/memory.ts';
import { ADD_FACTOR_PATH, signInPath } from '../session/place.ts';
import { invitation } from './invitation.messages.ts';
import { NewHolderForm } from './NewHolderForm.tsx';
import { type Accepted, INVITATION_KEY, type InvitationView, useInvitation } from './useInvitation.ts';

/** Who invites, into what, as what; and the ways to accept. */
export default function InvitationPage() {
  const t = useMessages(invitation);
  const { token, view, error, reload } = useInvitation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [accepted, setAccepted] = useState<Accepted>();
  // Whoever had no seat any more came in by it: there is nothing left to accept.
  const cameIn = params.has('back') && error instanceof ApiError && error.code === 'INVITATION_USED';

  useEffect(() => {
    if (!cameIn) return;
    dropFragment(INVITATION_KEY);
    void navigate('/', { replace: true });
  }, [cameIn, navigate]);

  const done = (answer: Accepted) => {
    dropFragment(INVITATION_KEY);
    if (answer.signedIn) rememberSignedIn(true);
    setAccepted(answer);
  };

  if (!token || (error !== undefined && !cameIn)) {
    return (
      <DoorFrame title={t('title')}>
        <Box sx={doorBox}>
          <Alert severity={token ? 'error' : 'info'} role="alert">{token ? errorText(error) : t('noLink')}</Alert>
          <Link href="/sign-in" sx={{ justifySelf: 'start', fontSize: 13 }}>{t('toSignIn')}</Link>
        </Box>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={t('title')} lead={view && !accepted ? t('invites', { inviter: view.inviter }) : undefined}>
      <Box sx={doorBox}>
        {!view && <SkeletonLines lines={5} />}
        {view && !accepted && <><Offer view={view} /><Ways token={token} view={view} onDone={done} onChanged={reload} /></>}
        {view && accepted && <Welcome view={view} accepted={accepted} />}
      </Box>
    </DoorFrame>
  );
}

function Offer({ view }: { view: InvitationView }) {
  const t = useMessages(invitation);
  const words = useMessages(common);
  const format = createFormat(useLanguage(), 'Asia/Shanghai');
  const term = [view.since ? t('from', { since: format.day(view.since) }) : t('fromAcceptance'), view.until ? t('until', { until: format.day(view.until) }) : t('withoutEnd')].join('，');
  const facts = [[t('organisation'), view.organisation], [t('consortium'), view.consortium], [t('roles'), view.roles.map((role) => words(`role.${role}`)).join('、')], [t('term'), term]] as const;
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
      <Typography variant="caption" sx={{ display: 'block', mt: 1.5, color: 'own.faint' }}>{t('goodUntil', { time: format.dateTime(view.expiresAt) })}</Typography>
    </Box>
  );
}

interface WaysProps {
  token: string;
  view: InvitationView;
  onDone: (accepted: Accepted) => void;
  onChanged: () => Promise<void>;
}

/** With the account that is signed in here, with one that the person has, or with a new one. */
function Ways({ token, view, onDone, onChanged }: WaysProps) {
  const t = useMessages(invitation);
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
  const accept = () => attempt(async () => onDone(await postJson<Accepted>('/auth/invitation/accept', { token }, currentLanguage())));
  const signIn = () => attempt(async () => {
    await postJson('/auth/invitation/sign-in', { token }, currentLanguage());
    await navigate(signInPath({ pathname: '/invitation', search: '?back' }));
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
        <Button variant="contained" color="primary" loading={busy} onClick={() => void accept()} sx={{ minHeight: 36 }}>{t('acceptAs', { name: view.holder })}</Button>
        <Link component="button" type="button" onClick={() => void leave()} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('otherAccount')}</Link>
      </>
    );
  }
  return (
    <>
      {said}
      {view.known && <Alert severity="info">{t('known')}</Alert>}
      {making && <NewHolderForm<Accepted> token={token} view={view} path="/auth/invitation/register" label={t('accept')} onDone={onDone} />}
      <Button variant={making ? 'outlined' : 'contained'} color="primary" loading={busy} onClick={() => void signIn()} sx={{ minHeight: 36 }}>{t('haveAccount')}</Button>
      {!making && <Link component="button" type="button" onClick={() => setMaking(true)} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('newAccount')}</Link>}
    </>
  );
}

function Welcome({ view, accepted }: { view: InvitationView; accepted: Accepted }) {
  const t = useMessages(invitation);
  const navigate = useNavigate();
  const format = createFormat(useLanguage(), 'Asia/Shanghai');
  const [problem, setProblem] = useState<string>();
  const inside = accepted.signedIn ?? view.holder !== null;

  const go = async () => {
    try {
      const { next } = accepted.signedIn ? accepted : await postJson<{ next?: string }>('/auth/seat', { consortiumId: accepted.consortiumId, organisationId: accepted.organisationId }, currentLanguage());
      // What was read on the seat before is not for this one.
      await forgetEverything();
      await navigate(next ? ADD_FACTOR_PATH : '/', { replace: true });
    } catch (failure) {
      setProblem(errorText(failure));
    }
  };
  return (
    <>
      <Alert severity="success" role="status">{accepted.begun ? t('done', { organisation: view.organisation }) : t('doneLater', { since: format.day(accepted.since) })}</Alert>
      {problem && <Alert severity="error">{problem}</Alert>}
      {inside && accepted.begun && <Button variant="contained" color="primary" autoFocus onClick={() => void go()} sx={{ minHeight: 36 }}>{t('go', { organisation: view.organisation })}</Button>}
      {!(inside && accepted.begun) && <Link href={inside ? '/' : '/sign-in'} sx={{ justifySelf: 'start', fontSize: 13 }}>{t(inside ? 'home' : 'toSignIn')}</Link>}
    </>
  );
}
