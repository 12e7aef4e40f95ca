import { useState } from 'react';
import { Alert, Box, Button, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { addDays, ConfirmDialog, DayInput, TextInput, useFormat, useToast, useToday } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { DecideClosingDocument, PersonClosingDocument } from './privacy.generated.ts';
import { privacy } from './privacy.messages.ts';

/** That somebody wishes to close their account, on the page about them, for those who decide. */
export default function ClosingNotice({ personId, name }: { personId: string; name: string }) {
  const t = useMessages(privacy);
  const format = useFormat();
  const { data, refetch } = useQuery(PersonClosingDocument, { variables: { id: personId }, fetchPolicy: 'cache-and-network' });
  const [deciding, setDeciding] = useState(false);
  const closing = data?.person?.closing;
  if (!closing || (closing.state !== 'ASKED' && closing.state !== 'WAITING')) return null;
  return (
    <>
      <Alert severity="info" sx={{ mb: 2 }} action={closing.state === 'ASKED' && <Button size="small" color="inherit" onClick={() => setDeciding(true)}>{t('decide')}</Button>}>
        {closing.state === 'ASKED' ? t('closingAsked', { name, day: format.date(closing.answerBy) }) : t('closingWaits', { name, time: format.dateTime(closing.dueAt) })}
      </Alert>
      {deciding && <DecideDialog personId={personId} name={name} onClose={() => setDeciding(false)} onDone={() => void refetch()} />}
    </>
  );
}

type Choice = 'all' | 'keep' | 'refuse';

function DecideDialog({ personId, name, onClose, onDone }: { personId: string; name: string; onClose: () => void; onDone: () => void }) {
  const t = useMessages(privacy);
  const toast = useToast();
  const today = useToday();
  const [choice, setChoice] = useState<Choice>('all');
  const [reason, setReason] = useState('');
  const [keepUntil, setKeepUntil] = useState('');
  const [decide] = useMutation(DecideClosingDocument);
  const complete = choice === 'all' || (reason.trim() !== '' && (choice === 'refuse' || keepUntil !== ''));
  return (
    <ConfirmDialog
      open maxWidth="sm" title={t('decideTitle', { name })} confirmLabel={t('decideConfirm')} errorText={errorText} onClose={onClose} disabled={!complete}
      onConfirm={async () => {
        await decide({ variables: { personId, input: { approve: choice !== 'refuse', reason: choice === 'all' ? null : reason.trim(), keepUntil: choice === 'keep' ? keepUntil : null } } });
        toast.show(t('decided'), { tone: 'success' });
        onDone();
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography variant="body2">{t('decideHelp')}</Typography>
        <RadioGroup aria-label={t('decideTitle', { name })} value={choice} onChange={(event) => setChoice(event.target.value as Choice)}>
          <FormControlLabel value="all" control={<Radio />} label={t('choice.all')} />
          <FormControlLabel value="keep" control={<Radio />} label={t('choice.keep')} />
          <FormControlLabel value="refuse" control={<Radio />} label={t('choice.refuse')} />
        </RadioGroup>
        {choice === 'keep' && <DayInput required label={t('keepUntil')} value={keepUntil} onChange={setKeepUntil} min={addDays(today, 1)} />}
        {choice !== 'all' && <TextInput required multiline minRows={2} label={t('reason')} value={reason} onChange={setReason} help={t('reasonHelp')} slotProps={{ htmlInput: { maxLength: 500 } }} />}
      </Box>
    </ConfirmDialog>
  );
}
