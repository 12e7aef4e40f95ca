import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { Panel } from '../bookings/Panel.tsx';
import { recordAddress } from './audit-filter.ts';
import { audit } from './audit.messages.ts';
import type { AuditEntryDetailQuery } from './audit.generated.ts';

type Change = NonNullable<AuditEntryDetailQuery['auditEntry']>['details'][number];

/** One record: field by field before and after, in words; the raw data for those who want it. */
export function ChangePanel({ change, withHistory }: { change: Change; withHistory: boolean }) {
  const t = useMessages(audit);
  const { subjectType, subjectId, subjectText, subjectName, actionText, fields, before, after } = change;
  const record = recordAddress(subjectType, subjectId);
  return (
    <Panel title={[subjectText, subjectName, actionText].filter(Boolean).join(' · ')}>
      {fields.length === 0 ? (
        <Box sx={{ color: 'own.faint' }}>{t('noFields')}</Box>
      ) : (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small" aria-label={t('section.changes')} sx={{ tableLayout: 'fixed', minWidth: 300 }}>
            <TableHead>
              <TableRow>
                <TableCell sx={{ width: '26%' }}>{t('field')}</TableCell>
                {before !== null && <TableCell>{t('before')}</TableCell>}
                <TableCell>{before === null ? t('value') : t('after')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {fields.map((field) => (
                <TableRow key={field.field} sx={{ '& td': { overflowWrap: 'anywhere', verticalAlign: 'top' } }}>
                  <TableCell sx={{ color: 'text.secondary' }}>{field.label}</TableCell>
                  {before !== null && <TableCell sx={{ color: 'text.secondary' }}>{field.before ?? '—'}</TableCell>}
                  <TableCell sx={{ fontWeight: 500 }}>{field.after ?? '—'}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      <Box data-screen-only sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {record && <Button size="small" href={record}>{t('toRecord')}</Button>}
        {withHistory && subjectId !== '*' && <Button size="small" href={`/audit?subjectType=${subjectType}&subjectId=${subjectId}`}>{t('history')}</Button>}
      </Box>
      <Box component="details" data-screen-only sx={{ mt: 1, fontSize: 13 }}>
        <Box component="summary" sx={{ cursor: 'pointer', color: 'own.faint' }}>{t('json')}</Box>
        <Box component="pre" tabIndex={0} sx={{ m: 0, mt: 1, p: 1, overflow: 'auto', maxHeight: 320, fontSize: 12, bgcolor: 'own.surface.subtle', borderRadius: '4px' }}>
          {JSON.stringify({ subjectType, subjectId, before, after }, null, 2)}
        </Box>
      </Box>
    </Panel>
  );
}
