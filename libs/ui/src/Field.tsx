import { useId } from 'react';
import type { ReactNode } from 'react';
import { Box, FormControl, FormHelperText, InputLabel, MenuItem, TextField } from '@mui/material';
import type { TextFieldProps } from '@mui/material';

interface FieldProps {
  label: ReactNode;
  /** The message at this field; it takes the place of `help`. */
  error?: string | undefined;
  help?: ReactNode;
  required?: boolean;
  children: (control: { id: string; describedBy: string | undefined; invalid: boolean }) => ReactNode;
}

/** A label above any control, with help or the error below. For plain text use TextInput. */
export function Field({ label, error, help, required, children }: FieldProps) {
  const id = useId();
  const below = error ?? help;
  return (
    <FormControl fullWidth error={Boolean(error)} required={required ?? false}>
      <InputLabel htmlFor={id}>{label}</InputLabel>
      {children({ id, describedBy: below ? `${id}-below` : undefined, invalid: Boolean(error) })}
      {below && <FormHelperText id={`${id}-below`}>{below}</FormHelperText>}
    </FormControl>
  );
}

type Plain = Omit<TextFieldProps, 'onChange' | 'error' | 'helperText' | 'value' | 'variant'>;

export interface TextInputProps extends Plain {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  help?: ReactNode;
}

export function TextInput({ value, onChange, error, help, ...rest }: TextInputProps) {
  return (
    <TextField
      {...rest}
      value={value}
      error={Boolean(error)}
      helperText={error ?? help}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export interface Option<V extends string> {
  value: V;
  label: ReactNode;
  disabled?: boolean;
}

export interface SelectInputProps<V extends string> extends Omit<Plain, 'select' | 'children'> {
  value: V | '';
  onChange: (value: V) => void;
  options: readonly Option<V>[];
  error?: string | undefined;
  help?: ReactNode;
  /** Shown, and choosable, as the empty choice. */
  emptyLabel?: string;
}

export function SelectInput<V extends string>({ value, onChange, options, error, help, emptyLabel, ...rest }: SelectInputProps<V>) {
  return (
    <TextField
      {...rest}
      select
      value={value}
      error={Boolean(error)}
      helperText={error ?? help}
      onChange={(event) => onChange(event.target.value as V)}
      slotProps={{ ...rest.slotProps, inputLabel: { shrink: true }, select: { displayEmpty: Boolean(emptyLabel) } }}
    >
      {emptyLabel !== undefined && <MenuItem value="">{emptyLabel}</MenuItem>}
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value} disabled={option.disabled ?? false}>{option.label}</MenuItem>
      ))}
    </TextField>
  );
}

/** Fields beside each other, one below the other on a phone. */
export function FieldRow({ children, columns = 2 }: { children: ReactNode; columns?: number }) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: `repeat(${columns}, minmax(0, 1fr))` } }}>
      {children}
    </Box>
  );
}
