import { useQuery } from '@apollo/client/react';
import { Box, Button } from '@mui/material';
import ImportIcon from '@mui/icons-material/UploadFileOutlined';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, PageHeader, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { ImportStateChip } from './ImportStateChip.tsx';
import { imports } from './imports.messages.ts';
import { ImportsDocument } from './imports.generated.ts';
import type { ImportSummaryFragment } from './imports.generated.ts';

const PAGE = 20;

export default function ImportsPage() {
  const t = useMessages(imports);
  const format = useFormat();
  const { access } = useSession();
  const { data, error, fetchMore, loading, refetch } = useQuery(ImportsDocument, { variables: { first: PAGE }, notifyOnNetworkStatusChange: true });

  const columns: Column<ImportSummaryFragment>[] = [
    { key: 'file', header: t('column.file'), cell: (row) => row.fileName },
    { key: 'register', header: t('column.register'), cell: (row) => t(`register.${row.register}`) },
    { key: 'owner', header: t('column.owner'), cell: (row) => row.owner.shortName },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) => (
        <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', whiteSpace: 'nowrap' }}>
          <ImportStateChip state={row.state} />
          {(row.state === 'READING' || row.state === 'APPLYING') && format.percent(row.progress)}
        </Box>
      ),
    },
    {
      key: 'result',
      header: t('column.result'),
      cell: (row) =>
        row.state === 'FAILED' ? row.error : row.state === 'READING' ? t('noOutcome') : t('result', { created: format.number(row.counts.created), changed: format.number(row.counts.changed), bad: format.number(row.counts.bad) }),
    },
    { key: 'created', header: t('column.created'), cell: (row) => <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(row.createdAt)}</Box> },
  ];
  const start = access.canImport && <Button color="primary" variant="contained" startIcon={<ImportIcon />} href="/imports/new">{t('new')}</Button>;

  return (
    <>
      <PageHeader title={t('title')} actions={start} />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={data?.imports.nodes}
        rowKey={(row) => row.id}
        rowName={(row) => row.fileName}
        href={(row) => `/imports/${row.id}`}
        empty={
          <EmptyState icon={<ImportIcon />} title={t('emptyTitle')} action={access.canImport && <Button href="/imports/new">{t('new')}</Button>}>
            {access.canImport ? t('emptyHelp') : t('mayNotHelp')}
          </EmptyState>
        }
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        totalCount={data?.imports.totalCount}
        hasMore={data?.imports.pageInfo.hasNextPage ?? false}
        loadingMore={loading && Boolean(data)}
        onLoadMore={() => void fetchMore({ variables: { after: data?.imports.pageInfo.endCursor } })}
      />
    </>
  );
}
