import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import { zoneName } from '@gongjian/ui';
import { common, useLanguage, useMessages } from '../i18n/index.ts';

interface Props {
  label: string;
  value: string;
  onChange: (zone: string) => void;
  error?: string | undefined;
  help?: ReactNode;
}

/** Those who set a consortium up are in China. */
const FIRST = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei'];

/** A time zone by its name, found by that or by what the database of zones calls it. */
export function ZonePicker({ label, value, onChange, error, help }: Props) {
  const words = useMessages(common);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  // Hundreds of zones are named when they are looked for, not with the page.
  const zones = useMemo(() => (open ? [...new Set([...FIRST, value, ...Intl.supportedValuesOf('timeZone')])] : [value]), [open, value]);
  const names = useMemo(() => new Map(zones.map((zone) => [zone, zoneName(zone, language)])), [zones, language]);
  const nameOf = (zone: string) => names.get(zone) ?? zoneName(zone, language);
  return (
    <Autocomplete<string, false, true>
      disableClearable
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={zones}
      value={value}
      onChange={(_, zone) => onChange(zone)}
      getOptionLabel={nameOf}
      getOptionKey={(zone) => zone}
      filterOptions={createFilterOptions({ stringify: (zone) => `${nameOf(zone)} ${zone}`, limit: 100 })}
      noOptionsText={words('nothingHere')}
      openText={words('search')}
      closeText={words('close')}
      renderInput={(params) => <TextField {...params} label={label} required error={Boolean(error)} helperText={error ?? help} />}
    />
  );
}
