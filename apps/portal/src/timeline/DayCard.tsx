import type { MouseEvent, ReactNode } from 'react';
import { Box, ButtonBase } from '@mui/material';
import { hatching } from '@gongjian/ui';
import type { BarTone } from '@gongjian/ui/timeline/index.ts';

interface Props {
  time: ReactNode;
  tone: BarTone | 'free';
  title: ReactNode;
  children?: ReactNode;
  href?: string;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
}

/** One entry of a day on a phone: the time at the left, wide enough for a thumb. */
export function DayCard({ time, tone, title, children, href, onClick }: Props) {
  const status = tone === 'confirmed' || tone === 'pending' || tone === 'maintenance' ? tone : null;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Box sx={{ width: 88, flex: 'none', pt: 1.25, fontSize: 13, color: 'text.secondary' }}>{time}</Box>
      <ButtonBase
        {...(href ? { href } : {})}
        {...(onClick ? { onClick } : {})}
        disabled={!href && !onClick}
        sx={{
          flex: 1, minWidth: 0, minHeight: 44, display: 'block', textAlign: 'start', px: 1.5, py: 1, borderRadius: '6px', border: '1px solid', borderColor: 'own.line', overflowWrap: 'anywhere',
          ...(status && {
            bgcolor: `own.status.${status}.tint`, color: `own.status.${status}.text`, borderColor: `own.status.${status}.border`,
            borderLeft: '3px solid', borderLeftColor: `own.status.${status}.bar`,
          }),
          ...(tone === 'pending' && { borderStyle: 'dashed', borderLeftStyle: 'solid' }),
          ...(tone === 'maintenance' && { backgroundImage: `linear-gradient(to right, var(--gj-palette-own-status-maintenance-tint) 60%, transparent), ${hatching('var(--gj-palette-own-status-maintenance-border)')}` }),
          ...(tone === 'taken' && { bgcolor: 'own.surface.hover', color: 'text.secondary' }),
          ...(tone === 'free' && { color: 'primary.main', borderStyle: 'dashed', borderColor: 'own.lineStrong' }),
        }}
      >
        <Box sx={{ fontWeight: tone === 'free' ? 400 : 600 }}>{title}</Box>
        {children && <Box sx={{ fontSize: 13 }}>{children}</Box>}
      </ButtonBase>
    </Box>
  );
}
