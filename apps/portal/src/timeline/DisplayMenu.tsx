import { useState } from 'react';
import { Box, Button, Divider, ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import CheckIcon from '@mui/icons-material/CheckOutlined';
import TuneIcon from '@mui/icons-material/TuneOutlined';
import { useMessages } from '../i18n/index.ts';
import { GROUPINGS, ZOOMS, zoomed } from './place.ts';
import type { Place, UrlState } from './place.ts';
import { timelineTexts } from './timeline.messages.ts';

interface Props {
  place: Place;
  set: (change: Partial<UrlState>) => void;
}

/** How rows are grouped, whether the night is shown, how wide an hour is; and the keys. */
export function DisplayMenu({ place, set }: Props) {
  const t = useMessages(timelineTexts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const check = (on: boolean) => <Box component="span" sx={{ width: 22, display: 'inline-flex', flex: 'none' }}>{on && <CheckIcon />}</Box>;
  const zoom = (way: 1 | -1) => set({ zoom: String(zoomed(place.zoom, way)) });
  return (
    <>
      <Button
        id="timeline-display"
        size="small"
        variant="text"
        startIcon={<TuneIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t(`group.${place.grouping}`)}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-labelledby': 'timeline-display' } }}>
        {GROUPINGS.map((group) => (
          <MenuItem key={group} role="menuitemradio" aria-checked={place.grouping === group} onClick={() => set({ group })}>
            {check(place.grouping === group)}<ListItemText>{t(`group.${group}`)}</ListItemText>
          </MenuItem>
        ))}
        <Divider />
        <MenuItem role="menuitemcheckbox" aria-checked={place.night} onClick={() => set({ night: place.night ? '' : '1' })}>
          {check(place.night)}<ListItemText>{t('night')}</ListItemText>
        </MenuItem>
        <MenuItem disabled={place.zoom === ZOOMS.at(-1)} onClick={() => zoom(1)}>{check(false)}<ListItemText>{t('zoomIn')}</ListItemText></MenuItem>
        <MenuItem disabled={place.zoom === ZOOMS[0]} onClick={() => zoom(-1)}>{check(false)}<ListItemText>{t('zoomOut')}</ListItemText></MenuItem>
        <Divider />
        <Box component="li" role="none" sx={{ px: 1, py: 0.5, maxWidth: 320 }}>
          <Typography variant="caption" component="div" sx={{ color: 'own.faint' }}>
            {(['help', 'helpRoam', 'helpEnter', 'helpMove', 'helpSpace'] as const).map((key) => (
              <Box key={key} sx={key === 'help' ? { fontWeight: 600 } : {}}>{t(key)}</Box>
            ))}
          </Typography>
        </Box>
      </Menu>
    </>
  );
}
