import { useCallback, useEffect, useState } from 'react';
import { Alert, Box, Button, Link } from '@mui/material';
import { useParams, useSearchParams } from 'react-router';
import { errorText, postJson } from '@gongjian/api';
import { ErrorState, SkeletonLines } from '@gongjian/ui';
import { currentLanguage, useLanguage, useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from './DoorFrame.tsx';
import { placeToGo } from './place.ts';
import { findProvider, leaveFor, type Offer, rememberProvider, withPlace } from './provider.ts';
import { session } from './session.messages.ts';

/** The short link of an organisation: one button, that leads to its own sign-in. */
export default function ProviderPage() {
  const t = useMessages(session);
  const language = useLanguage();
  const { code = '' } = useParams();
  const [params] = useSearchParams();
  const to = params.get('to');
  const [offer, setOffer] = useState<Offer | null>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const read = useCallback(async () => {
    setError(undefined);
    try {
      setOffer((await findProvider({ code: code.toLowerCase() })).offers[0] ?? null);
    } catch (failure) {
      setError(failure);
    }
  }, [code]);
  useEffect(() => void read(), [read, language]);

  const go = async (chosen: Offer) => {
    setBusy(true);
    setProblem(undefined);
    try {
      rememberProvider(chosen);
      await leaveFor(chosen.code, (path, body) => postJson(path, body, currentLanguage()), { to: placeToGo(to) });
    } catch (failure) {
      setProblem(errorText(failure));
      setBusy(false);
    }
  };

  return (
    <DoorFrame title={offer ? t('providerTitle', { organisation: offer.organisation }) : t('findTitle')} lead={offer ? t('providerLead') : undefined}>
      <Box sx={doorBox}>
        {error !== undefined && offer === undefined && <ErrorState dense message={errorText(error)} onRetry={() => void read()} />}
        {offer === undefined && error === undefined && <SkeletonLines lines={2} height={36} />}
        {offer === null && (
          <>
            <Alert severity="warning">{t('providerUnknown')}</Alert>
            <Button variant="contained" color="primary" href={withPlace('/sign-in/find', to)} sx={{ minHeight: 36 }}>{t('findTitle')}</Button>
          </>
        )}
        {problem && <Alert severity="error">{problem}</Alert>}
        {offer && <Button autoFocus variant="contained" color="primary" loading={busy} onClick={() => void go(offer)} sx={{ minHeight: 40 }}>{t('withProvider', { name: offer.name })}</Button>}
        <Link href={withPlace('/sign-in', to)} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('withPassword')}</Link>
      </Box>
    </DoorFrame>
  );
}
