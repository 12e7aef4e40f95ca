import type { ReactNode } from 'react';
import { Box, Chip } from '@mui/material';
import { hatching } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { timelineTexts } from './timeline.messages.ts';

const SWATCHES = {
  confirmed: { bgcolor: 'own.status.confirmed.tint', border: '1px solid', borderColor: 'own.status.confirmed.bar' },
  pending: { bgcolor: 'own.status.pending.tint', border: '1px dashed', borderColor: 'own.status.pending.bar' },
  maintenance: {
    bgcolor: 'own.status.maintenance.tint', border: '1px solid', borderColor: 'own.status.maintenance.bar',
    backgroundImage: hatching('var(--gj-palette-own-status-maintenance-bar)'),
  },
  taken: { bgcolor: 'own.surface.hover', border: '1px solid', borderColor: 'own.lineStrong' },
} as const;

interface Props {
  count: number;
  /** Set when only some resources are shown by their ids. */
  only: string | null;
  onAll: () => void;
  /** What stands at the right. */
  children: ReactNode;
}

/** What the looks of bars mean, how many resources there are, and how they are shown. */
export function Legend({ count, only, onAll, children }: Props) {
  const t = useMessages(timelineTexts);
  return (
    <Box sx={{ px: 3, pb: 1, display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, fontSize: 13, color: 'text.secondary' }}>
      {(Object.keys(SWATCHES) as (keyof typeof SWATCHES)[]).map((tone) => (
        <Box key={tone} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
          <Box aria-hidden component="span" sx={{ width: 14, height: 12, borderRadius: '3px', boxSizing: 'border-box', ...SWATCHES[tone] }} />
          {t(tone)}
        </Box>
      ))}
      <Box sx={{ flex: 1 }} />
      {only !== null && <Chip label={only} onDelete={onAll} slotProps={{ deleteIcon: { 'aria-label': t('showAll'), role: 'button' } } as never} />}
      <span>{t('resourceCount', { count })}</span>
      {children}
    </Box>
  );
}
