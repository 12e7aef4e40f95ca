import { useState } from 'react';
import { Alert, Box, Button, Link } from '@mui/material';
import KeyIcon from '@mui/icons-material/KeyOutlined';
import PhoneIcon from '@mui/icons-material/PhonelinkLockOutlined';
import { useNavigate } from 'react-router';
import { errorText, postJson } from '@gongjian/api';
import { ErrorState, SkeletonLines, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { rememberSignedIn } from '../session/hint.ts';
import { knowsPasskeys } from '../session/passkey.ts';
import { account } from './account.messages.ts';
import { CodesView } from './CodesView.tsx';
import { PasskeySetup } from './PasskeySetup.tsx';
import { ProofProvider } from './Proof.tsx';
import { TotpSetup } from './TotpSetup.tsx';
import type { Overview } from './types.ts';
import { useDoor } from './useDoor.ts';

/** All that is open to an administrator whose consortium requires a second factor that is not there yet. */
export default function AddFactorPage() {
  const t = useMessages(account);
  const toast = useToast();
  const navigate = useNavigate();
  const { data, error, reload } = useDoor<Overview>('/auth/account');
  const [way, setWay] = useState<'totp' | 'passkey'>();
  const [codes, setCodes] = useState<string[]>();

  const goOn = () => void navigate('/', { replace: true });
  const done = (fresh: string[] | undefined) => {
    rememberSignedIn(true);
    if (fresh) setCodes(fresh);
    else goOn();
  };
  const signOut = async () => {
    try {
      await postJson('/auth/sign-out');
      rememberSignedIn(false);
      await navigate('/sign-in', { replace: true });
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };

  return (
    <ProofProvider>
      <DoorFrame title={t(codes ? 'codes' : 'requiredTitle')} lead={codes ? undefined : t('requiredLead')}>
        <Box sx={doorBox}>
          {error !== undefined && !data && <ErrorState dense message={errorText(error)} onRetry={() => void reload()} />}
          {!data && error === undefined && <SkeletonLines lines={4} height={32} />}
          {data && !codes && !way && (
            <>
              <Alert severity="info">{t('requiredHelp')}</Alert>
              <Button variant="contained" color="primary" startIcon={<PhoneIcon />} sx={{ minHeight: 36 }} onClick={() => setWay('totp')}>{t('totpAdd')}</Button>
              {data.passkeysPossible && knowsPasskeys() && <Button variant="outlined" startIcon={<KeyIcon />} sx={{ minHeight: 36 }} onClick={() => setWay('passkey')}>{t('passkeyAddButton')}</Button>}
              <Link component="button" type="button" onClick={() => void signOut()} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('signOut')}</Link>
            </>
          )}
          {data && !codes && way === 'totp' && <TotpSetup onDone={done} onCancel={() => setWay(undefined)} />}
          {data && !codes && way === 'passkey' && <PasskeySetup onDone={done} onCancel={() => setWay(undefined)} />}
          {data && codes && (
            <>
              <CodesView codes={codes} login={data.login} />
              <Button variant="contained" color="primary" sx={{ minHeight: 36 }} onClick={goOn}>{t('codesKeptGoOn')}</Button>
            </>
          )}
        </Box>
      </DoorFrame>
    </ProofProvider>
  );
}
