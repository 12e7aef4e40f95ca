import { Box, Button, Chip, Typography } from '@mui/material';
import type { PickedResourceFragment } from '../booking/booking.generated.ts';
import { useMessages } from '../i18n/index.ts';
import { timelineTexts } from './timeline.messages.ts';

interface Props {
  chosen: readonly PickedResourceFragment[];
  onRemove: (id: string) => void;
  onClear: () => void;
  onBook: () => void;
}

/** The resources chosen so far, with their owners, until they are booked together. */
export function Basket({ chosen, onRemove, onClear, onBook }: Props) {
  const t = useMessages(timelineTexts);
  if (chosen.length === 0) return null;
  const owners = new Set(chosen.map(({ owner }) => owner.id)).size;
  return (
    <Box role="region" aria-label={t('basket', { count: chosen.length, owners })} sx={{ borderTop: 1, borderColor: 'own.line', bgcolor: 'background.paper', px: 3, py: 1, display: 'flex', alignItems: 'center', gap: 2 }}>
      <Typography variant="body2" sx={{ flex: 'none', fontWeight: 600 }}>{t('basket', { count: chosen.length, owners })}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, flex: 1, minWidth: 0, display: 'flex', gap: 0.75, flexWrap: 'wrap', maxHeight: 60, overflowY: 'auto' }}>
        {chosen.map((resource) => (
          <li key={resource.id}>
            <Chip
              variant="outlined"
              label={<>{resource.name} <Box component="span" sx={{ color: 'own.faint' }}>{resource.owner.shortName}</Box></>}
              onDelete={() => onRemove(resource.id)}
              slotProps={{ deleteIcon: { 'aria-label': t('removeChosen', { name: resource.name }), role: 'button', tabIndex: 0 } } as never}
              sx={{ height: 26, borderColor: 'own.lineStrong' }}
            />
          </li>
        ))}
      </Box>
      <Button variant="text" onClick={onClear}>{t('clearChosen')}</Button>
      <Button variant="contained" color="primary" onClick={onBook}>{t('bookChosen')}</Button>
    </Box>
  );
}
