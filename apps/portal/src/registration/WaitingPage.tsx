import { useState } from 'react';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useNavigate } from 'react-router';
import type { Role } from '@gongjian/api/schema.types.ts';
import { errorText, postJson } from '@gongjian/api';
import { ConfirmDialog, createFormat, ErrorState, SkeletonLines, StatusChip, useToast } from '@gongjian/ui';
import { useDoor } from '../account/useDoor.ts';
import { common, currentLanguage, useLanguage, useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { rememberSignedIn } from '../session/hint.ts';
import { forgetEverything } from '../session/memory.ts';
import { registration } from './registration.messages.ts';

interface OwnRequest {
  id: string;
  state: 'WAITING' | 'CONFIRMED';
  wishedRole: Role;
  consortium: string;
  organisation: string;
  askedAt: string;
  expiresAt: string;
}

interface Waiting {
  name: string;
  requests: OwnRequest[];
  /** May work somewhere already. */
  inside: boolean;
}

/** For whom one waits to be taken in; all that is open to who has no seat anywhere. */
export default function WaitingPage() {
  const t = useMessages(registration);
  const toast = useToast();
  const navigate = useNavigate();
  const { data, error, reload } = useDoor<Waiting>('/auth/registration/waiting');
  const [withdrawing, setWithdrawing] = useState<OwnRequest>();
  const [gone, setGone] = useState(false);
  const [busy, setBusy] = useState(false);

  const signOut = async () => {
    try {
      await postJson('/auth/sign-out');
      rememberSignedIn(false);
      await forgetEverything();
      await navigate('/sign-in', { replace: true });
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  const check = async () => {
    setBusy(true);
    await reload();
    setBusy(false);
  };
  const withdraw = async ({ id }: OwnRequest) => {
    const answer = await postJson<{ gone: boolean }>('/auth/registration/withdraw', { id }, currentLanguage());
    if (answer.gone) {
      rememberSignedIn(false);
      setGone(true);
      return;
    }
    toast.show(t('withdrawn'), { tone: 'success' });
    await reload();
  };

  if (gone) {
    return (
      <DoorFrame title={t('waitingTitle')}>
        <Box sx={doorBox}>
          <Alert severity="success" role="status">{t('withdrawnGone')}</Alert>
          <Link href="/sign-in" sx={{ justifySelf: 'start', fontSize: 13 }}>{t('toSignIn')}</Link>
        </Box>
      </DoorFrame>
    );
  }
  const waits = data?.requests.some(({ state }) => state === 'WAITING') ?? false;
  return (
    <DoorFrame title={t('waitingTitle')} lead={data && t('waitingLead', { name: data.name })}>
      <Box sx={doorBox}>
        {error !== undefined && !data && <ErrorState dense message={errorText(error)} onRetry={() => void reload()} />}
        {!data && error === undefined && <SkeletonLines lines={4} />}
        {data?.requests.map((request) => <One key={request.id} request={request} inside={data.inside} onWithdraw={() => setWithdrawing(request)} />)}
        {data && data.requests.length === 0 && <Alert severity="info">{t('none')}</Alert>}
        {data && waits && <Button variant="outlined" loading={busy} onClick={() => void check()} sx={{ minHeight: 36 }}>{t('check')}</Button>}
        {data && (data.inside ? <Link href="/" sx={{ justifySelf: 'start', fontSize: 13 }}>{t('home')}</Link> : <Link component="button" type="button" onClick={() => void signOut()} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('signOut')}</Link>)}
      </Box>
      {withdrawing && (
        <ConfirmDialog open danger title={t('withdrawTitle', { organisation: withdrawing.organisation })} confirmLabel={t('withdraw')} errorText={errorText} onClose={() => setWithdrawing(undefined)} onConfirm={() => withdraw(withdrawing)}>
          <Typography variant="body2">{t('withdrawHelp')}</Typography>
        </ConfirmDialog>
      )}
    </DoorFrame>
  );
}

function One({ request, inside, onWithdraw }: { request: OwnRequest; inside: boolean; onWithdraw: () => void }) {
  const t = useMessages(registration);
  const words = useMessages(common);
  const format = createFormat(useLanguage(), 'Asia/Shanghai');
  const { state, organisation, consortium, wishedRole, askedAt, expiresAt } = request;
  const waits = state === 'WAITING';
  const small = (text: string) => <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{text}</Typography>;
  return (
    <Box component="section" aria-label={organisation} sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="h2" sx={{ fontSize: 15, overflowWrap: 'anywhere' }}>{organisation}</Typography>
        <StatusChip tone={waits ? 'pending' : 'success'}>{t(`state_${state}`)}</StatusChip>
      </Box>
      <Box>{small(`${consortium} · ${words(`role.${wishedRole}`)}`)}{small(t('askedAt', { time: format.dateTime(askedAt) }))}{waits && small(t('until', { time: format.dateTime(expiresAt) }))}</Box>
      <Typography variant="body2">{t(waits ? 'waits' : 'confirmed', { organisation })}</Typography>
      {waits && <Button variant="text" size="small" onClick={onWithdraw} sx={{ justifySelf: 'start', color: 'error.main' }}>{t('withdraw')}</Button>}
      {!waits && inside && <Button variant="contained" color="primary" href="/" sx={{ minHeight: 36 }}>{t('enter')}</Button>}
      {!waits && !inside && <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('later')}</Typography>}
    </Box>
  );
}
