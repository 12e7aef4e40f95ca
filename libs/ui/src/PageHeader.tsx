import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';

interface Props {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title, such as a StatusChip. */
  badge?: ReactNode;
  /** At the right; one primary button at most. */
  actions?: ReactNode;
}

/** The one `h1` of a page with what one can do there. */
export function PageHeader({ title, description, badge, actions }: Props) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 2 }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>{title}</Typography>
          {badge}
        </Box>
        {description && (
          <Typography variant="body2" sx={{ color: 'own.faint' }}>{description}</Typography>
        )}
      </Box>
      {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
    </Box>
  );
}
