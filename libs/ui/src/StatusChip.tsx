import type { ReactNode } from 'react';
import { Box } from '@mui/material';

export type StatusTone = 'confirmed' | 'pending' | 'draft' | 'maintenance' | 'success' | 'danger';
export type StatusPattern = 'solid' | 'dashed' | 'hatched';

interface Props {
  tone: StatusTone;
  /** Solid: confirmed; dashed: waiting; hatched: maintenance. The default follows from the tone. */
  pattern?: StatusPattern;
  children: ReactNode;
}

export const patternOf = (tone: StatusTone): StatusPattern =>
  tone === 'pending' || tone === 'draft' ? 'dashed' : tone === 'maintenance' ? 'hatched' : 'solid';

/** The diagonal lines of maintenance, as a CSS background. */
export const hatching = (colour: string) => `repeating-linear-gradient(135deg, transparent 0 5px, ${colour} 5px 7px)`;

/** A state by word, colour and pattern. */
export function StatusChip({ tone, pattern = patternOf(tone), children }: Props) {
  const colour = (part: string) => `var(--gj-palette-own-status-${tone}-${part})`;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        height: 22,
        px: '7px',
        borderRadius: '4px',
        fontSize: 12,
        lineHeight: 1,
        whiteSpace: 'nowrap',
        color: colour('text'),
        backgroundColor: colour('tint'),
        border: `1px ${pattern === 'dashed' ? 'dashed' : 'solid'} ${colour(pattern === 'dashed' ? 'bar' : 'border')}`,
        // The hatching stays beside the word, so that the word keeps its contrast.
        ...(pattern === 'hatched' && {
          '&::before': {
            content: '""', width: 10, height: 10, mr: '5px', borderRadius: '2px',
            border: `1px solid ${colour('bar')}`, backgroundImage: hatching(colour('bar')),
          },
        }),
      }}
    >
      {children}
    </Box>
  );
}
