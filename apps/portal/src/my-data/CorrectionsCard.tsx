import { useState } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import type { CorrectionField } from '@gongjian/api/schema.types.ts';
import { ErrorState, SkeletonLines, StatusChip, TextInput, useFormat, useToast } from '@gongjian/ui';
import { Card, Line, plainList } from '../account/Card.tsx';
import { common, useMessages } from '../i18n/index.ts';
import { AskCorrectionDocument, MyCorrectionsDocument, WithdrawCorrectionDocument } from './my-data.generated.ts';
import { myData } from './my-data.messages.ts';

const FIELDS = ['NAME', 'ID_NUMBER', 'PHONE', 'PROFESSION', 'ROLE', 'OTHER'] as const satisfies readonly CorrectionField[];
const TONES = { ASKED: 'pending', DONE: 'success', REFUSED: 'danger', WITHDRAWN: 'draft' } as const;

/** What is wrong about me: where I change it myself, and where I ask whoever keeps it. */
export function CorrectionsCard() {
  const t = useMessages(myData);
  const format = useFormat();
  const toast = useToast();
  const { data, error, refetch } = useQuery(MyCorrectionsDocument, { fetchPolicy: 'cache-and-network' });
  const [withdraw] = useMutation(WithdrawCorrectionDocument);
  const [asking, setAsking] = useState(false);
  const takeBack = async (id: string) => {
    try {
      await withdraw({ variables: { id } });
      await refetch();
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  return (
    <Card
      title={t('corrections')} help={t('correctionsHelp')}
      action={<><Button variant="text" href="/account/security">{t('changeMyself')}</Button><Button variant="text" href="/account/messages">{t('changeMessages')}</Button><Button onClick={() => setAsking(true)}>{t('askCorrection')}</Button></>}
    >
      {error && !data && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={1} height={32} />}
      {data && data.myCorrections.length > 0 && (
        <Box component="ul" aria-label={t('corrections')} sx={plainList}>
          {data.myCorrections.map(({ id, field, wanted, state, askedAt, answerBy, answer, answeredBy }, index) => (
            <Line
              key={id} first={index === 0}
              name={<>{t(`field.${field}`)} → {wanted}<StatusChip tone={TONES[state]}>{t(`correction.${state}`)}</StatusChip></>}
              about={answer && answeredBy ? t('correctionAnswered', { name: answeredBy.name, answer }) : t('correctionBy', { time: format.dateTime(askedAt), day: format.date(answerBy) })}
              action={state === 'ASKED' && <Button size="small" variant="text" aria-label={t('correctionWithdrawNamed', { field: t(`field.${field}`) })} onClick={() => void takeBack(id)}>{t('correctionWithdraw')}</Button>}
            />
          ))}
        </Box>
      )}
      {asking && <AskDialog onClose={() => setAsking(false)} onDone={() => void refetch()} />}
    </Card>
  );
}

function AskDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useMessages(myData);
  const words = useMessages(common);
  const toast = useToast();
  const [field, setField] = useState<CorrectionField>('NAME');
  const [wanted, setWanted] = useState('');
  const [reason, setReason] = useState('');
  const [idempotencyKey] = useState(newKey);
  const [ask, { loading, error }] = useMutation(AskCorrectionDocument);
  const problems = fieldErrors(error);

  const send = async () => {
    try {
      await ask({ variables: { input: { field, wanted: wanted.trim(), reason: reason.trim() || null }, idempotencyKey } });
      toast.show(t('correctionAsked'), { tone: 'success' });
      onDone();
      onClose();
    } catch {
      // said at the field, or above
    }
  };
  return (
    <Dialog open onClose={loading ? undefined : onClose} maxWidth="xs" fullWidth aria-labelledby="ask-correction">
      <DialogTitle id="ask-correction">{t('askCorrection')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {error && !problems['wanted'] && !problems['field'] && <Alert severity="error">{errorText(error)}</Alert>}
        <TextField select label={t('correctionField')} value={field} onChange={(event) => setField(event.target.value as CorrectionField)} error={Boolean(problems['field'])} helperText={problems['field']} sx={{ mt: 1 }}>
          {FIELDS.map((each) => <MenuItem key={each} value={each}>{t(`field.${each}`)}</MenuItem>)}
        </TextField>
        <TextInput required label={t('correctionWanted')} value={wanted} onChange={setWanted} error={problems['wanted']} slotProps={{ htmlInput: { maxLength: 200 } }} />
        <TextInput multiline minRows={2} label={t('correctionReason')} value={reason} onChange={setReason} slotProps={{ htmlInput: { maxLength: 500 } }} />
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
        <Button variant="contained" color="primary" loading={loading} disabled={!wanted.trim()} onClick={() => void send()}>{t('askCorrection')}</Button>
      </DialogActions>
    </Dialog>
  );
}
