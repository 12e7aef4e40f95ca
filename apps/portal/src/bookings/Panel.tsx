import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';

/** A bordered part of the page with its heading. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper', p: 2, minWidth: 0 }}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>{title}</Typography>
      {children}
    </Box>
  );
}
