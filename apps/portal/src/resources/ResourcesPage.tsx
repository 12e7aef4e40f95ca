import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Box, Button } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import ImportIcon from '@mui/icons-material/UploadFileOutlined';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, PageHeader, StatusChip } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useLanguage, useMessages } from '../i18n/index.ts';
import { useArrival } from '../search/useArrival.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { NewResourceDialog } from './NewResourceDialog.tsx';
import { exportAddress, filterOf, orderOf, URL_DEFAULTS } from './resource-filter.ts';
import { ResourceFilters } from './ResourceFilters.tsx';
import { resources } from './resources.messages.ts';
import { ResourcesDocument } from './resources.generated.ts';
import type { ResourceRowFragment } from './resources.generated.ts';
import { ResourceStateChip } from './ResourceStateChip.tsx';
import { ResourceThumb } from './ResourceThumb.tsx';

const PAGE = 50;

export default function ResourcesPage() {
  const t = useMessages(resources);
  const c = useMessages(common);
  const language = useLanguage();
  const { access } = useSession();
  const [creating, setCreating] = useState(false);
  useArrival('new', () => setCreating(true));
  const [url, setUrl, clear, active] = useUrlState(URL_DEFAULTS);
  const variables = { filter: filterOf(url), orderBy: orderOf(url), first: PAGE };
  const { data, previousData, error, fetchMore, loading, refetch } = useQuery(ResourcesDocument, { variables, notifyOnNetworkStatusChange: true });
  const page = (data ?? previousData)?.resources;

  const columns: Column<ResourceRowFragment>[] = [
    {
      key: 'name',
      header: t('field.name'),
      sort: 'NAME',
      cell: (row) => (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, minWidth: { sm: 200 } }}>
          <ResourceThumb kind={row.kind} photoUrl={row.photoUrl} />
          <span>{row.name}</span>
        </Box>
      ),
    },
    { key: 'code', header: t('field.code'), sort: 'CODE', cell: (row) => row.code },
    { key: 'model', header: t('field.model'), wideOnly: true, cell: (row) => row.model },
    { key: 'kind', header: t('field.kind'), sort: 'KIND_THEN_NAME', cell: (row) => <Nowrap>{c(`resourceKind.${row.kind}`)}</Nowrap> },
    { key: 'place', header: t('field.place'), sort: 'PLACE', cell: (row) => row.place },
    { key: 'owner', header: t('field.owner'), sort: 'OWNER_THEN_NAME', cell: (row) => row.owner.shortName },
    { key: 'keeper', header: t('field.keeper'), wideOnly: true, cell: (row) => <Nowrap>{row.keeper}</Nowrap> },
    {
      key: 'state',
      header: t('field.state'),
      cell: (row) => (
        <Box component="span" sx={{ display: 'inline-flex', gap: 0.5 }}>
          <ResourceStateChip state={row.state} />
          {row.needsApproval && <StatusChip tone="maintenance" pattern="solid">{t('approval.true')}</StatusChip>}
        </Box>
      ),
    },
  ];

  const importLink = access.canImport && <Button href="/imports/new" startIcon={<ImportIcon />}>{t('import')}</Button>;
  const empty = active ? (
    <EmptyState title={t('noMatchTitle')} action={<Button onClick={clear}>{c('clearFilters')}</Button>}>{t('noMatchHelp')}</EmptyState>
  ) : (
    <EmptyState
      title={t('emptyTitle')}
      icon={<ImportIcon />}
      action={access.canImport && <Button color="primary" variant="contained" href="/imports/new">{t('import')}</Button>}
    >
      {access.canImport ? t('emptyHelp') : t('emptyHelpReader')}
    </EmptyState>
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {access.canExport && <Button href={exportAddress(url, language)} download startIcon={<DownloadIcon />}>{t('export')}</Button>}
            <Button href="/resources/shared">{t('sharedLink')}</Button>
            {importLink}
            {access.canCreateResource && (
              <Button color="primary" variant="contained" startIcon={<AddIcon />} onClick={() => setCreating(true)}>{t('new')}</Button>
            )}
          </>
        }
      />
      <ResourceFilters filter={url} onChange={setUrl} onClear={clear} active={active} />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        href={(row) => `/resources/${row.id}`}
        sort={variables.orderBy}
        onSort={(orderBy) => setUrl({ orderBy })}
        empty={empty}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loading && Boolean(data)}
        onLoadMore={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
      />
      {creating && <NewResourceDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function Nowrap({ children }: { children: React.ReactNode }) {
  return <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{children}</Box>;
}
