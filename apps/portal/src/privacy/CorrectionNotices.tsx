import { useState } from 'react';
import { Alert, Box, Button } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { useFormat, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { AnswerCorrectionDocument, PersonCorrectionsDocument } from './privacy.generated.ts';
import { privacy } from './privacy.messages.ts';

/** What somebody wants corrected, on the page about them, for those who answer. */
export default function CorrectionNotices({ personId, name, onChange }: { personId: string; name: string; onChange: () => Promise<unknown> }) {
  const t = useMessages(privacy);
  const format = useFormat();
  const toast = useToast();
  const { data, refetch } = useQuery(PersonCorrectionsDocument, { variables: { id: personId }, fetchPolicy: 'cache-and-network' });
  const [answer] = useMutation(AnswerCorrectionDocument);
  const [answering, setAnswering] = useState<string>();
  return (
    <>
      {(data?.person?.corrections ?? []).map(({ id, field, wanted, reason, answerBy, overdue }) => (
        <Alert key={id} severity={overdue ? 'warning' : 'info'} sx={{ mb: 2 }} action={<Button size="small" color="inherit" onClick={() => setAnswering(id)}>{t('decide')}</Button>}>
          {t('correctionAsked', { name, field: t(`field.${field}`), wanted, day: format.date(answerBy) })} {overdue && t('correctionOverdue')}
          {reason && <Box>{reason}</Box>}
        </Alert>
      ))}
      {answering && (
        <AnswerDialog
          title={t('correctionTitle')} help={t('correctionDoneHelp')} yes={t('correctionDone')} no={t('correctionRefuse')} onClose={() => setAnswering(undefined)}
          onAnswer={async (done, why) => {
            await answer({ variables: { id: answering, input: { done, answer: why } } });
            toast.show(t('decided'), { tone: 'success' });
            await Promise.all([refetch(), onChange()]);
          }}
        />
      )}
    </>
  );
}
