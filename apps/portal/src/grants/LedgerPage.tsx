import { Fragment, useState } from 'react';
import { Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SelectInput, SkeletonPage, StatusChip, useFormat, useToday } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { AgreementLedgerDocument } from './grants.generated.ts';
import type { AgreementLedgerQuery } from './grants.generated.ts';
import { grants } from './grants.messages.ts';
import { amountOf, saveLedger, type Unit, unitOf } from './ledger-csv.ts';
import { LedgerLines } from './LedgerLines.tsx';

type Clause = AgreementLedgerQuery['ledger']['clauses'][number];
type Period = Clause['periods'][number];

/** What an agreement's clauses on pools came to in a year: for all parties the same figures. */
export default function LedgerPage() {
  const t = useMessages(grants);
  const { id = '' } = useParams();
  const today = useToday();
  const [{ year }, setUrl] = useUrlState({ year: today.slice(0, 4) });
  const { data, previousData, error, refetch } = useQuery(AgreementLedgerDocument, { variables: { id, year: Number(year) }, fetchPolicy: 'cache-and-network' });
  const shown = data ?? previousData;
  const agreement = shown?.agreement;
  usePageTitle(agreement ? `${t('ledger')} · ${agreement.number}` : undefined);
  const back = <Button href={`/agreements/${id}`}>{t('toAgreement')}</Button>;
  if (error && !shown) return errorText(error) ? <EmptyState title={t('noLedger')} action={back}>{errorText(error)}</EmptyState> : <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!shown || !agreement) return <SkeletonPage />;
  const [first, last] = [Number(agreement.since.slice(0, 4)), Number(agreement.until.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
  return (
    <>
      <PageHeader
        title={t('ledger')}
        description={t('ledgerOf', { number: agreement.number, title: agreement.title })}
        actions={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'end', '@media print': { display: 'none' } }}>
            <Box sx={{ width: 110 }}><SelectInput label={t('year')} value={year} onChange={(next) => setUrl({ year: next })} options={(years.includes(year) ? years : [...years, year].sort()).map((value) => ({ value, label: value }))} /></Box>
            <Button startIcon={<DownloadIcon />} onClick={() => saveLedger(`${agreement.number}-${year}.csv`, shown.ledger.clauses, t)}>{t('export')}</Button>
            <Button startIcon={<PrintIcon />} onClick={() => print()}>{t('print')}</Button>
            {back}
          </Box>
        }
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {shown.ledger.clauses.map((clause) => <ClauseBooks key={clause.grant.id} clause={clause} />)}
      </Box>
    </>
  );
}

function ClauseBooks({ clause }: { clause: Clause }) {
  const { grant, periods } = clause;
  const t = useMessages(grants);
  const format = useFormat();
  const [open, setOpen] = useState<string>();
  const title = grant.clause ? t('clauseNumber', { number: grant.clause.number }) : t('clause');
  const unit = unitOf(clause);
  const terms = grant.clause?.terms;
  const per = terms?.__typename === 'ResourceUseTerms' ? terms.quota?.per : terms?.__typename === 'ExchangeTerms' ? 'YEAR' : undefined;
  const periodName = (first: string) => (per === 'YEAR' ? first.slice(0, 4) : per === 'MONTH' ? format.month(first.slice(0, 7)) : format.day(first));
  const number = (value: number) => <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>{value}</TableCell>;
  return (
    <Panel title={title} action={!grant.inForce && <StatusChip tone="maintenance">{t('notInForce')}</StatusChip>}>
      {grant.clause && <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>{grant.clause.sentence}</Typography>}
      {periods.length === 0 ? <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('noUse')}</Typography> : (
        <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('ledger')}>
          <Table size="small" sx={{ '& th, & td': { whiteSpace: 'nowrap' }, '& > thead > tr > :first-of-type, & > tbody > tr > th': { position: 'sticky', left: 0, zIndex: 1 }, '& > tbody > tr > th': { bgcolor: 'background.paper' } }}>
            <caption>{t('inUnit', { unit: t(`unit.${unit}`) })}</caption>
            <TableHead>
              <TableRow>{(['period', 'allotted', 'beyond', 'reserved', 'used', 'available', 'fee'] as const).map((key) => <TableCell key={key} align={key === 'period' ? 'left' : 'right'}>{t(key)}</TableCell>)}<TableCell /></TableRow>
            </TableHead>
            <TableBody>
              {periods.map((period) => (
                <Fragment key={period.period}>
                  <TableRow>
                    <TableCell component="th" scope="row">{periodName(period.period)}<Bar period={period} unit={unit} />
                      {/* The column itself is out of sight on a phone. */}
                      <Box aria-hidden sx={{ display: { sm: 'none' }, mt: 0.5, color: 'text.secondary' }}>{t('available')} {amountOf(period.available, unit)}</Box>
                    </TableCell>
                    {[period.allotted, period.beyond, period.reserved, period.used, period.available].map((minutes, index) => <TableCell key={index} align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>{amountOf(minutes, unit)}</TableCell>)}{number(period.fee)}
                    <TableCell align="right" sx={{ '@media print': { display: 'none' } }}><Link component="button" aria-expanded={open === period.period} onClick={() => setOpen(open === period.period ? undefined : period.period)}>{t('lines')}</Link></TableCell>
                  </TableRow>
                  {open === period.period && <TableRow><TableCell colSpan={8}><LedgerLines grantId={grant.id} period={period.period} unit={unit} /></TableCell></TableRow>}
                </Fragment>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Panel>
  );
}

/** Used, reserved and left at a glance; the numbers stand beside it. */
function Bar({ period: { used, reserved, available }, unit }: { period: Period; unit: Unit }) {
  const t = useMessages(grants);
  const all = Math.max(1, used + reserved + available);
  return (
    <Box role="img" aria-label={t('bar', { used: amountOf(used, unit), reserved: amountOf(reserved, unit), available: amountOf(available, unit), unit: t(`unit.${unit}`) })} sx={{ display: 'flex', height: 6, width: { xs: 72, sm: 140 }, mt: 0.5, borderRadius: 3, overflow: 'hidden', bgcolor: 'action.hover' }}>
      <Box sx={{ width: `${(100 * used) / all}%`, bgcolor: 'primary.main' }} />
      <Box sx={{ width: `${(100 * reserved) / all}%`, bgcolor: 'primary.main', opacity: 0.45 }} />
    </Box>
  );
}
