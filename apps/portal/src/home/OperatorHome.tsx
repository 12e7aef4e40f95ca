import { Button } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, PageHeader, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import MissingYearsNotice from '../calendar/MissingYears.tsx';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { HomeConsortiaDocument } from './home.generated.ts';
import type { HomeConsortiaQuery } from './home.generated.ts';
import { home } from './home.messages.ts';

type Row = HomeConsortiaQuery['consortia']['nodes'][number];

/** The consortia of the installation, for those who run it. */
export default function OperatorHome() {
  const t = useMessages(home);
  const words = useMessages(common);
  const format = useFormat();
  const { me } = useSession();
  const { data, error, refetch, fetchMore } = useQuery(HomeConsortiaDocument, { variables: { first: 50 } });
  const page = data?.consortia;

  const columns: Column<Row>[] = [
    { key: 'name', header: t('operator.name'), cell: (row) => row.name },
    { key: 'kind', header: t('operator.kind'), cell: (row) => words(`consortiumKind.${row.kind}`) },
    { key: 'createdAt', header: t('operator.createdAt'), cell: (row) => format.date(row.createdAt) },
  ];
  const found = me.viewerCanCreateConsortium && (
    <Button variant="contained" color="primary" startIcon={<AddIcon />} href="/found">{t('operator.found')}</Button>
  );
  return (
    <>
      <PageHeader title={t('operator.title')} description={t('operator.description')} actions={found} />
      <MissingYearsNotice />
      <DataTable
        label={t('operator.list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t('operator.empty')} action={found}>{t('operator.emptyHelp')}</EmptyState>}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        onLoadMore={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
      />
    </>
  );
}
