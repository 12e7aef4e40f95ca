import { useState } from 'react';
import { Button, Typography } from '@mui/material';
import DraftIcon from '@mui/icons-material/PostAddOutlined';
import { useQuery } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { errorText } from '@gongjian/api';
import type { AgreementState } from '@gongjian/api/schema.types.ts';
import { addDays, DataTable, EmptyState, FilterBar, FilterSelect, PageHeader, SearchInput, StatusChip, useFormat } from '@gongjian/ui';
import type { Column, StatusTone } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { AgreementDialog } from './AgreementDialog.tsx';
import { AgreementsDocument } from './agreements.generated.ts';
import type { AgreementRowFragment } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';

export const STATES: readonly AgreementState[] = ['DRAFT', 'SIGNING', 'COMING', 'IN_FORCE', 'SUSPENDED', 'EXPIRED', 'TERMINATED', 'REPLACED', 'WITHDRAWN'];
const TONES: Record<AgreementState, StatusTone> = { DRAFT: 'draft', SIGNING: 'pending', COMING: 'pending', IN_FORCE: 'success', SUSPENDED: 'maintenance', EXPIRED: 'danger', TERMINATED: 'danger', REPLACED: 'draft', WITHDRAWN: 'draft' };

export function AgreementStateChip({ state }: { state: AgreementState }) {
  const t = useMessages(agreements);
  return <StatusChip tone={TONES[state]}>{t(`state.${state}`)}</StatusChip>;
}

/** What the own organisation has agreed with others, and what is being drafted. */
export default function AgreementsPage() {
  const t = useMessages(agreements);
  const words = useMessages(common);
  const { me, access } = useSession();
  const navigate = useNavigate();
  const [filter, set, clear, active] = useUrlState({ state: '', search: '' });
  const [drafting, setDrafting] = useState(false);
  const [loadingMore, setLoadingMore] = useState(false);
  const state = STATES.find((each) => each === filter.state);
  const variables = { filter: { ...(state && { states: [state] }), ...(filter.search && { search: filter.search }) }, first: 50 };
  const { data, previousData, error, refetch, fetchMore } = useQuery(AgreementsDocument, { variables });
  const page = (data ?? previousData)?.agreements;
  const columns = useColumns();
  const draft = me.roles.includes('ORGANISATION_ADMINISTRATOR') && <Button variant="contained" color="primary" startIcon={<DraftIcon />} onClick={() => setDrafting(true)}>{t('draft')}</Button>;

  return (
    <>
      <PageHeader title={t('title')} description={page && t('count', { count: page.totalCount })} actions={<><Button href="/agreements/uses">{t('uses')}</Button><Button href="/agreements/network">{t('network')}</Button>{access.canSeeSharedData && <Button href="/agreements/shared-data">{t('sharedData')}</Button>}{draft}</>} />
      <FilterBar active={active} onClear={clear}>
        <SearchInput placeholder={t('search')} value={filter.search} onChange={(search) => set({ search })} />
        <FilterSelect<AgreementState> label={t('allStates')} value={state ?? ''} onChange={(value) => set({ state: value })} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} width={150} />
      </FilterBar>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        href={(row) => `/agreements/${row.id}`}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        empty={active ? <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{words('clearFilters')}</Button>} /> : <EmptyState title={t('emptyTitle')} action={draft}>{t('emptyHelp')}</EmptyState>}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loadingMore}
        onLoadMore={() => {
          setLoadingMore(true);
          void fetchMore({ variables: { after: page?.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
        }}
      />
      {drafting && <AgreementDialog onClose={() => setDrafting(false)} onDone={(id) => void navigate(`/agreements/${id}`)} />}
    </>
  );
}

function useColumns(): Column<AgreementRowFragment>[] {
  const t = useMessages(agreements);
  const format = useFormat();
  const small = (text: string) => <Typography component="span" variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{text}</Typography>;
  return [
    { key: 'title', header: t('name'), width: '34%', cell: (row) => <>{row.title}{small([row.number, t(`kind.${row.kind}`)].join(' · '))}</> },
    { key: 'parties', header: t('parties'), cell: (row) => row.parties.map(({ organisation }) => organisation.shortName).join(format.language === 'en' ? ', ' : '、') },
    { key: 'state', header: t('state'), cell: (row) => <AgreementStateChip state={row.state} /> },
    { key: 'term', header: t('term'), wideOnly: true, cell: (row) => t('termText', { since: format.day(row.since), until: format.day(addDays(row.endsOn ?? row.until, -1)) }) },
  ];
}
