import { useQuery } from '@apollo/client/react';
import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, PageHeader } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { audit } from './audit.messages.ts';
import { EntriesAboutMeDocument } from './audit.generated.ts';
import { useAgainInLanguage } from './useAgainInLanguage.ts';
import { useActorText, useAuditColumns } from './useAuditColumns.tsx';

const PAGE = 50;

/** Who looked at my data, and who changed it: everybody's own page. */
export default function AboutMePage() {
  const t = useMessages(audit);
  const { data, error, fetchMore, loading, refetch } = useQuery(EntriesAboutMeDocument, { variables: { first: PAGE }, notifyOnNetworkStatusChange: true, fetchPolicy: 'cache-and-network' });
  useAgainInLanguage(refetch);
  const page = data?.entriesAboutMe;
  const actor = useActorText();
  // Where somebody else was is not told.
  const columns = useAuditColumns().filter(({ key }) => key !== 'address');
  return (
    <>
      <PageHeader title={t('aboutMe')} description={t('aboutMeHelp')} />
      <DataTable
        label={t('aboutMe')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        rowName={(row) => `${actor(row)} ${row.operationText}`}
        href={(row) => `/audit/${row.id}`}
        empty={<EmptyState title={t('emptyMine')} icon={<AuditIcon />} />}
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
