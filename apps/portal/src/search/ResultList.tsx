import { useEffect, useRef } from 'react';
import type { MouseEvent, Ref } from 'react';
import { Box, Typography } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { GROUPS } from './entries.ts';
import type { Entry } from './entries.ts';
import { search } from './search.messages.ts';

interface Props {
  id: string;
  entries: readonly Entry[];
  active: number;
  onActive: (index: number) => void;
  onOpen: (entry: Entry, apart: boolean) => void;
}

export const optionId = (list: string, entry: Entry | undefined) => (entry ? `${list}-${entry.id}` : undefined);

/** The lines in their groups. The field above keeps the focus and says which line is the active one. */
export function ResultList({ id, entries, active, onActive, onOpen }: Props) {
  const t = useMessages(search);
  const here = useRef<HTMLDivElement>(null);
  const current = entries[active]?.id;
  useEffect(() => {
    void here.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Box id={id} role="listbox" aria-label={t('results')} sx={{ py: 0.5, minHeight: 0, overflowY: 'auto' }}>
      {GROUPS.filter((group) => entries.some((entry) => entry.group === group)).map((group) => (
        <Box key={group} role="group" aria-labelledby={`${id}-${group}`} sx={{ px: 1, pb: 0.5 }}>
          <Typography id={`${id}-${group}`} role="presentation" sx={{ px: 1, pt: 1, pb: 0.5, fontSize: 12, color: 'own.faint' }}>{t(`group.${group}`)}</Typography>
          {entries.map((entry, index) => entry.group === group && (
            <Option
              key={entry.id}
              ref={index === active ? here : undefined}
              id={optionId(id, entry)!}
              entry={entry}
              active={index === active}
              onActive={() => index !== active && onActive(index)}
              onOpen={(apart) => onOpen(entry, apart)}
            />
          ))}
        </Box>
      ))}
    </Box>
  );
}

interface OptionProps {
  id: string;
  entry: Entry;
  active: boolean;
  onActive: () => void;
  onOpen: (apart: boolean) => void;
  ref?: Ref<HTMLDivElement>;
}

function Option({ id, entry, active, onActive, onOpen, ref }: OptionProps) {
  const Icon = entry.icon;
  const clicked = (event: MouseEvent) => onOpen(event.ctrlKey || event.metaKey || event.button === 1);
  return (
    <Box
      ref={ref}
      id={id}
      role="option"
      aria-selected={active}
      onMouseMove={onActive}
      onMouseDown={(event) => event.preventDefault()}
      onClick={clicked}
      onAuxClick={(event) => event.button === 1 && clicked(event)}
      sx={{
        display: 'flex', alignItems: 'center', gap: 1.25, minHeight: 36, px: 1, py: 0.5, borderRadius: '6px', cursor: 'pointer', scrollMarginBlock: 32,
        bgcolor: active ? 'own.surface.selected' : 'transparent',
        '@media (pointer: coarse)': { minHeight: 48 },
      }}
    >
      <Icon aria-hidden sx={{ flexShrink: 0, color: active ? 'primary.main' : 'text.secondary' }} />
      <Box sx={{ minWidth: 0, flex: 1, display: { sm: 'flex' }, alignItems: 'baseline', gap: 1.5 }}>
        <Typography component="span" noWrap sx={{ display: 'block', flexShrink: 0, maxWidth: { xs: '100%', sm: '60%' }, color: active ? 'primary.main' : 'text.primary' }}>{entry.title}</Typography>
        {entry.subtitle && <Typography component="span" noWrap sx={{ display: 'block', minWidth: 0, fontSize: 13, color: 'text.secondary' }}>{entry.subtitle}</Typography>}
      </Box>
    </Box>
  );
}
