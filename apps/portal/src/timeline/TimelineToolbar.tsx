import { useRef } from 'react';
import { Box, Button, IconButton, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import BackIcon from '@mui/icons-material/ChevronLeftOutlined';
import NextIcon from '@mui/icons-material/ChevronRightOutlined';
import { addDays, SearchInput, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { KINDS, stepDays, VIEWS } from './place.ts';
import type { Place, UrlState } from './place.ts';
import { rangeTitle } from './texts.ts';
import { timelineTexts } from './timeline.messages.ts';

interface Props {
  place: Place;
  url: UrlState;
  set: (change: Partial<UrlState>) => void;
  canBook: boolean;
  onNew: () => void;
}

/** When, what and how one looks; and the one primary button. */
export function TimelineToolbar({ place, url, set, canBook, onNew }: Props) {
  const t = useMessages(timelineTexts);
  const say = useMessages(common);
  return (
    <Box sx={{ px: 3, pt: 1.5, pb: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, '& .MuiToggleButton-root': { px: 0.75, fontSize: 13 } }}>
      <Typography variant="h1" sx={{ mr: 0.5 }}>{t('title')}</Typography>
      <DayNavigation place={place} set={set} />
      <Box sx={{ flex: 1 }} />
      <SearchInput value={url.q} onChange={(q) => set({ q })} placeholder={t('searchPlaceholder')} width={118} />
      <ToggleButtonGroup exclusive value={url.kind} aria-label={t('kind')} onChange={(_, kind: string | null) => kind !== null && set({ kind })}>
        <ToggleButton value="">{say('all')}</ToggleButton>
        {KINDS.map((kind) => (
          <ToggleButton key={kind} value={kind}>{say(`resourceKind.${kind}`)}</ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButtonGroup exclusive value={place.view} aria-label={t('view')} onChange={(_, view: string | null) => view !== null && set({ view })}>
        {VIEWS.map((view) => (
          <ToggleButton key={view} value={view}>{t(`view.${view}`)}</ToggleButton>
        ))}
      </ToggleButtonGroup>
      {canBook && (
        <Button variant="contained" color="primary" startIcon={<AddIcon />} onClick={onNew} sx={{ ml: 'auto' }}>{t('newBooking')}</Button>
      )}
    </Box>
  );
}

export function DayNavigation({ place, set }: Pick<Props, 'place' | 'set'>) {
  const t = useMessages(timelineTexts);
  const format = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  const step = stepDays(place.view);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.25, position: 'relative' }}>
      <Button onClick={() => set({ day: '' })} sx={{ mr: 0.5 }}>{t('today')}</Button>
      <IconButton aria-label={t(place.view === 'day' ? 'previousDay' : 'previous')} onClick={() => set({ day: addDays(place.day, -step) })}><BackIcon /></IconButton>
      <IconButton aria-label={t(place.view === 'day' ? 'nextDay' : 'next')} onClick={() => set({ day: addDays(place.day, step) })}><NextIcon /></IconButton>
      <Button
        variant="text"
        aria-haspopup="dialog"
        onClick={() => {
          const input = picker.current;
          if (!input) return;
          if (typeof input.showPicker === 'function') input.showPicker();
          else input.focus();
        }}
        sx={{ fontSize: 16, fontWeight: 600, px: 1 }}
      >
        <span aria-live="polite">{rangeTitle(place, format)}</span>
      </Button>
      <Box
        component="input"
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-label={t('pickDay')}
        value={place.day}
        onChange={(event) => event.target.value && set({ day: event.target.value })}
        sx={{ position: 'absolute', bottom: 0, right: 0, width: '1px', height: '1px', opacity: 0, pointerEvents: 'none', border: 0, p: 0 }}
      />
    </Box>
  );
}
