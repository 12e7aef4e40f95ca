import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Names and values under each other. What is unknown is left out: an empty row tells nothing. */
export function Facts({ items, columns = 1 }: { items: readonly Fact[]; columns?: 1 | 2 }) {
  const known = items.filter((item) => item.value !== null && item.value !== undefined && item.value !== '' && item.value !== false);
  return (
    <Box
      component="dl"
      sx={{
        m: 0, display: 'grid', columnGap: 3, rowGap: 0.75, fontSize: 14,
        gridTemplateColumns: { xs: '1fr', sm: `repeat(${columns}, minmax(0, 1fr))` },
      }}
    >
      {known.map((item) => (
        <Box key={item.label} sx={{ display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr)', columnGap: 1 }}>
          <Box component="dt" sx={{ color: 'own.faint', fontSize: 13, lineHeight: '22px' }}>{item.label}</Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', lineHeight: '22px' }}>{item.value}</Box>
        </Box>
      ))}
    </Box>
  );
}

/** A bordered part of a page with its heading. */
export function Panel({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper', p: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, mb: 1, minHeight: 28 }}>
        <Typography variant="h2">{title}</Typography>
        {action}
      </Box>
      {children}
    </Box>
  );
}
