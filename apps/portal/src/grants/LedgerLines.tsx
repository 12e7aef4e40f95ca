import { Alert, Link, Skeleton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { LedgerEntriesDocument } from './grants.generated.ts';
import { grants } from './grants.messages.ts';
import { amountOf, type Unit } from './ledger-csv.ts';

/** The lines of one clause in one period, the latest first. */
export function LedgerLines({ grantId, period, unit }: { grantId: string; period: string; unit: Unit }) {
  const t = useMessages(grants);
  const format = useFormat();
  const { data, error } = useQuery(LedgerEntriesDocument, { variables: { grantId, period }, fetchPolicy: 'network-only' });
  if (error) return <Alert severity="error">{errorText(error)}</Alert>;
  if (!data) return <Skeleton variant="rounded" height={80} />;
  return (
    <Table size="small" aria-label={t('linesOf', { period: format.day(period) })}>
      <TableHead><TableRow><TableCell>{t('at')}</TableCell><TableCell>{t('kindOf')}</TableCell><TableCell align="right">{t(`unit.${unit}`)}</TableCell><TableCell>{t('booking')}</TableCell></TableRow></TableHead>
      <TableBody>
        {data.ledgerEntries.map(({ id, at, kind, minutes, booking }) => (
          <TableRow key={id}>
            <TableCell>{format.dateTime(at)}</TableCell>
            <TableCell>{t(`entry.${kind}`)}</TableCell>
            <TableCell align="right">{amountOf(minutes, unit)}</TableCell>
            <TableCell>{booking ? <Link href={`/bookings/${booking.id}`}>{booking.title}</Link> : '—'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
