import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Box, ButtonBase, IconButton, Typography } from '@mui/material';
import NextIcon from '@mui/icons-material/ChevronRightOutlined';
import BeforeIcon from '@mui/icons-material/ChevronLeftOutlined';
import { addMonths, monthDays } from './day-text.ts';
import { useFormat } from './locale.tsx';
import { useUiTexts } from './texts.tsx';
import { useToday } from './useToday.ts';
import { addDays, mondayOf } from './zone.ts';

interface Props {
  value: string;
  onChoose: (day: string) => void;
  min?: string | undefined;
  max?: string | undefined;
}

/** One month, Monday first. Arrows go by day and week, PageUp and PageDown by month. */
export function Calendar({ value, onChoose, min, max }: Props) {
  const texts = useUiTexts();
  const format = useFormat();
  const today = useToday();
  const open = (day: string) => (!min || day >= min) && (!max || day <= max);
  const [focused, setFocused] = useState(() => value || (min && today < min ? min : max && today > max ? max : today));
  const grid = useRef<HTMLDivElement>(null);
  const month = focused.slice(0, 7);

  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus();
  }, [focused]);

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, () => string> = {
      ArrowLeft: () => addDays(focused, -1),
      ArrowRight: () => addDays(focused, 1),
      ArrowUp: () => addDays(focused, -7),
      ArrowDown: () => addDays(focused, 7),
      Home: () => mondayOf(focused),
      End: () => addDays(mondayOf(focused), 6),
      PageUp: () => addMonths(focused, event.shiftKey ? -12 : -1),
      PageDown: () => addMonths(focused, event.shiftKey ? 12 : 1),
    };
    const next = moves[event.key]?.();
    if (!next) return;
    event.preventDefault();
    setFocused(next);
  };

  const days = monthDays(month);
  return (
    <Box sx={{ p: 1.5, width: 276 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 0.5 }}>
        <Typography aria-live="polite" sx={{ flex: 1, pl: 1, fontWeight: 600 }}>{format.month(month)}</Typography>
        <IconButton aria-label={texts.previousMonth} onClick={() => setFocused(addMonths(focused, -1))}><BeforeIcon /></IconButton>
        <IconButton aria-label={texts.nextMonth} onClick={() => setFocused(addMonths(focused, 1))}><NextIcon /></IconButton>
      </Box>
      <Box ref={grid} role="grid" aria-label={format.month(month)} onKeyDown={onKeyDown}>
        <Box role="row" sx={week}>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <Box key={weekday} role="columnheader" sx={{ textAlign: 'center', fontSize: 12, lineHeight: '28px', color: 'own.faint' }}>
              {format.weekday(weekday).replace('周', '')}
            </Box>
          ))}
        </Box>
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <Box key={row} role="row" sx={week}>
            {days.slice(row * 7, row * 7 + 7).map((day) => (
              <Box key={day} role="gridcell" aria-selected={day === value}>
                <ButtonBase
                  data-day={day}
                  tabIndex={day === focused ? 0 : -1}
                  // The keyboard walks over days that cannot be chosen; a button that is off would lose it.
                  aria-disabled={!open(day)}
                  aria-label={format.day(day)}
                  aria-current={day === today ? 'date' : undefined}
                  onClick={() => open(day) && onChoose(day)}
                  sx={{
                    width: 36, height: 32, borderRadius: '6px', fontSize: 13,
                    color: day === value ? 'primary.contrastText' : day.startsWith(month) ? 'text.primary' : 'own.faint',
                    bgcolor: day === value ? 'primary.main' : 'transparent',
                    fontWeight: day === today ? 600 : 400,
                    ...(day === today && day !== value && { boxShadow: 'inset 0 0 0 1px var(--gj-palette-primary-main)' }),
                    '&:hover': { bgcolor: day === value ? 'primary.main' : 'own.surface.hover' },
                    '&[aria-disabled=true]': { opacity: 0.4, cursor: 'default' },
                  }}
                >
                  {Number(day.slice(8))}
                </ButtonBase>
              </Box>
            ))}
          </Box>
        ))}
      </Box>
      <ButtonBase
        disabled={!open(today)}
        onClick={() => onChoose(today)}
        sx={{ mt: 0.5, px: 1, height: 28, borderRadius: '6px', fontSize: 13, color: 'primary.main', '&:hover': { bgcolor: 'own.surface.hover' } }}
      >
        {texts.today}
      </ButtonBase>
    </Box>
  );
}

const week = { display: 'grid', gridTemplateColumns: 'repeat(7, 36px)' } as const;
