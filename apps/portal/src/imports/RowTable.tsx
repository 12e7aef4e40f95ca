import { Box, Table, TableBody, TableCell, TableHead, TableRow, Tooltip } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';
import type { ImportRowPartsFragment } from './imports.generated.ts';
import { RowOutcome } from './RowOutcome.tsx';
import type { FileColumn } from './RowOutcome.tsx';

const pinned = { position: 'sticky', left: 0, bgcolor: 'background.paper' } as const;

/** The rows as they stand in the file, what becomes of them beside; cells with a problem stand out. */
export function RowTable({ rows, columns }: { rows: readonly ImportRowPartsFragment[]; columns: readonly FileColumn[] }) {
  const t = useMessages(imports);
  return (
    <Box role="region" aria-label={t('rows')} tabIndex={0} sx={{ overflow: 'auto', maxHeight: 'max(320px, calc(100vh - 260px))', border: 1, borderColor: 'divider', borderRadius: '8px' }}>
      <Table stickyHeader aria-label={t('rows')}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ left: 0, zIndex: 3, whiteSpace: 'nowrap' }}>{t('row')}</TableCell>
            <TableCell>{t('outcome')}</TableCell>
            {columns.map((column) => (
              <TableCell key={column.index} sx={{ whiteSpace: 'nowrap', color: column.field === null ? 'own.faint' : undefined }}>{column.heading || t('noHeading')}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.number} sx={{ '& td, & th': { verticalAlign: 'top' }, '&:last-child td, &:last-child th': { borderBottom: 0 } }}>
              <TableCell component="th" scope="row" sx={{ ...pinned, color: 'own.faint' }}>{row.number}</TableCell>
              <TableCell sx={{ minWidth: 220, maxWidth: 340 }}><RowOutcome row={row} columns={columns} /></TableCell>
              {columns.map((column) => <Cell key={column.index} row={row} index={column.index} used={column.field !== null} />)}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Cell({ row, index, used }: { row: ImportRowPartsFragment; index: number; used: boolean }) {
  const problems = row.problems.filter((problem) => problem.column === index);
  const text = row.cells[index] ?? '';
  const clamp = { display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'break-word' } as const;
  if (problems.length === 0) {
    return <TableCell sx={{ minWidth: 90, maxWidth: 240, fontSize: 13, color: used ? undefined : 'own.faint' }}><Box sx={clamp}>{text}</Box></TableCell>;
  }
  const tone = problems.every((problem) => problem.warning) ? 'pending' : 'danger';
  return (
    <Tooltip title={problems.map((problem) => problem.message).join('\n')}>
      <TableCell
        sx={{
          minWidth: 90, maxWidth: 240, fontSize: 13,
          color: `own.status.${tone}.text`, bgcolor: `own.status.${tone}.tint`,
          boxShadow: `inset 0 0 0 1px var(--gj-palette-own-status-${tone}-bar)`,
        }}
      >
        <Box sx={{ ...clamp, minHeight: 20 }}>{text}</Box>
      </TableCell>
    </Tooltip>
  );
}
