import { useQuery } from '@apollo/client/react';
import { Box, Button, Link } from '@mui/material';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, PageHeader, SearchInput, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { resources } from './resources.messages.ts';
import { ResourceStateChip } from './ResourceStateChip.tsx';
import { SharedThingsDocument } from './resources.generated.ts';
import type { SharedThingsQuery } from './resources.generated.ts';

type Thing = SharedThingsQuery['sharedThings']['nodes'][number];

const PAGE = 50;

/** Things of other consortia that a grant in force lends to the viewer's organisation. */
export default function SharedPage() {
  const t = useMessages(resources);
  const c = useMessages(common);
  const format = useFormat();
  usePageTitle(t('sharedTitle'));
  const [{ search }, setUrl] = useUrlState({ search: '' });
  const { data, previousData, error, fetchMore, loading, refetch } = useQuery(SharedThingsDocument, { variables: { filter: search ? { search } : null, first: PAGE }, notifyOnNetworkStatusChange: true });
  const page = (data ?? previousData)?.sharedThings;
  const columns: Column<Thing>[] = [
    { key: 'name', header: t('field.name'), cell: ({ resource }) => resource.name },
    { key: 'code', header: t('field.code'), cell: ({ resource }) => resource.code },
    { key: 'kind', header: t('field.kind'), cell: ({ resource }) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{c(`resourceKind.${resource.kind}`)}</Box> },
    { key: 'model', header: t('field.model'), wideOnly: true, cell: ({ resource }) => resource.model },
    { key: 'place', header: t('field.place'), wideOnly: true, cell: ({ resource }) => resource.place },
    { key: 'owner', header: t('field.owner'), cell: ({ resource }) => resource.owner.shortName },
    { key: 'consortium', header: t('field.consortium'), cell: ({ consortium }) => consortium },
    { key: 'state', header: t('field.state'), cell: ({ resource }) => <ResourceStateChip state={resource.state} /> },
    { key: 'clause', header: t('field.clause'), cell: ({ grant }) => grant.clause && <Link href={`/agreements/${grant.clause.agreement.id}`} sx={{ wordBreak: 'keep-all' }}>{t('reachLine', { agreement: grant.clause.agreement.number, number: grant.clause.number, day: format.lastDay(grant.validUntil) })}</Link> },
  ];
  return (
    <>
      <PageHeader title={t('sharedTitle')} actions={<Button href="/resources">{t('toList')}</Button>} />
      <Search value={search} onChange={(next) => setUrl({ search: next })} />
      <DataTable
        label={t('sharedList')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        rowName={(row) => row.resource.name}
        href={(row) => `/resources/${row.resource.id}`}
        empty={<EmptyState title={search ? t('noMatchTitle') : t('sharedEmpty')}>{search ? t('noMatchHelp') : t('sharedEmptyHelp')}</EmptyState>}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loading && Boolean(data)}
        onLoadMore={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
      />
    </>
  );
}

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useMessages(resources);
  return <Box sx={{ mb: 2, maxWidth: 360 }}><SearchInput placeholder={t('sharedSearch')} value={value} onChange={onChange} width={320} /></Box>;
}
