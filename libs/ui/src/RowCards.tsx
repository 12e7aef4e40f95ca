import type { ReactNode } from 'react';
import { Box, Checkbox, Skeleton } from '@mui/material';
import type { DataTableProps } from './DataTable.tsx';
import { RowHandle } from './RowHandle.tsx';
import { useUiTexts } from './texts.tsx';

const isEmpty = (content: ReactNode) => content === null || content === undefined || content === false || content === '';

interface Props<Row> extends DataTableProps<Row> {
  onToggle: (key: string, on: boolean) => void;
}

/** The same rows for a phone: the first column is the heading, the others follow with their names. */
export function RowCards<Row>({ label, columns, rows, rowKey, rowName, href, onOpen, selection, actions, onToggle }: Props<Row>) {
  const texts = useUiTexts();
  const card = { border: 1, borderColor: 'divider', borderRadius: '8px', p: 1.5, bgcolor: 'background.paper' };
  const [first, ...others] = columns;

  if (!rows) {
    return (
      <Box role="status" aria-label={texts.loading} sx={{ display: 'grid', gap: 1 }}>
        {[1, 2, 3, 4].map((key) => <Skeleton key={key} variant="rounded" height={104} />)}
      </Box>
    );
  }
  return (
    <Box component="ul" aria-label={label} sx={{ display: 'grid', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
      {rows.map((row) => {
        const key = rowKey(row);
        return (
          <Box component="li" key={key} sx={card}>
            <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
              {selection && (
                <Checkbox
                  sx={{ m: '-6px 0 0 -6px' }}
                  checked={selection.selected.has(key)}
                  onChange={(_, on) => onToggle(key, on)}
                  slotProps={{ input: { 'aria-label': texts.selectRow(rowName?.(row) ?? key) } }}
                />
              )}
              <Box sx={{ flex: 1, minWidth: 0, fontWeight: 500, overflowWrap: 'anywhere' }}>
                <RowHandle row={row} href={href} onOpen={onOpen}>{first?.cell(row)}</RowHandle>
              </Box>
              {actions && <Box sx={{ m: '-6px -6px 0 0' }}>{actions(row)}</Box>}
            </Box>
            <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 1.5, rowGap: 0.5, m: 0, mt: 0.75, fontSize: 13 }}>
              {others.filter((column) => !column.wideOnly).map((column) => [column, column.cell(row)] as const).filter(([, content]) => !isEmpty(content)).map(([column, content]) => (
                <Box key={column.key} sx={{ display: 'contents' }}>
                  <Box component="dt" sx={{ color: 'own.faint', whiteSpace: 'nowrap' }}>{column.header}</Box>
                  <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>{content}</Box>
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
