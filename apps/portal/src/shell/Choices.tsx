import { Box, Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel, Typography } from '@mui/material';

interface Props<V extends string> {
  legend: string;
  options: readonly { value: V; label: string; help?: string }[];
  value: readonly V[];
  onChange: (value: V[]) => void;
  error?: string | undefined;
}

/** Several of some, each with what it means. */
export function Choices<V extends string>({ legend, options, value, onChange, error }: Props<V>) {
  return (
    <FormControl component="fieldset" error={Boolean(error)} sx={{ m: 0 }}>
      <FormLabel component="legend" sx={{ mb: 0.5 }}>{legend}</FormLabel>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: options.some(({ help }) => help) ? 'minmax(0, 1fr)' : 'repeat(2, minmax(0, 1fr))' }, columnGap: 1 }}>
        {options.map((option) => (
          <FormControlLabel
            key={option.value}
            sx={{ mr: 0, alignItems: 'flex-start', py: option.help ? 0.25 : 0 }}
            label={(
              <Box component="span" sx={{ display: 'block', pt: '5px' }}>
                {option.label}
                {option.help && <Typography component="span" sx={{ display: 'block', fontSize: 12, color: 'own.faint' }}>{option.help}</Typography>}
              </Box>
            )}
            control={<Checkbox checked={value.includes(option.value)} onChange={(_, on) => onChange(on ? [...value, option.value] : value.filter((each) => each !== option.value))} />}
          />
        ))}
      </Box>
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
