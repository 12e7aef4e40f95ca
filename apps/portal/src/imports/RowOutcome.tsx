import { Box } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { RowStateChip } from './ImportStateChip.tsx';
import { imports } from './imports.messages.ts';
import type { ImportPartsFragment, ImportRowPartsFragment } from './imports.generated.ts';

export type FileColumn = ImportPartsFragment['columns'][number];

/** What becomes of a row, in words: the problems of its cells, and what would change from what to what. */
export function RowOutcome({ row, columns }: { row: ImportRowPartsFragment; columns: readonly FileColumn[] }) {
  const t = useMessages(imports);
  const headingOf = (column: number | null) => columns.find((each) => each.index === column)?.heading;
  return (
    <Box sx={{ display: 'grid', gap: 0.5, fontSize: 13 }}>
      <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}>
        <RowStateChip state={row.state} />
        {row.units > 1 && <span>{t('units', { count: row.units })}</span>}
      </Box>
      {row.problems.map((problem) => {
        const heading = headingOf(problem.column);
        return (
          <Box key={`${problem.column}-${problem.code}`} sx={{ color: problem.warning ? 'warning.main' : 'error.main' }}>
            {heading ? t('problemAt', { column: heading, message: problem.message }) : problem.message}
          </Box>
        );
      })}
      {row.changes.map((change) => (
        <Box key={change.field}>
          {change.label}{' '}
          <Box component={change.before === null ? 'span' : 'del'} sx={{ color: 'own.faint' }}>{change.before ?? t('emptyValue')}</Box>
          {' → '}
          <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 500 }}>{change.after ?? t('emptyValue')}</Box>
        </Box>
      ))}
    </Box>
  );
}
