import type { ReactNode } from 'react';
import { Link } from '@mui/material';

interface Props<Row> {
  row: Row;
  href?: ((row: Row) => string) | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  children: ReactNode;
}

const look = { color: 'text.primary', fontWeight: 500, textAlign: 'left', '&:hover': { color: 'primary.main' } } as const;

/** The link or button that stands for a whole row. */
export function RowHandle<Row>({ row, href, onOpen, children }: Props<Row>) {
  if (href) return <Link data-row-handle href={href(row)} sx={look}>{children}</Link>;
  if (onOpen) {
    return <Link data-row-handle component="button" type="button" sx={{ ...look, font: 'inherit' }} onClick={() => onOpen(row)}>{children}</Link>;
  }
  return <>{children}</>;
}
