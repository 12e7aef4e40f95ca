import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Box, Button, Checkbox, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { EmptyState, ErrorState } from './states.tsx';
import { RowCards } from './RowCards.tsx';
import { RowHandle } from './RowHandle.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';
import { useUiTexts } from './texts.tsx';
import { useAbove } from './useAbove.ts';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'left' | 'right' | 'center';
  width?: number | string;
  /** The value of `orderBy` that the header asks for. */
  sort?: string;
  /** Left out of the cards on a phone. */
  wideOnly?: boolean;
}

export interface DataTableProps<Row> {
  /** Says what the table holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while loading. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** The row's name in words, for its checkbox. */
  rowName?: (row: Row) => string;
  /** Where the row leads; the first column becomes the link. Or `onOpen`. */
  href?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  sort?: string;
  onSort?: (sort: string) => void;
  empty?: ReactNode;
  /** The text of what went wrong. */
  error?: string | undefined;
  onRetry?: () => void;
  totalCount?: number | undefined;
  hasMore?: boolean;
  onLoadMore?: () => void;
  loadingMore?: boolean;
  selection?: { selected: ReadonlySet<string>; onChange: (selected: Set<string>) => void };
  /** At the end of each row, such as a menu. */
  actions?: (row: Row) => ReactNode;
}

/** What stands below a list: how much of it is shown, and the button for more. */
const BELOW = 72;

/** The list of the house: a table on a desk, cards on a phone. Arrow keys go from row to row, Enter opens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, rowName, sort, onSort, selection, actions } = props;
  const texts = useUiTexts();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const body = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const above = useAbove(scroller);

  const roam = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !(event.target as HTMLElement).matches('[data-row-handle]')) return;
    const handles = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-handle]') ?? [])];
    const next = handles[handles.indexOf(event.target as HTMLElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  if (props.error && !rows?.length) return <Frame><ErrorState message={props.error} onRetry={props.onRetry} /></Frame>;
  if (rows && rows.length === 0) return <Frame>{props.empty ?? <EmptyState title={texts.nothingHere} />}</Frame>;

  const allSelected = Boolean(rows?.length && selection && rows.every((row) => selection.selected.has(rowKey(row))));
  const toggle = (keys: string[], on: boolean) => {
    const selected = new Set(selection?.selected);
    for (const key of keys) {
      if (on) selected.add(key);
      else selected.delete(key);
    }
    selection?.onChange(selected);
  };

  return (
    // The keys only move the focus between links and buttons that are reachable by Tab as well.
    <div ref={body} onKeyDown={roam} role="presentation">
      {narrow ? (
        <RowCards {...props} onToggle={(key, on) => toggle([key], on)} />
      ) : (
        <Frame>
          <Box ref={scroller} sx={{ overflow: 'auto', minHeight: 0, maxHeight: `max(320px, calc(100dvh - ${above + BELOW}px))` }} tabIndex={0} role="region" aria-label={label}>
            <Table stickyHeader aria-label={label} aria-busy={!rows}>
              <TableHead>
                <TableRow>
                  {selection && (
                    <TableCell padding="checkbox">
                      <Checkbox
                        checked={allSelected}
                        disabled={!rows}
                        onChange={(_, on) => toggle((rows ?? []).map(rowKey), on)}
                        slotProps={{ input: { 'aria-label': texts.selectAll } }}
                      />
                    </TableCell>
                  )}
                  {columns.map((column) => (
                    <TableCell
                      key={column.key}
                      align={column.align ?? 'left'}
                      style={{ width: column.width, whiteSpace: 'nowrap' }}
                      aria-sort={column.sort && column.sort === sort ? 'ascending' : undefined}
                    >
                      {column.sort && onSort ? (
                        <TableSortLabel active={column.sort === sort} direction="asc" onClick={() => onSort(column.sort!)}>
                          {column.header}
                        </TableSortLabel>
                      ) : column.header}
                    </TableCell>
                  ))}
                  {actions && <TableCell aria-label={texts.rowActions} style={{ width: 48 }} />}
                </TableRow>
              </TableHead>
              <TableBody>
                {!rows && <SkeletonRows columns={columns.length + (selection ? 1 : 0) + (actions ? 1 : 0)} />}
                {rows?.map((row) => {
                  const key = rowKey(row);
                  const openable = Boolean(props.href || props.onOpen);
                  return (
                    <TableRow
                      key={key}
                      hover
                      onClick={(event) => openable && followRow(event.currentTarget, event.target as HTMLElement)}
                      sx={{ cursor: openable ? 'pointer' : undefined, '&:last-child td': { borderBottom: 0 } }}
                    >
                      {selection && (
                        <TableCell padding="checkbox">
                          <Checkbox
                            checked={selection.selected.has(key)}
                            onChange={(_, on) => toggle([key], on)}
                            slotProps={{ input: { 'aria-label': texts.selectRow(rowName?.(row) ?? key) } }}
                          />
                        </TableCell>
                      )}
                      {columns.map((column, index) => (
                        <TableCell key={column.key} align={column.align ?? 'left'}>
                          {index === 0 ? <RowHandle row={row} href={props.href} onOpen={props.onOpen}>{column.cell(row)}</RowHandle> : column.cell(row)}
                        </TableCell>
                      ))}
                      {actions && <TableCell align="right" sx={{ py: 0 }}>{actions(row)}</TableCell>}
                    </TableRow>
                  );
                })}
              </TableBody>
            </Table>
          </Box>
        </Frame>
      )}
      <MoreRows {...props} />
    </div>
  );
}

/** A click anywhere in the row does what its link does, except on controls of its own. */
function followRow(row: HTMLElement, target: HTMLElement) {
  if (target.closest('a, button, input, label, [role="menu"], [role="presentation"].MuiModal-root')) return;
  if (globalThis.getSelection?.()?.toString()) return;
  row.querySelector<HTMLElement>('[data-row-handle]')?.click();
}

function Frame({ children }: { children: ReactNode }) {
  return <Box sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden', bgcolor: 'background.paper' }}>{children}</Box>;
}

function MoreRows<Row>({ rows, totalCount, hasMore, onLoadMore, loadingMore }: DataTableProps<Row>) {
  const texts = useUiTexts();
  if (!rows || (totalCount === undefined && !hasMore)) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, pt: 1, minHeight: 40, fontSize: 13, color: 'own.faint' }}>
      <span>{totalCount !== undefined && texts.rows(rows.length, totalCount)}</span>
      {hasMore && onLoadMore && <Button onClick={onLoadMore} loading={loadingMore ?? false}>{texts.loadMore}</Button>}
    </Box>
  );
}
