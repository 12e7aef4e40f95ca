import type { ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { Box, Button } from '@mui/material';
import { useParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SkeletonLines, StatusChip, useFormat } from '@gongjian/ui';
import type { Role } from '@gongjian/api/schema.types.ts';
import { common, useMessages } from '../i18n/index.ts';
import { Panel } from '../bookings/Panel.tsx';
import { useSession } from '../session/index.ts';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { audit } from './audit.messages.ts';
import { AuditEntryDetailDocument } from './audit.generated.ts';
import { ChangePanel } from './ChangePanel.tsx';
import { PaperStyles } from './Printed.tsx';
import { useAgainInLanguage } from './useAgainInLanguage.ts';
import { ResultChip, useActorText, useClock } from './useAuditColumns.tsx';

export default function AuditEntryPage() {
  const t = useMessages(audit);
  const c = useMessages(common);
  const format = useFormat();
  const { me } = useSession();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AuditEntryDetailDocument, { variables: { id } });
  useAgainInLanguage(refetch);
  const actor = useActorText();
  const clock = useClock();
  const entry = data?.auditEntry;
  usePageTitle(entry?.operationText);

  if (error && !entry) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={10} />;
  if (!entry) return <EmptyState title={t('notFoundTitle')} action={<Button href={me.viewerReadsAudit ? '/audit' : '/audit/mine'}>{t('toList')}</Button>}>{t('notFoundHelp')}</EmptyState>;

  const facts: [string, ReactNode][] = [
    [t('column.at'), clock(entry.at)],
    [t('column.person'), actor(entry)],
    [t('column.organisation'), entry.organisation?.shortName],
    [t('fact.roles'), format.list(entry.roles.map((role) => c(`role.${role as Role}`)))],
    [t('column.address'), entry.address],
    [t('fact.request'), entry.requestId],
    [t('fact.code'), entry.codeText],
  ];
  const proof: [string, ReactNode][] = entry.seal
    ? [
        [t('fact.state'), <StatusChip key="state" tone={entry.seal.state === 'PROVEN' ? 'success' : entry.seal.state === 'ADOPTED' ? 'draft' : 'danger'}>{t(`seal.${entry.seal.state}`)}</StatusChip>],
        [t('fact.seq'), format.number(entry.seal.seq)],
        [t('fact.hash'), entry.seal.hash],
      ]
    : [[t('fact.state'), t('waiting')]];

  return (
    <>
      <PaperStyles />
      <PageHeader
        title={entry.operationText}
        badge={<ResultChip row={entry} />}
        actions={me.viewerReadsAudit && entry.person && <Box data-screen-only><Button href={`/audit?personId=${entry.person.id}`}>{t('byPerson')}</Button></Box>}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          {entry.details.length === 0 && <Panel title={t('section.changes')}><Box sx={{ color: 'own.faint' }}>{t('noChanges')}</Box></Panel>}
          {entry.details.map((change) => <ChangePanel key={change.ordinal} change={change} withHistory={me.viewerReadsAudit} />)}
          {me.viewerReadsAudit && entry.changeCount > entry.details.length && <Box sx={{ color: 'own.faint', fontSize: 13 }}>{t('changesShown', { count: entry.changeCount, shown: entry.details.length })}</Box>}
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Panel title={t('section.facts')}><FactList facts={facts} /></Panel>
          <Panel title={t('section.proof')}><FactList facts={proof} /></Panel>
        </Box>
      </Box>
    </>
  );
}

function FactList({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 2, rowGap: 0.75, m: 0 }}>
      {facts.filter(([, value]) => value).map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'own.faint', whiteSpace: 'nowrap' }}>{name}</Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>{value}</Box>
        </Box>
      ))}
    </Box>
  );
}
