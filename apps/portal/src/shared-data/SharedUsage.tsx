import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Box, Button } from '@mui/material';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, SelectInput, useToday } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { SharedDataUsageDocument } from './shared-data.generated.ts';
import type { SharedDataUsageQuery } from './shared-data.generated.ts';
import { sharedData } from './shared-data.messages.ts';
import type { DataSet } from './SharedDataPage.tsx';

type Usage = SharedDataUsageQuery['sharedDataUsage'][number];

/** How many years back one may look. */
const YEARS = 5;

/** How much each of the giver's things was used, on demand. */
export function SharedUsage({ set }: { set: DataSet }) {
  const t = useMessages(sharedData);
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ mt: 1.5 }}>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'hideUsage' : 'showUsage')}</Button>
      {open && <UsageTable set={set} />}
    </Box>
  );
}

function UsageTable({ set: { id, fields, giver } }: { set: DataSet }) {
  const t = useMessages(sharedData);
  const words = useMessages(common);
  const now = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(String(now));
  const { data, previousData, error, refetch } = useQuery(SharedDataUsageDocument, { variables: { grantId: id, year: Number(year) }, fetchPolicy: 'cache-and-network' });
  const columns: Column<Usage>[] = [
    { key: 'name', header: t('resource'), cell: ({ name }) => name ?? t('hidden') },
    { key: 'kind', header: t('kind'), cell: ({ kind }) => words(`resourceKind.${kind}`) },
    ...(fields.includes('BOOKINGS') ? [{ key: 'bookings', header: t('bookingCount'), align: 'right' as const, cell: ({ bookings }: Usage) => bookings }] : []),
    ...(fields.includes('USAGE_HOURS') ? [{ key: 'hours', header: t('hourCount'), align: 'right' as const, cell: ({ hours }: Usage) => hours }] : []),
  ];
  return (
    <>
      <Box sx={{ width: 120, my: 1 }}><SelectInput label={t('year')} value={year} onChange={setYear} options={Array.from({ length: YEARS }, (_, index) => ({ value: String(now - index), label: String(now - index) }))} /></Box>
      <DataTable label={t('usageOf', { name: giver.name })} columns={columns} rows={(data ?? previousData)?.sharedDataUsage} rowKey={(row) => row.id} error={error && errorText(error)} onRetry={() => void refetch()} empty={<EmptyState title={t('noUsage')} />} />
    </>
  );
}
