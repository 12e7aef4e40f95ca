import { useEffect, useState } from 'react';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useNavigate, useSearchParams } from 'react-router';
import { ApiError, errorText, postJson } from '@gongjian/api';
import { createFormat, SkeletonLines } from '@gongjian/ui';
import { dropFragment } from '../session/fragment.ts';
import { common, currentLanguage, useLanguage, useMessages } from '../i18n/index.ts';
import { DoorFacts } from '../session/DoorFacts.tsx';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { rememberSignedIn } from '../session/hint.ts';
import { forgetEverything } from '../session/memory.ts';
import { ADD_FACTOR_PATH } from '../session/place.ts';
import { invitation } from './invitation.messages.ts';
import { AccountWays } from './AccountWays.tsx';
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
  const facts = [[t('organisation'), view.organisation], [t('consortium'), view.consortium], [t('roles'), format.list(view.roles.map((role) => words(`role.${role}`)))], [t('term'), term]] as const;
  return (
    <Box>
      <DoorFacts facts={facts} />
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

function Ways({ token, view, onDone, onChanged }: WaysProps) {
  const t = useMessages(invitation);
  return (
    <AccountWays<Accepted, Accepted>
      token={token}
      view={view}
      doors={{ take: '/auth/invitation/accept', signIn: '/auth/invitation/sign-in', register: '/auth/invitation/register' }}
      back={{ pathname: '/invitation', search: '?back' }}
      words={{ takeAs: t('acceptAs', { name: view.holder ?? '' }), otherAccount: t('otherAccount'), known: t('known'), haveAccount: t('haveAccount'), newAccount: t('newAccount'), make: t('accept') }}
      onTaken={onDone}
      onMade={onDone}
      onChanged={onChanged}
    />
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
