import { useState } from 'react';
import { Alert, Box, Button } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { MailState } from '@gongjian/api/schema.types.ts';
import { DataTable, EmptyState, FilterBar, FilterSelect, PageHeader, StatusChip, useFormat, useToast } from '@gongjian/ui';
import type { Column, StatusTone } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { OpenMailDialog } from './OpenMailDialog.tsx';
import { OutboxDocument, RetryMailDocument } from './outbox.generated.ts';
import type { OutboxMailFragment } from './outbox.generated.ts';
import { aboutKey, outbox } from './outbox.messages.ts';

const STATES: readonly MailState[] = ['WAITING', 'SENDING', 'SENT', 'FAILED', 'LAPSED'];
const TONES: Record<MailState, StatusTone> = { WAITING: 'pending', SENDING: 'pending', SENT: 'success', FAILED: 'danger', LAPSED: 'draft' };

/** The mails of the installation, for those who run it. */
export default function OutboxPage() {
  const t = useMessages(outbox);
  const words = useMessages(common);
  const allowed = useSession().me.roles.includes('PLATFORM_OPERATOR');
  const format = useFormat();
  const toast = useToast();
  const [filter, set, clear, active] = useUrlState({ state: '' });
  const [open, setOpen] = useState<string>();
  const [loadingMore, setLoadingMore] = useState(false);
  const [retry] = useMutation(RetryMailDocument);
  const state = STATES.find((each) => each === filter.state);
  const { data, previousData, error, refetch, fetchMore } = useQuery(OutboxDocument, { skip: !allowed, variables: { filter: state ? { states: [state] } : {}, first: 50 }, pollInterval: 15_000 });
  const page = (data ?? previousData)?.outbox;

  if (!allowed) return <EmptyState title={t('noRight')} action={<Button href="/">{words('goHome')}</Button>}>{t('noRightHelp')}</EmptyState>;

  const again = async (row: OutboxMailFragment) => {
    try {
      await retry({ variables: { id: row.id } });
      toast.show(t('retried'), { tone: 'success' });
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  const fate = (row: OutboxMailFragment) => {
    if (row.state === 'SENT') return row.sentAt && t('sentAt', { time: format.dateTime(row.sentAt) });
    if (row.state === 'WAITING' && row.tries === 0) return t('goodUntil', { time: format.dateTime(row.goodUntil) });
    return [row.tries > 0 && t('tries', { count: row.tries }), row.trouble, row.state === 'WAITING' && t('next', { time: format.time(row.dueAt) })].filter(Boolean).join(' · ');
  };

  const columns: Column<OutboxMailFragment>[] = [
    { key: 'about', header: t('about'), cell: (row) => { const key = aboutKey(row.about); return key ? t(key) : row.about; } },
    { key: 'recipient', header: t('recipient'), cell: (row) => row.recipient },
    { key: 'consortium', header: t('consortium'), cell: (row) => row.consortium?.shortName ?? t('installation') },
    {
      key: 'state',
      header: t('state'),
      cell: (row) => (
        <>
          <StatusChip tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusChip>
          <Box component="span" sx={{ display: 'block', mt: 0.25, fontSize: 12, color: 'own.faint' }}>{fate(row)}</Box>
        </>
      ),
    },
    { key: 'createdAt', header: t('createdAt'), cell: (row) => format.dateTime(row.createdAt) },
  ];

  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {data && !data.mailServer && <Alert severity="warning" sx={{ mb: 2 }}>{t('noServer')}</Alert>}
      <FilterBar active={active} onClear={clear}>
        <FilterSelect<MailState>
          label={t('allStates')}
          value={state ?? ''}
          onChange={(value) => set({ state: value })}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        empty={active
          ? <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{words('clearFilters')}</Button>} />
          : <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loadingMore}
        onLoadMore={() => {
          setLoadingMore(true);
          void fetchMore({ variables: { after: page?.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
        }}
        actions={(row) => (row.state === 'FAILED' ? <Button size="small" onClick={() => void again(row)}>{t('retry')}</Button> : null)}
      />
      {open && <OpenMailDialog id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}
