import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors } from '@gongjian/api';
import { addDays, FormDialog, TextInput, useFormat, useToast } from '@gongjian/ui';
import { unlessLetGo, useProved } from '../account/Proof.tsx';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { SignAgreementDocument } from './agreements.generated.ts';
import type { AgreementViewFragment } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';
import { Effects } from './Effects.tsx';

/** Signs what is read here: the clauses stand above the button, and their hash is what is sent. */
export function SignDialog({ agreement, onClose }: { agreement: AgreementViewFragment; onClose: () => void }) {
  const t = useMessages(agreements);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const format = useFormat();
  const prove = useProved();
  // What was on the screen when one began to read.
  const [read] = useState(agreement);
  const [office, setOffice] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [sign] = useMutation(SignAgreementDocument);
  const refused = fieldErrors(error);
  const missing = asked && !office.trim() ? t('officeMissing') : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!office.trim()) return;
    setBusy(true);
    setError(undefined);
    try {
      const done = await unlessLetGo(prove(() => sign({ variables: { id: read.id, input: { textHash: read.textHash, office: office.trim() } } })));
      if (done) {
        toast.show(t(done.data?.signAgreement.signedAt ? 'signedAll' : 'signed'), { tone: 'success' });
        onClose();
      }
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };

  return (
    <FormDialog busy={busy} onClose={onClose} maxWidth="md" fullWidth aria-labelledby="sign">
      <DialogTitle id="sign">{t('signTitle', { organisation: me.organisation?.name ?? '' })}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2">{t('signHelp')}</Typography>
          {Boolean(error) && !refused['office'] && <Alert severity="error">{errorText(error)}</Alert>}
          <Box tabIndex={0} role="document" aria-label={read.title} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', p: 2, maxHeight: '40vh', overflowY: 'auto' }}>
            <Typography component="h3" sx={{ fontWeight: 600, textAlign: 'center', mb: 1 }}>{read.title}</Typography>
            {read.parties.map(({ id, letter, organisation }) => <Typography key={id} variant="body2">{letter} · {organisation.name}</Typography>)}
            <Typography variant="body2" sx={{ mt: 1 }}>{t('term')} · {t('termText', { since: format.day(read.since), until: format.day(addDays(read.until, -1)) })}</Typography>
            <Typography variant="body2">{t('noticeDays')} · {t('days', { count: read.noticeDays })}</Typography>
            {read.purpose && <Typography variant="body2" sx={{ mt: 1, whiteSpace: 'pre-line' }}>{read.purpose}</Typography>}
            {read.clauses.map(({ id, number, sentence }) => <Typography key={id} variant="body2" sx={{ mt: 1, whiteSpace: 'pre-line' }}>{t('clauseNumber', { number })} · {sentence}</Typography>)}
          </Box>
          <Effects agreementId={read.id} />
          <Typography variant="caption" sx={{ color: 'own.faint', overflowWrap: 'anywhere' }}>{t('hash')}<br /><Box component="span" sx={{ fontFamily: 'monospace' }}>{read.textHash}</Box></Typography>
          <TextInput required label={t('office')} placeholder={t('officePlaceholder')} value={office} onChange={setOffice} error={missing ?? refused['office']} slotProps={{ htmlInput: { maxLength: 40 } }} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={busy}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={busy}>{t('sign')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
