import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from '@apollo/client/react';
import { Alert, Box, Button } from '@mui/material';
import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, PageHeader, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { filterOf, URL_DEFAULTS } from './audit-filter.ts';
import { audit } from './audit.messages.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditChainDocument, AuditEntriesDocument } from './audit.generated.ts';
import type { AuditChainQuery } from './audit.generated.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { OnPaper, PaperStyles } from './Printed.tsx';
import { useAgainInLanguage } from './useAgainInLanguage.ts';
import { useActorText, useAuditColumns } from './useAuditColumns.tsx';

const PAGE = 50;

export default function AuditPage() {
  const t = useMessages(audit);
  const c = useMessages(common);
  const format = useFormat();
  const { me } = useSession();
  const [url, setUrl, clear, active] = useUrlState(URL_DEFAULTS);
  const filter = filterOf(url, format.timeZone);
  const allowed = me.viewerReadsAudit;
  const { data, previousData, error, fetchMore, loading, refetch } = useQuery(AuditEntriesDocument, { skip: !allowed, variables: { filter, first: PAGE }, notifyOnNetworkStatusChange: true, fetchPolicy: 'cache-and-network' });
  const chain = useQuery(AuditChainDocument, { skip: !allowed, fetchPolicy: 'cache-and-network' }).data?.auditChain;
  const page = (data ?? previousData)?.auditEntries;
  const [printedAt, setPrintedAt] = useState(() => new Date());
  const print = () => {
    flushSync(() => setPrintedAt(new Date()));
    window.print();
  };
  const columns = useAuditColumns();
  const actor = useActorText();
  useAgainInLanguage(refetch);

  if (!allowed) return <EmptyState title={t('noRight')} action={<><Button href="/">{c('goHome')}</Button> <Button href="/audit/mine">{t('aboutMe')}</Button></>}>{t('noRightHelp')}</EmptyState>;

  const empty = active ? (
    <EmptyState title={t('noMatchTitle')} action={<Button onClick={clear}>{c('clearFilters')}</Button>}>{t('noMatchHelp')}</EmptyState>
  ) : (
    <EmptyState title={t('emptyTitle')} icon={<AuditIcon />}>{t('emptyHelp')}</EmptyState>
  );
  const range = url.from || url.until ? `${url.from || '…'} – ${url.until || '…'}` : t('allTime');

  return (
    <>
      <PaperStyles />
      <Box data-screen-only>
        <PageHeader
          title={t('title')}
          description={chain && <ChainLine chain={chain} />}
          actions={
            <>
              <Button startIcon={<PrintIcon />} onClick={print}>{t('print')}</Button>
              <ExportMenu filter={filter} />
            </>
          }
        />
        {chain && chain.faultCount > 0 && <Alert severity="error" sx={{ mb: 1.5 }}>{t('faults', { count: chain.faultCount })}</Alert>}
      </Box>
      <OnPaper>
        <Box sx={{ textAlign: 'center', fontSize: '16pt', fontWeight: 600, mb: 1 }}>{t('printedTitle', { consortium: me.consortium?.name ?? c('product') })}</Box>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: '9pt', mb: 1 }}>
          <span>{t('printedRange', { range })}</span>
          <span>{t('printedCount', { total: page?.totalCount ?? 0, shown: page?.nodes.length ?? 0 })}</span>
          <span>{t('printedAt', { when: format.dateTime(printedAt), name: me.person.name })}</span>
        </Box>
      </OnPaper>
      <AuditFilters filter={url} onChange={setUrl} onClear={clear} active={active} />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        rowName={(row) => `${actor(row)} ${row.operationText}`}
        href={(row) => `/audit/${row.id}`}
        empty={empty}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loading && Boolean(data)}
        onLoadMore={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
      />
      {chain && (
        <OnPaper>
          <Box sx={{ mt: 2, fontSize: '8pt', overflowWrap: 'anywhere' }}>{t('printedChain', { seq: chain.seq, hash: chain.hash })}</Box>
          <Box sx={{ fontSize: '8pt' }}>{t('key', { fingerprint: chain.fingerprint })}</Box>
          <Box sx={{ mt: 4, textAlign: 'right', fontSize: '10pt' }}>{t('printedSign')}</Box>
        </OnPaper>
      )}
    </>
  );
}

function ChainLine({ chain }: { chain: AuditChainQuery['auditChain'] }) {
  const t = useMessages(audit);
  const format = useFormat();
  if (chain.seq === 0) return t('notSealed');
  return (
    <>
      {t('sealed', { seq: format.number(chain.seq), oldest: chain.oldestAt ? format.date(chain.oldestAt) : '' })}
      {chain.anchorSeq > 0 && ` · ${t('anchored', { seq: format.number(chain.anchorSeq) })}`}
      {' · '}
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>{t('key', { fingerprint: chain.fingerprint })}</Box>
    </>
  );
}
