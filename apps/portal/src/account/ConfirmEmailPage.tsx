import { useEffect, useRef, useState } from 'react';
import { Alert, Box, Link } from '@mui/material';
import { useNavigate } from 'react-router';
import { ApiError, errorText, postJson } from '@gongjian/api';
import { SkeletonLines } from '@gongjian/ui';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { signInPath } from '../session/place.ts';
import { account } from './account.messages.ts';
import { dropFragment, takeFragment } from '../session/fragment.ts';

const KEY = 'gj-email';

/** The link in the mail to a new address: who is not signed in does so first, as the holder of the account. */
export default function ConfirmEmailPage() {
  const t = useMessages(account);
  const navigate = useNavigate();
  const [outcome, setOutcome] = useState<{ problem?: string }>();
  const asked = useRef(false);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const confirm = async () => {
      try {
        await postJson('/auth/email/confirm', { token: takeFragment(KEY) || '-' }, currentLanguage());
        setOutcome({});
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return navigate(signInPath({ pathname: '/confirm-email', search: '' }), { replace: true });
        setOutcome({ problem: errorText(error) });
      }
      dropFragment(KEY);
      return undefined;
    };
    void confirm();
  });

  return (
    <DoorFrame title={t('confirmTitle')}>
      <Box sx={doorBox}>
        {!outcome && <SkeletonLines lines={2} />}
        {outcome && (outcome.problem ? <Alert severity="error">{outcome.problem}</Alert> : <Alert severity="success" role="status">{t('confirmDone')}</Alert>)}
        <Link href="/account/security" sx={{ justifySelf: 'start', fontSize: 13 }}>{t('toSecurity')}</Link>
      </Box>
    </DoorFrame>
  );
}
