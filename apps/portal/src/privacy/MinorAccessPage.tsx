import { useState } from 'react';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import MinorIcon from '@mui/icons-material/EscalatorWarningOutlined';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SkeletonPage, StatusChip, useFormat, useToast } from '@gongjian/ui';
import { Line, plainList } from '../account/Card.tsx';
import { useMessages } from '../i18n/index.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { DecideMinorAccessDocument, MinorAccessesDocument } from './privacy.generated.ts';
import type { MinorAccessesQuery } from './privacy.generated.ts';
import { privacy } from './privacy.messages.ts';

type Access = MinorAccessesQuery['minorAccesses']['nodes'][number];
const TONES = { WAITING: 'pending', APPROVED: 'success', REFUSED: 'draft' } as const;

/** Who asked to see data of minors, the answer to each, and the numbers of the year. */
export default function MinorAccessPage() {
  const t = useMessages(privacy);
  const format = useFormat();
  const toast = useToast();
  const { data, error, refetch } = useQuery(MinorAccessesDocument, { variables: { first: 200 }, fetchPolicy: 'cache-and-network' });
  const [decide] = useMutation(DecideMinorAccessDocument);
  const [answering, setAnswering] = useState<Access>();
  if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonPage />;
  const { minorAccesses: { nodes }, minorsAudit } = data;

  const outcome = ({ state, decidedBy, until, looks, answer }: Access) => {
    if (state === 'APPROVED') return t('approvedUntil', { name: decidedBy?.name ?? '', time: format.dateTime(until!), looks });
    return state === 'REFUSED' ? t('refusedBecause', { name: decidedBy?.name ?? '', answer: answer ?? '' }) : null;
  };

  return (
    <>
      <PageHeader title={t('minors')} description={t('minorsLead')} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 860 }}>
        {minorsAudit && <Alert severity="info">{t('minorsYear', minorsAudit)}</Alert>}
        {nodes.length === 0 && <EmptyState title={t('minorsNone')} icon={<MinorIcon />}>{t('minorsNoneHelp')}</EmptyState>}
        {nodes.length > 0 && (
          <Box component="ul" aria-label={t('minors')} sx={{ ...plainList, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper', px: 2 }}>
            {nodes.map((access, index) => (
              <Line
                key={access.id} first={index === 0}
                name={<><Box component="span" sx={{ fontWeight: 600 }}>{access.resource.name}</Box><StatusChip tone={TONES[access.state]}>{t(`minor.${access.state}`)}</StatusChip></>}
                about={(
                  <>
                    <Typography component="span" sx={{ display: 'block', fontSize: 13 }}>{t('whatFor', { reason: access.reason })}</Typography>
                    <Typography component="span" sx={{ display: 'block', fontSize: 12 }}>{[`${t('askedBy')} ${access.askedBy.name}`, access.owner.shortName, format.dateTime(access.askedAt), outcome(access)].filter(Boolean).join(' · ')}</Typography>
                  </>
                )}
                action={access.viewerCanDecide && <Button size="small" aria-label={t('answerNamed', { name: access.askedBy.name })} onClick={() => setAnswering(access)}>{t('decide')}</Button>}
              />
            ))}
          </Box>
        )}
      </Box>
      {answering && (
        <AnswerDialog
          title={t('answerNamed', { name: answering.askedBy.name })} help={answering.reason} yes={t('approve')} no={t('refuse')} onClose={() => setAnswering(undefined)}
          onAnswer={async (approve, answer) => {
            await decide({ variables: { id: answering.id, input: { approve, answer } } });
            toast.show(t('decided'), { tone: 'success' });
            await refetch();
          }}
        />
      )}
    </>
  );
}
