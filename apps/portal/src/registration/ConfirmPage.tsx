import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useNavigate } from 'react-router';
import type { Role } from '@gongjian/api/schema.types.ts';
import { errorText } from '@gongjian/api';
import { createFormat, SkeletonLines } from '@gongjian/ui';
import { common, useLanguage, useMessages } from '../i18n/index.ts';
import { AccountWays } from '../invitation/AccountWays.tsx';
import { DoorFacts } from '../session/DoorFacts.tsx';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { dropFragment } from '../session/fragment.ts';
import { rememberSignedIn } from '../session/hint.ts';
import { signInPath, WAITING_PATH } from '../session/place.ts';
import { useLink } from '../session/useLink.ts';
import { registration } from './registration.messages.ts';

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
      <DoorFacts facts={facts} />
      <Typography variant="caption" sx={{ display: 'block', mt: 1.5, color: 'own.faint' }}>{t('thereafter', { organisation: view.organisation })}</Typography>
      <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{t('goodUntil', { time: format.dateTime(view.expiresAt) })}</Typography>
    </Box>
  );
}

function Ways({ token, view, onChanged }: { token: string; view: RequestView; onChanged: () => Promise<void> }) {
  const t = useMessages(registration);
  const navigate = useNavigate();
  const wait = async () => {
    dropFragment(KEY);
    await navigate(WAITING_PATH, { replace: true });
  };
  return (
    <AccountWays<unknown, { signedIn: boolean }>
      token={token}
      view={view}
      doors={{ take: '/auth/registration/confirm', signIn: '/auth/registration/sign-in', register: '/auth/registration/register' }}
      back={{ pathname: '/registration', search: '' }}
      words={{ takeAs: t('confirmAs', { name: view.holder ?? '' }), otherAccount: t('otherAccount'), known: t('known'), haveAccount: t('haveAccount'), newAccount: t('newAccount'), make: t('make') }}
      onTaken={wait}
      onMade={({ signedIn }) => {
        if (signedIn) rememberSignedIn(true);
        void wait();
      }}
      onChanged={onChanged}
    />
  );
}
