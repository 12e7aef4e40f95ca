import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, PageHeader, StatusChip, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { ConfirmRegistrationDialog } from './ConfirmRegistrationDialog.tsx';
import { DeclineRegistrationDialog } from './DeclineRegistrationDialog.tsx';
import { RegistrationsDocument, SelfRegistrationDocument } from './registrations.generated.ts';
import type { RegistrationRowFragment } from './registrations.generated.ts';
import { registrations } from './registrations.messages.ts';
import { SelfRegistrationCard } from './SelfRegistrationCard.tsx';

/** Whether people may ask by themselves to come in, and who does and waits for an answer. */
export default function RegistrationsPage() {
  const t = useMessages(registrations);
  const { me } = useSession();
  if (me.viewerKeepsRegistrations) return <Requests />;
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState title={t('notYours')} action={<Button href="/people">{t('toPeople')}</Button>} />
    </>
  );
}

function Requests() {
  const t = useMessages(registrations);
  const [confirming, setConfirming] = useState<RegistrationRowFragment>();
  const [declining, setDeclining] = useState<RegistrationRowFragment>();
  const [loadingMore, setLoadingMore] = useState(false);
  const { data: own } = useQuery(SelfRegistrationDocument);
  const { data, previousData, error, refetch, fetchMore } = useQuery(RegistrationsDocument, { variables: { first: 50 } });
  const page = (data ?? previousData)?.registrations;
  const done = () => void refetch();

  return (
    <>
      <PageHeader title={t('title')} description={page && page.totalCount > 0 && t('count', { count: page.totalCount })} />
      <Box sx={{ mb: 2 }}><SelfRegistrationCard /></Box>
      <DataTable
        label={t('list')}
        columns={useColumns()}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        error={error && errorText(error)}
        onRetry={done}
        empty={<EmptyState title={t('emptyTitle')}>{t(own?.selfRegistration?.on ? 'emptyOn' : 'emptyOff')}</EmptyState>}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loadingMore}
        onLoadMore={() => {
          setLoadingMore(true);
          void fetchMore({ variables: { after: page?.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
        }}
        actions={(row) => row.viewerCanDecide && (
          <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
            <Button variant="text" size="small" onClick={() => setConfirming(row)} aria-label={t('confirmNamed', { name: row.name ?? '' })}>{t('confirm')}</Button>
            <Button variant="text" size="small" sx={{ color: 'error.main' }} onClick={() => setDeclining(row)} aria-label={t('declineNamed', { name: row.name ?? '' })}>{t('decline')}</Button>
          </Box>
        )}
      />
      {confirming && <ConfirmRegistrationDialog row={confirming} onClose={() => setConfirming(undefined)} onDone={done} />}
      {declining && <DeclineRegistrationDialog row={declining} onClose={() => setDeclining(undefined)} onDone={done} />}
    </>
  );
}

function useColumns(): Column<RegistrationRowFragment>[] {
  const t = useMessages(registrations);
  const words = useMessages(common);
  const format = useFormat();
  const small = (text: string) => <Typography component="span" variant="caption" sx={{ display: 'block', color: 'own.faint', overflowWrap: 'anywhere' }}>{text}</Typography>;
  return [
    { key: 'name', header: t('applicant'), width: '28%', cell: (row) => <>{row.name}{small(row.email ?? '')}{row.person && small(t('knownAs', { name: row.person.name }))}</> },
    { key: 'wish', header: t('wish'), width: '14%', cell: (row) => <StatusChip tone="maintenance" pattern="solid">{words(`role.${row.wishedRole}`)}</StatusChip> },
    { key: 'note', header: t('note'), cell: (row) => <Box component="span" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{row.note ?? '—'}</Box> },
    { key: 'asked', header: t('asked'), width: '22%', cell: (row) => <>{format.dateTime(row.askedAt)}{small(t('until', { time: format.dateTime(row.expiresAt) }))}</> },
  ];
}
