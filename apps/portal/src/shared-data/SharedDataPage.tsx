import { Box, Button, Link, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SkeletonPage, useFormat } from '@gongjian/ui';
import { agreements } from '../agreements/agreements.messages.ts';
import { useMessages } from '../i18n/index.ts';
import { Facts, Panel } from '../shell/Facts.tsx';
import { SharedDataDocument } from './shared-data.generated.ts';
import type { SharedDataQuery } from './shared-data.generated.ts';
import { sharedData } from './shared-data.messages.ts';
import { SharedPeople } from './SharedPeople.tsx';
import { SharedUsage } from './SharedUsage.tsx';

export type DataSet = SharedDataQuery['sharedData'][number];

/** What others show this organisation by clauses on data in force. */
export default function SharedDataPage() {
  const t = useMessages(sharedData);
  const { data, previousData, error, refetch } = useQuery(SharedDataDocument, { fetchPolicy: 'cache-and-network' });
  const sets = (data ?? previousData)?.sharedData;
  if (error && !sets) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader title={t('title')} description={t('help')} actions={<Button href="/agreements">{t('toList')}</Button>} />
      {!sets ? <SkeletonPage /> : sets.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState> : (
        <Box sx={{ display: 'grid', gap: 2 }}>{sets.map((set) => <SetPanel key={set.id} set={set} />)}</Box>
      )}
    </>
  );
}

function SetPanel({ set }: { set: DataSet }) {
  const t = useMessages(sharedData);
  const words = useMessages(agreements);
  const format = useFormat();
  const { fields, mask, counts, clause, giver, validUntil } = set;
  const named = (...wanted: DataSet['fields']) => mask !== 'COUNTS' && fields.some((field) => wanted.includes(field));
  return (
    <Panel title={giver.name}>
      <Facts
        columns={2}
        items={[
          { label: t('fields'), value: format.list(fields.map((field) => words(`field.${field}`))) },
          { label: t('mask'), value: words(`mask.${mask}`) },
          { label: t('people'), value: counts.people !== null && t('countOf', { count: counts.people }) },
          { label: t('bookings'), value: counts.bookings !== null && t('timesOf', { count: counts.bookings }) },
          { label: t('hours'), value: counts.hours !== null && t('hoursOf', { count: counts.hours }) },
          { label: t('clause'), value: clause && <Link href={`/agreements/${clause.agreement.id}`}>{t('clauseOf', { agreement: clause.agreement.number, number: clause.number })}</Link> },
          { label: t('until'), value: format.lastDay(validUntil) },
        ]}
      />
      {fields.some((field) => field === 'INTERNSHIP_RECORDS' || field === 'TALENT_DEMAND') && <Typography variant="caption" sx={{ display: 'block', mt: 1, color: 'own.faint' }}>{t('later')}</Typography>}
      {named('PERSON_NAME', 'PERSON_CONTACT', 'PROFESSION') && <SharedPeople set={set} />}
      {named('BOOKINGS', 'USAGE_HOURS') && <SharedUsage set={set} />}
    </Panel>
  );
}
