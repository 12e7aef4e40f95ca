import { Skeleton, TableCell, TableRow } from '@mui/material';

/** Rows on their way, as high as the rows that follow, so that nothing jumps. */
export function SkeletonRows({ columns, rows = 8 }: { columns: number; rows?: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <TableRow key={row}>
      {Array.from({ length: columns }, (_, column) => (
        <TableCell key={column}><Skeleton width={column === 0 ? '70%' : '50%'} /></TableCell>
      ))}
    </TableRow>
  ));
}
