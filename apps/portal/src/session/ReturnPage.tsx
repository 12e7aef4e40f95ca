import { useEffect, useRef, useState } from 'react';
import { Alert, Box, Button, Link } from '@mui/material';
import { useNavigate, useSearchParams } from 'react-router';
import { ApiError, errorText, postJson } from '@gongjian/api';
import { SkeletonLines, useToast } from '@gongjian/ui';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { CodeStep } from './CodeStep.tsx';
import { DoorFrame, doorBox } from './DoorFrame.tsx';
import { dropFragment, takeFragment } from './fragment.ts';
import { rememberSignedIn } from './hint.ts';
import { forgetEverything } from './memory.ts';
import type { SignedIn } from './passkey.ts';
import { placeAfter, placeToGo } from './place.ts';
import { ProveAccount } from './ProveAccount.tsx';
import { session } from './session.messages.ts';

const KEY = 'gj-return';

/** What the door says about who is back from a provider. */
export interface Returned extends Omit<SignedIn, 'next'> {
  next?: SignedIn['next'] | 'PROVE_ACCOUNT' | 'LINKED';
  to?: string;
  provider?: string;
  organisation?: string;
}

type View = { step: 'prove'; provider: string; organisation: string } | { step: 'code'; factors: NonNullable<SignedIn['factors']>; to: string | null } | { step: 'problem'; text: string };

/** Back from an organisation's own sign-in: in, or what is still asked for, or why not and how to go on. */
export default function ReturnPage() {
  const t = useMessages(session);
  const navigate = useNavigate();
  const toast = useToast();
  const [params] = useSearchParams();
  const [view, setView] = useState<View>();
  const [token, setToken] = useState('');
  const asked = useRef(false);
  const code = /^[a-z0-9-]{2,32}$/.exec(params.get('code') ?? '')?.[0];

  const enter = async (answer: SignedIn, to: string | null) => {
    dropFragment(KEY);
    rememberSignedIn(true);
    await forgetEverything();
    await navigate(placeAfter(answer.next, to), { replace: true });
  };
  const goOn = async (answer: Returned) => {
    const to = answer.to ?? null;
    if (answer.next === 'PROVE_ACCOUNT') return setView({ step: 'prove', provider: answer.provider ?? '', organisation: answer.organisation ?? '' });
    if (answer.next === 'SECOND_FACTOR') return setView({ step: 'code', factors: answer.factors ?? [], to });
    if (answer.next !== 'LINKED') return enter(answer as SignedIn, to);
    dropFragment(KEY);
    toast.show(t('linked'), { tone: 'success' });
    return navigate(placeToGo(to), { replace: true });
  };
  const finish = async (kept: string) => goOn(await postJson<Returned>('/auth/oidc/finish', { token: kept }, currentLanguage()));
  /** Whoever proved the account by its password and its second factor has it linked now; that they are in is what matters. */
  const afterCode = async (answer: SignedIn, to: string | null) => {
    await postJson('/auth/oidc/finish', { token }, currentLanguage()).catch(() => undefined);
    await enter(answer, to);
  };

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    const arrive = async () => {
      const problem = params.get('problem');
      try {
        if (problem) return await postJson('/auth/oidc/finish', { problem }, currentLanguage());
        const kept = takeFragment(KEY);
        setToken(kept);
        return await finish(kept || '-');
      } catch (error) {
        dropFragment(KEY);
        return setView({ step: 'problem', text: error instanceof ApiError && error.code === 'BAD_INPUT' ? t('providerUnknown') : errorText(error) });
      }
    };
    void arrive();
  });

  if (view?.step === 'code') {
    return (
      <DoorFrame title={t('secondTitle')} lead={t('secondLeadProvider')}>
        <CodeStep factors={view.factors} onDone={(answer) => afterCode(answer, view.to)} onBack={(why) => setView({ step: 'problem', text: why ?? t('startAgain') })} />
      </DoorFrame>
    );
  }
  if (view?.step === 'prove') {
    return (
      <DoorFrame title={t('proveTitle')} lead={t('proveLead', view)}>
        <ProveAccount token={token} onDone={goOn} onLost={(text) => setView({ step: 'problem', text })} />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={t(view ? 'problemTitle' : 'returnTitle')}>
      <Box sx={doorBox}>
        {!view && <SkeletonLines lines={3} />}
        {view && (
          <>
            <Alert severity="warning">{view.text}</Alert>
            <Button variant="contained" color="primary" href={code ? `/sign-in/${code}` : '/sign-in/find'} sx={{ minHeight: 36 }}>{t('startAgain')}</Button>
            <Link href="/sign-in" sx={{ justifySelf: 'start', fontSize: 13 }}>{t('withPassword')}</Link>
          </>
        )}
      </Box>
    </DoorFrame>
  );
}
