import { useMemo } from 'react';
import { Box } from '@mui/material';
import { StatusChip, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { audit } from './audit.messages.ts';
import type { AuditRowFragment } from './audit.generated.ts';

/** Who did it, in words; for a job, on whose behalf. */
export function useActorText(): (row: AuditRowFragment) => string {
  const t = useMessages(audit);
  const c = useMessages(common);
  const { me } = useSession();
  return ({ person, bySystem, roles, result, apiKeyPrefix }) => {
    if (person && apiKeyPrefix) return t('program', { name: person.name, prefix: apiKeyPrefix });
    if (bySystem) return person ? t('onBehalf', { name: person.name }) : t('system');
    // Operators are in no consortium, so none knows their names; in the installation's own log all that was let in was theirs.
    const operator = roles.includes('PLATFORM_OPERATOR') || (!me.consortium && result === 'DONE');
    return person?.name ?? (operator ? c('role.PLATFORM_OPERATOR') : t('unknown'));
  };
}

/** To the second, as logs are read. */
export function useClock(): (at: string) => string {
  const { timeZone } = useFormat();
  const clock = useMemo(() => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }), [timeZone]);
  return (at) => clock.format(new Date(at));
}

export function useAuditColumns(): Column<AuditRowFragment>[] {
  const t = useMessages(audit);
  const clock = useClock();
  const actor = useActorText();
  return [
    { key: 'at', header: t('column.at'), cell: (row) => <Nowrap>{clock(row.at)}</Nowrap> },
    { key: 'person', header: t('column.person'), cell: (row) => actor(row) },
    { key: 'organisation', header: t('column.organisation'), cell: (row) => row.organisation?.shortName },
    { key: 'operation', header: t('column.operation'), cell: (row) => row.operationText },
    {
      key: 'subject',
      header: t('column.subject'),
      cell: ({ changes, changeCount }) => {
        // What has no name of its own, as an answer to a request, is known by what changed with it.
        const first = changes.find(({ subjectName }) => subjectName) ?? changes[0];
        if (!first) return null;
        const name = [first.subjectText, first.subjectName].filter(Boolean).join(' ');
        return changeCount > 1 ? t('more', { name, count: changeCount }) : name;
      },
    },
    { key: 'result', header: t('column.result'), cell: (row) => <ResultChip row={row} /> },
    { key: 'address', header: t('column.address'), cell: (row) => row.address },
  ];
}

export function ResultChip({ row }: { row: AuditRowFragment }) {
  const t = useMessages(audit);
  return (
    <Box component="span" title={row.codeText ?? undefined}>
      <StatusChip tone={row.result === 'DONE' ? 'success' : 'danger'}>{t(`result.${row.result}`)}</StatusChip>
    </Box>
  );
}

function Nowrap({ children }: { children: React.ReactNode }) {
  return <Box component="span" sx={{ whiteSpace: { sm: 'nowrap' } }}>{children}</Box>;
}
