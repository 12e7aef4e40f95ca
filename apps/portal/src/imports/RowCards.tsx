import { Box } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';
import type { ImportRowPartsFragment } from './imports.generated.ts';
import { RowOutcome } from './RowOutcome.tsx';
import type { FileColumn } from './RowOutcome.tsx';

/** The rows for a phone: what becomes of each first, then the cells that count. */
export function RowCards({ rows, columns }: { rows: readonly ImportRowPartsFragment[]; columns: readonly FileColumn[] }) {
  const t = useMessages(imports);
  return (
    <Box component="ul" aria-label={t('rows')} sx={{ display: 'grid', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
      {rows.map((row) => {
        const shown = columns.filter((column) => row.problems.some((problem) => problem.column === column.index) || (column.field !== null && row.cells[column.index]));
        return (
          <Box component="li" key={row.number} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', p: 1.5 }}>
            <Box sx={{ fontSize: 12, color: 'own.faint' }}>{t('row')} {row.number}</Box>
            <RowOutcome row={row} columns={columns} />
            <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 1.5, rowGap: 0.25, m: 0, mt: 1, fontSize: 13 }}>
              {shown.map((column) => (
                <Box key={column.index} sx={{ display: 'contents' }}>
                  <Box component="dt" sx={{ color: 'own.faint' }}>{column.heading || t('noHeading')}</Box>
                  <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', color: row.problems.some((p) => p.column === column.index && !p.warning) ? 'error.main' : undefined }}>
                    {row.cells[column.index] || t('emptyValue')}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
