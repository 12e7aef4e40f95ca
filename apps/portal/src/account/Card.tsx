import { useId } from 'react';
import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';

interface Props {
  title: string;
  help?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

/** One part of the page about one's account: a heading, what it is for, what one can do. */
export function Card({ title, help, action, children }: Props) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper', p: 2, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5 }}>
        <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
          <Typography id={id} variant="h2" sx={{ fontSize: 15 }}>{title}</Typography>
          {help && <Typography component="div" variant="body2" sx={{ color: 'own.faint', mt: 0.25 }}>{help}</Typography>}
        </Box>
        {action && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{action}</Box>}
      </Box>
      {children && <Box sx={{ mt: 1.5 }}>{children}</Box>}
    </Box>
  );
}

/** One line of a card: what it is, what is known about it, what can be done. */
export function Line({ icon, name, about, action, first }: { icon?: ReactNode; name: ReactNode; about?: ReactNode; action?: ReactNode; first?: boolean }) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, py: 1, flexWrap: 'wrap', ...(!first && { borderTop: 1, borderColor: 'divider' }) }}>
      {icon && <Box aria-hidden sx={{ color: 'text.secondary', display: 'flex' }}>{icon}</Box>}
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', overflowWrap: 'anywhere' }}>{name}</Box>
        {about && <Typography sx={{ fontSize: 12, color: 'own.faint', overflowWrap: 'anywhere' }}>{about}</Typography>}
      </Box>
      {action && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>{action}</Box>}
    </Box>
  );
}

export const plainList = { listStyle: 'none', m: 0, p: 0 } as const;
