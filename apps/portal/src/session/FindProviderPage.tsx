import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useSearchParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { TextInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from './DoorFrame.tsx';
import { findProvider, type Offer, withPlace, wordsOf } from './provider.ts';
import { session } from './session.messages.ts';

/** Finds the sign-in of one's organisation, by the mail address there or by its name. */
export default function FindProviderPage() {
  const t = useMessages(session);
  const [params] = useSearchParams();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [offers, setOffers] = useState<Offer[]>();
  const field = useRef<HTMLInputElement>(null);
  const words = wordsOf(typed);
  const missing = [...words].length < 2;
  const to = params.get('to');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setOffers(undefined);
    if (missing || busy) return field.current?.focus();
    setBusy(true);
    setProblem(undefined);
    try {
      setOffers((await findProvider({ words })).offers);
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
    return undefined;
  };

  return (
    <DoorFrame title={t('findTitle')} lead={t('findLead')}>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={doorBox}>
        {problem && <Alert severity="error">{problem}</Alert>}
        <TextInput
          autoFocus label={t('findName')} help={t('findHelp')} value={typed} onChange={setTyped} name="organisation" autoComplete="organization" inputRef={field}
          error={asked && missing ? t('findMissing') : undefined} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 254, spellCheck: false, autoCapitalize: 'none' } }}
        />
        <Button type="submit" variant="contained" color="primary" loading={busy} sx={{ minHeight: 36 }}>{t('find')}</Button>
        <Box role="status" sx={{ display: 'grid', gap: 1, '&:empty': { display: 'none' } }}>
          {offers?.length === 0 && <Alert severity="info">{t('findNone')}</Alert>}
          {offers && offers.length > 0 && <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('findChoose')}</Typography>}
          {offers?.map((offer) => (
            <Button key={offer.code} variant="outlined" href={withPlace(`/sign-in/${offer.code}`, to)} sx={{ minHeight: 44, display: 'block', textAlign: 'start', lineHeight: 1.4, py: 1 }}>
              {offer.organisation}
              <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'own.faint' }}>{offer.name}</Box>
            </Button>
          ))}
        </Box>
        <Link href={withPlace('/sign-in', to)} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('withPassword')}</Link>
      </Box>
    </DoorFrame>
  );
}
