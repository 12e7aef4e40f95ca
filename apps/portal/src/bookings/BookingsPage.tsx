import { useCallback, useState } from 'react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Box, Button, Tab, Tabs } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { errorText } from '@gongjian/api';
import { DataTable, dayOf, PageHeader, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { nextHour } from '../booking/next-hour.ts';
import { BookingDialog } from '../booking/BookingDialog.tsx';
import type { DialogSeed } from '../booking/BookingDialog.tsx';
import { useBookingActions } from '../booking/useBookingActions.ts';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { filterOf, orderOf, tabOf, TABS, urlDefaults } from './booking-filter.ts';
import type { TabName } from './booking-filter.ts';
import { BookingFilters } from './BookingFilters.tsx';
import { BookingsEmpty } from './BookingsEmpty.tsx';
import { BookingStateChip } from './BookingStateChip.tsx';
import { bookings } from './bookings.messages.ts';
import { BookingsDocument, NextWaitingDocument } from './bookings.generated.ts';
import type { BookingRowFragment } from './bookings.generated.ts';

const PAGE = 50;
const HOUR = 60 * 60 * 1000;

export default function BookingsPage() {
  const t = useMessages(bookings);
  const c = useMessages(common);
  const format = useFormat();
  const client = useApolloClient();
  const { access } = useSession();
  const [today] = useState(() => dayOf(new Date(), format.timeZone));
  const defaults = urlDefaults(today);
  const [url, setUrl, clearAll, anyActive] = useUrlState(defaults);
  const tab = tabOf(url);
  const variables = { filter: filterOf(url, format.timeZone), orderBy: orderOf(url), first: PAGE };
  const { data, previousData, error, fetchMore, loading, refetch } = useQuery(BookingsDocument, { variables, notifyOnNetworkStatusChange: true });
  const waiting = useQuery(NextWaitingDocument, { skip: !access.canApprove });
  const page = (data ?? previousData)?.bookings;
  const [dialog, setDialog] = useState<DialogSeed>();
  const readAgain = useCallback(() => void client.refetchQueries({ include: [BookingsDocument] }), [client]);
  const actions = useBookingActions(readAgain);

  // The tab is no filter: it stays when the filters are cleared.
  const active = anyActive && Object.entries({ ...url, tab: defaults.tab }).some(([name, value]) => value !== defaults[name as keyof typeof url]);
  const clear = () => {
    clearAll();
    if (tab !== 'all') setUrl({ tab });
  };
  const create = () => {
    const start = nextHour(Date.now(), format.timeZone);
    setDialog({ kind: 'booking', start, end: start + 2 * HOUR, resources: [] });
  };
  const tabLabel = (name: TabName) => {
    const count = waiting.data?.bookings.totalCount;
    return name === 'waiting' && count ? t('waitingCount', { label: t('tab.waiting'), number: format.number(count) }) : t(`tab.${name}`);
  };

  const columns: Column<BookingRowFragment>[] = [
    { key: 'title', header: t('column.title'), cell: (row) => row.title },
    { key: 'time', header: t('column.time'), cell: (row) => <Nowrap>{format.range(row.startsAt, row.endsAt)}</Nowrap> },
    { key: 'purpose', header: t('column.purpose'), wideOnly: true, cell: (row) => <Nowrap>{c(`purpose.${row.purpose}`)}</Nowrap> },
    { key: 'organisation', header: t('column.organisation'), cell: (row) => row.organisation.shortName },
    {
      key: 'resources',
      header: t('column.resources'),
      cell: ({ allocations }) =>
        allocations.length > 1 ? t('resourcesMore', { name: allocations[0]?.resource.name ?? '', count: allocations.length }) : allocations[0]?.resource.name,
    },
    { key: 'requestedBy', header: t('column.requestedBy'), wideOnly: true, cell: (row) => <Nowrap>{(row.requestedBy?.name ?? row.organisation.shortName)}</Nowrap> },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) => (
        <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', whiteSpace: 'nowrap' }}>
          <BookingStateChip state={row.state} />
          {row.state === 'PENDING' && row.approvals.length > 1 && (
            <Box component="span" sx={{ fontSize: 12, color: 'own.faint' }}>
              {t('answered', { done: row.approvals.filter((each) => each.state === 'APPROVED').length, all: row.approvals.length })}
            </Box>
          )}
        </Box>
      ),
    },
  ];

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={access.canBook && <Button color="primary" variant="contained" startIcon={<AddIcon />} onClick={create}>{t('new')}</Button>}
      />
      <Tabs value={tab} onChange={(_, next: TabName) => setUrl({ tab: next })} aria-label={t('tabs')} sx={{ mb: 1.5 }}>
        {TABS.filter((name) => name !== 'waiting' || access.canApprove || tab === 'waiting').map((name) => <Tab key={name} value={name} label={tabLabel(name)} />)}
      </Tabs>
      <BookingFilters filter={url} onChange={setUrl} onClear={clear} active={active} />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        href={(row) => `/bookings/${row.id}`}
        empty={<BookingsEmpty tab={tab} active={active} from={url.from} onClear={clear} onEarlier={() => setUrl({ from: '' })} />}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loading && Boolean(data)}
        onLoadMore={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
      />
      {dialog && <BookingDialog seed={dialog} actions={actions} canBook canBlock={false} onDone={readAgain} onClose={() => setDialog(undefined)} />}
    </>
  );
}

function Nowrap({ children }: { children: React.ReactNode }) {
  return <Box component="span" sx={{ whiteSpace: { sm: 'nowrap' } }}>{children}</Box>;
}
