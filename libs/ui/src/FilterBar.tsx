import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Box, Button, IconButton, InputAdornment, MenuItem, TextField } from '@mui/material';
import ClearIcon from '@mui/icons-material/CloseOutlined';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import type { Option } from './Field.tsx';
import { useUiTexts } from './texts.tsx';

/** A row of filters above a list. Its state lives in the URL: hand in the values of `useUrlState`. */
export function FilterBar({ children, onClear, active }: { children: ReactNode; onClear?: () => void; active?: boolean }) {
  const texts = useUiTexts();
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}>
      {children}
      {active && onClear && <Button variant="text" onClick={onClear}>{texts.clearFilters}</Button>}
    </Box>
  );
}

interface SearchProps {
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  width?: number;
}

/** Tells what was typed after a short rest, and not in the middle of a Chinese word being composed. */
export function SearchInput({ value, onChange, placeholder, width = 240 }: SearchProps) {
  const texts = useUiTexts();
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const told = useRef(value);

  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (composing || text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      onChange(text);
    }, 250);
    return () => clearTimeout(timer);
  }, [text, composing, onChange]);

  return (
    <TextField
      type="search"
      value={text}
      placeholder={placeholder}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      sx={{ width: { xs: '100%', sm: width }, '& input::-webkit-search-cancel-button': { display: 'none' } }}
      slotProps={{
        htmlInput: { 'aria-label': placeholder, enterKeyHint: 'search' },
        input: {
          startAdornment: <InputAdornment position="start"><SearchIcon /></InputAdornment>,
          endAdornment: text ? (
            <InputAdornment position="end">
              <IconButton aria-label={texts.clear} edge="end" onClick={() => setText('')} sx={{ width: 24, height: 24, p: 0.25 }}><ClearIcon /></IconButton>
            </InputAdornment>
          ) : undefined,
        },
      }}
    />
  );
}

interface FilterSelectProps<V extends string> {
  label: string;
  value: V | '';
  onChange: (value: V | '') => void;
  options: readonly Option<V>[];
  width?: number;
}

/** One choice, or all: the name of the filter stands in it while nothing is chosen. */
export function FilterSelect<V extends string>({ label, value, onChange, options, width = 140 }: FilterSelectProps<V>) {
  return (
    <TextField
      select
      value={value}
      onChange={(event) => onChange(event.target.value as V | '')}
      sx={{ width: { xs: 'calc(50% - 4px)', sm: width } }}
      slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': label } } }}
    >
      <MenuItem value="">{label}</MenuItem>
      {options.map((option) => <MenuItem key={option.value} value={option.value}>{option.label}</MenuItem>)}
    </TextField>
  );
}
