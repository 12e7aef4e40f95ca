import { Box, Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { SkeletonLines, useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { HomeLoadQuery } from './home.generated.ts';
import { home } from './home.messages.ts';

type Owner = HomeLoadQuery['parkLoad']['byOwner'][number];
const shown = 6;

/** Who shares most: hours of their resources that others used. */
export function OwnerTable({ owners }: { owners: readonly Owner[] | undefined }) {
  const t = useMessages(home);
  const format = useFormat();
  if (!owners) return <Box sx={{ px: 2, pb: 2 }}><SkeletonLines lines={5} height={32} /></Box>;
  const most = [...owners].sort((a, b) => b.sharedHours - a.sharedHours || b.bookedHours - a.bookedHours).slice(0, shown);
  return (
    <Table aria-label={t('owners')} sx={{ '& tbody tr:last-of-type td': { borderBottom: 0 }, '& td, & th': { px: 1, '&:first-of-type': { pl: 2 }, '&:last-of-type': { pr: 2 } } }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('owner')}</TableCell>
          <TableCell align="right">{t('ownerResources')}</TableCell>
          <TableCell align="right">{t('ownerBooked')}</TableCell>
          <TableCell align="right">{t('ownerShared')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {most.map(({ owner, resourceCount, bookedHours, sharedHours }) => (
          <TableRow key={owner.id}>
            <TableCell><Link href={`/resources?ownerIds=${owner.id}`} sx={{ color: 'text.primary' }}>{owner.shortName}</Link></TableCell>
            <TableCell align="right">{format.number(resourceCount)}</TableCell>
            <TableCell align="right">{format.number(bookedHours)}</TableCell>
            <TableCell align="right">{format.number(sharedHours)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
