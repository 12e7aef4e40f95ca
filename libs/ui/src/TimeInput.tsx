import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useMediaQuery } from '@mui/material';
import { parseClock } from './day-text.ts';
import { TextInput } from './Field.tsx';
import type { TextInputProps } from './Field.tsx';
import { useUiTexts } from './texts.tsx';
import { parseTime, timeText } from './zone.ts';

export interface TimeInputProps extends TextInputProps {
  /** How far the up and down arrows go, in minutes. */
  stepMinutes?: number;
}

const halfHours = Array.from({ length: 48 }, (_, index) => timeText(index * 30));

/** A time in 24 hours, 08:30, typed in any common way; arrows go up and down. Phones show their own picker. */
export function TimeInput({ value, onChange, stepMinutes = 30, error, onBlur, slotProps, ...rest }: TimeInputProps) {
  const texts = useUiTexts();
  const touch = useMediaQuery('(pointer: coarse)');
  const list = useId();
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState(false);

  useEffect(() => {
    setText(value);
    setWrong(false);
  }, [value]);

  if (touch) return <TextInput {...rest} value={value} onChange={onChange} error={error} onBlur={onBlur} slotProps={slotProps} type="time" />;

  const type = (next: string) => {
    setText(next);
    setWrong(false);
    if (next.trim() === '') onChange('');
    else if (/^\d{2}:\d{2}$/.test(next) && parseClock(next)) onChange(next);
  };
  const leave = () => {
    if (text.trim() === '') return;
    const time = parseClock(text);
    if (!time) return setWrong(true);
    setText(time);
    if (time !== value) onChange(time);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') leave();
    const step = { ArrowUp: stepMinutes, ArrowDown: -stepMinutes }[event.key];
    const now = parseTime(parseClock(text) ?? '');
    if (!step || now === undefined || event.altKey) return;
    event.preventDefault();
    // To the next full step, within the day.
    const next = step > 0 ? Math.floor(now / step) * step + step : Math.ceil(now / -step) * -step + step;
    onChange(timeText(Math.min(1440, Math.max(0, next))));
  };

  return (
    <>
      <TextInput
        placeholder={texts.timePlaceholder}
        {...rest}
        value={text}
        onChange={type}
        error={error ?? (wrong ? texts.timeForm : undefined)}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          leave();
          onBlur?.(event);
        }}
        slotProps={{ ...slotProps, htmlInput: { ...slotProps?.htmlInput, step: undefined, list, autoComplete: 'off', maxLength: 6 } }}
      />
      <datalist id={list}>{halfHours.map((time) => <option key={time} value={time}>{time}</option>)}</datalist>
    </>
  );
}
