import { useState } from 'react';
import { Button, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { WebhookDeliveryState } from '@gongjian/api/schema.types.ts';
import { DataTable, EmptyState, FilterBar, FilterSelect, StatusChip, useFormat, useToast } from '@gongjian/ui';
import type { Column, StatusTone } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { DeliveryDialog, troubleKey } from './DeliveryDialog.tsx';
import { DeliveriesDocument, ReplayDeliveryDocument } from './developers.generated.ts';
import type { DeliveryRowFragment } from './developers.generated.ts';
import { developers } from './developers.messages.ts';
import { Two } from './KeysPage.tsx';

const STATES: readonly WebhookDeliveryState[] = ['WAITING', 'SENDING', 'DELIVERED', 'FAILED'];
const TONES: Record<WebhookDeliveryState, StatusTone> = { WAITING: 'pending', SENDING: 'pending', DELIVERED: 'success', FAILED: 'danger' };

/** What was sent to a webhook and how it went; latest first, and looked at again every few seconds. */
export function Deliveries({ id, active }: { id: string; active: boolean }) {
  const t = useMessages(developers);
  const words = useMessages(common);
  const format = useFormat();
  const toast = useToast();
  const [filter, set, clear, filtered] = useUrlState({ state: '' });
  const [openId, setOpenId] = useState<string>();
  const [loadingMore, setLoadingMore] = useState(false);
  const state = STATES.find((each) => each === filter.state);
  const { data, previousData, error, refetch, fetchMore } = useQuery(DeliveriesDocument, { variables: { id, states: state ? [state] : null, first: 50 }, pollInterval: 4000 });
  const [replay] = useMutation(ReplayDeliveryDocument);
  const page = (data ?? previousData)?.webhookDeliveries;
  const open = page?.nodes.find((row) => row.id === openId);

  const again = async (row: DeliveryRowFragment) => {
    try {
      await replay({ variables: { id: row.id } });
      toast.show(t('replayed'), { tone: 'success' });
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  const fate = (row: DeliveryRowFragment) => {
    const [last] = row.attempts;
    const key = last?.trouble ? troubleKey(last.trouble) : null;
    const answer = last && (last.status === null ? t('noAnswer', { trouble: key ? t(key) : last.trouble ?? '' }) : t('answered', { status: last.status }));
    return [answer, row.tries > 1 && t('tries', { count: row.tries }), row.state === 'WAITING' && row.tries > 0 && t('next', { time: format.dateTime(row.dueAt) })].filter(Boolean).join(' · ');
  };

  const columns: Column<DeliveryRowFragment>[] = [
    { key: 'type', header: t('type'), cell: (row) => <span style={{ fontFamily: 'monospace' }}>{row.type}</span> },
    { key: 'result', header: t('result'), cell: (row) => <Two first={<StatusChip tone={TONES[row.state]}>{t(`delivery.${row.state}`)}</StatusChip>} second={fate(row)} /> },
    { key: 'happened', header: t('happened'), cell: (row) => format.dateTime(row.happenedAt) },
  ];

  return (
    <>
      <Typography variant="h2" sx={{ fontSize: 16, mb: 1 }}>{t('deliveries')}</Typography>
      <FilterBar active={filtered} onClear={clear}>
        <FilterSelect<WebhookDeliveryState> label={t('allStates')} value={state ?? ''} onChange={(value) => set({ state: value })} options={STATES.map((value) => ({ value, label: t(`delivery.${value}`) }))} />
      </FilterBar>
      <DataTable
        label={t('deliveries')} columns={columns} rows={page?.nodes} rowKey={(row) => row.id} rowName={(row) => row.type} onOpen={(row) => setOpenId(row.id)}
        error={error && !page ? errorText(error) : undefined} onRetry={() => void refetch()}
        empty={filtered ? <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{words('clearFilters')}</Button>} /> : <EmptyState title={t('deliveriesEmpty')}>{t('deliveriesEmptyHelp')}</EmptyState>}
        totalCount={page?.totalCount} hasMore={page?.pageInfo.hasNextPage ?? false} loadingMore={loadingMore}
        onLoadMore={() => {
          setLoadingMore(true);
          void fetchMore({ variables: { after: page?.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
        }}
        actions={(row) => active && row.state !== 'SENDING' && <Button size="small" onClick={() => void again(row)}>{t('replay')}</Button>}
      />
      {open && <DeliveryDialog delivery={open} onClose={() => setOpenId(undefined)} />}
    </>
  );
}
