import { useId } from 'react';
import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';

interface Props {
  title: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  /** The content brings its own margins. */
  flush?: boolean;
}

/** A named part of the page with a border around it. */
export function Card({ title, note, action, children, flush }: Props) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper', minWidth: 0, display: 'flex', flexDirection: 'column' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, pt: 1.5, pb: 1, minHeight: 32 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: 1 }}>
          <Typography id={id} variant="h2" sx={{ fontSize: 15 }}>{title}</Typography>
          {note && <Typography component="span" sx={{ fontSize: 12, color: 'own.faint' }}>{note}</Typography>}
        </Box>
        {action}
      </Box>
      <Box sx={{ flex: 1, ...(!flush && { px: 2, pb: 2 }) }}>{children}</Box>
    </Box>
  );
}
