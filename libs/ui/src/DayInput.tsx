import { useEffect, useRef, useState } from 'react';
import { Box, IconButton, InputAdornment, Popover, useMediaQuery } from '@mui/material';
import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined';
import { Calendar } from './Calendar.tsx';
import { parseDay } from './day-text.ts';
import { TextInput } from './Field.tsx';
import type { TextInputProps } from './Field.tsx';
import { useFormat } from './locale.tsx';
import { useUiTexts } from './texts.tsx';
import { weekdayOf } from './zone.ts';

export interface DayInputProps extends TextInputProps {
  min?: string;
  max?: string;
}

const exact = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day, 2026-11-23, typed in any common way or chosen from a calendar; empty is ''. The browser's own field shows
 * the order of its own language, so it is left to phones, whose pickers are better than any of ours.
 */
export function DayInput({ value, onChange, min, max, error, onBlur, slotProps, ...rest }: DayInputProps) {
  const texts = useUiTexts();
  const format = useFormat();
  const touch = useMediaQuery('(pointer: coarse)');
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState(false);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setText(value);
    setWrong(false);
  }, [value]);

  if (touch) {
    return (
      <TextInput
        {...rest} value={value} onChange={onChange} error={error} onBlur={onBlur} type="date"
        slotProps={{ ...slotProps, htmlInput: { min, max, ...slotProps?.htmlInput } }}
      />
    );
  }

  const type = (next: string) => {
    setText(next);
    setWrong(false);
    if (next.trim() === '') onChange('');
    else if (exact.test(next) && parseDay(next)) onChange(next);
  };
  const leave = () => {
    if (text.trim() === '') return;
    const day = parseDay(text);
    if (!day) return setWrong(true);
    setText(day);
    if (day !== value) onChange(day);
  };
  const close = () => {
    setOpen(false);
    field.current?.focus();
  };

  return (
    <>
      <TextInput
        placeholder={texts.dayPlaceholder}
        {...rest}
        ref={box}
        inputRef={field}
        value={text}
        onChange={type}
        error={error ?? (wrong ? texts.dayForm : undefined)}
        onBlur={(event) => {
          leave();
          onBlur?.(event);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
          if (event.key === 'ArrowDown' && event.altKey) {
            event.preventDefault();
            setOpen(true);
          }
        }}
        slotProps={{
          ...slotProps,
          // The day itself is never cut; where it is narrow, the weekday gives way.
          htmlInput: { inputMode: 'numeric', autoComplete: 'off', maxLength: 20, style: { minWidth: '11ch', flexShrink: 1000 }, ...slotProps?.htmlInput },
          input: {
            endAdornment: (
              // Both stand in the first line, from the right; where it is narrow the weekday wraps out of sight, whole.
              <InputAdornment position="end" sx={{ minWidth: 26, height: 26, overflow: 'hidden', flex: '0 1 auto', flexDirection: 'row-reverse', flexWrap: 'wrap' }}>
                <IconButton edge="end" aria-label={texts.openCalendar} onClick={() => setOpen(true)} disabled={rest.disabled ?? false} sx={{ width: 26, height: 26, p: 0.5, mr: 0, flex: 'none' }}>
                  <CalendarIcon sx={{ fontSize: 16 }} />
                </IconButton>
                {value && text === value && <Box component="span" sx={{ flex: 'none', lineHeight: '26px', mr: 0.5 }}>{format.weekday(weekdayOf(value))}</Box>}
              </InputAdornment>
            ),
          },
        }}
      />
      <Popover
        open={open}
        onClose={close}
        anchorEl={() => field.current?.closest('.MuiInputBase-root') ?? box.current}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': texts.openCalendar, sx: { mt: 0.5 } } }}
      >
        <Calendar
          value={value}
          min={min}
          max={max}
          onChoose={(day) => {
            onChange(day);
            close();
          }}
        />
      </Popover>
    </>
  );
}
