import { useState } from 'react';
import { Box, Button } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { OrganisationKind } from '@gongjian/api/schema.types.ts';
import { DataTable, EmptyState, FilterBar, FilterSelect, PageHeader, SearchInput, StatusChip, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useArrival } from '../search/useArrival.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { kinds } from './kinds.ts';
import { members } from './members.messages.ts';
import { MembersDocument } from './members.generated.ts';
import type { MemberRowFragment } from './members.generated.ts';

const defaults = { search: '', kind: '', state: '' };

export default function MembersPage() {
  const t = useMessages(members);
  const words = useMessages(common);
  const format = useFormat();
  const { me } = useSession();
  const [filter, set, clear, active] = useUrlState(defaults);
  const [adding, setAdding] = useState(false);
  useArrival('new', () => setAdding(true));
  const [loadingMore, setLoadingMore] = useState(false);

  const kind = kinds.find((each) => each === filter.kind);
  const variables = { filter: { ...(filter.search && { search: filter.search }), ...(kind && { kind }), ...(filter.state === 'former' && { former: true }) }, first: 50 };
  const { data, previousData, error, refetch, fetchMore } = useQuery(MembersDocument, { variables });
  const page = (data ?? previousData)?.organisations;

  const columns: Column<MemberRowFragment>[] = [
    {
      key: 'name',
      header: t('name'),
      cell: (row) => (
        <>
          {row.name}
          <Box component="span" sx={{ display: 'block', fontSize: 12, fontWeight: 400, color: 'own.faint' }}>{row.shortName}</Box>
        </>
      ),
    },
    { key: 'kind', header: t('kind'), cell: (row) => words(`organisationKind.${row.kind}`) },
    {
      key: 'membership',
      header: t('membership'),
      cell: ({ membership }) =>
        !membership ? null : membership.suspension
          ? <StatusChip tone="danger">{t('suspended')}</StatusChip>
          : membership.state === 'ENDED'
          ? <StatusChip tone="maintenance" pattern="solid">{t('left')}</StatusChip>
          : <StatusChip tone={membership.kind === 'MEMBER' ? 'maintenance' : 'confirmed'} pattern="solid">{words(`membershipKind.${membership.kind}`)}</StatusChip>,
    },
    { key: 'uscc', header: t('uscc'), cell: (row) => <Box component="span" sx={{ fontFamily: 'monospace', fontSize: 13 }}>{row.uscc}</Box> },
    {
      key: 'since',
      header: t('since'),
      cell: ({ membership }) => membership && [format.day(membership.since), membership.until && t('until', { day: format.day(membership.until) })].filter(Boolean).join(' '),
    },
  ];

  const add = me.viewerCanAddMember && (
    <Button variant="contained" color="primary" startIcon={<AddIcon />} onClick={() => setAdding(true)}>{t('add')}</Button>
  );

  return (
    <>
      <PageHeader title={t('title')} description={page && !active && t('count', { count: page.totalCount })} actions={add} />
      <FindingsPanel />
      <FilterBar active={active} onClear={clear}>
        <SearchInput value={filter.search} onChange={(search) => set({ search })} placeholder={t('search')} width={280} />
        <FilterSelect<OrganisationKind>
          label={t('allKinds')}
          value={kind ?? ''}
          onChange={(value) => set({ kind: value })}
          options={kinds.map((value) => ({ value, label: words(`organisationKind.${value}`) }))}
        />
        <FilterSelect<'former'>
          label={t('state.current')}
          value={filter.state === 'former' ? 'former' : ''}
          onChange={(state) => set({ state })}
          options={[{ value: 'former', label: t('state.former') }]}
          width={180}
        />
      </FilterBar>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        href={(row) => `/members/${row.id}`}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        empty={active
          ? <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{words('clearFilters')}</Button>}>{t('noMatchHelp')}</EmptyState>
          : <EmptyState title={t('emptyTitle')} action={add}>{me.viewerCanAddMember ? t('emptyCanAdd') : t('emptyCannotAdd')}</EmptyState>}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loadingMore}
        onLoadMore={() => {
          setLoadingMore(true);
          void fetchMore({ variables: { after: page?.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
        }}
      />
      {adding && <AddMemberDialog onClose={() => setAdding(false)} onAdded={() => void refetch()} />}
    </>
  );
}
