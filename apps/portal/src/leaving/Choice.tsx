import { ToggleButton, ToggleButtonGroup } from '@mui/material';

interface Props<V extends string> {
  label: string;
  value: V | null;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
}

/** A few words of which one is chosen. */
export function Choice<V extends string>({ label, value, options, onChange }: Props<V>) {
  return (
    <ToggleButtonGroup exclusive size="small" value={value} aria-label={label} onChange={(_, next: V | null) => next && onChange(next)} sx={{ flexShrink: 0 }}>
      {options.map((option) => <ToggleButton key={option.value} value={option.value} sx={{ px: 1, py: 0.25, whiteSpace: 'nowrap' }}>{option.label}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
