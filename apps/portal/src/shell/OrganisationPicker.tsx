import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { common, useMessages } from '../i18n/index.ts';
import { OrganisationChoicesDocument } from './organisations.generated.ts';

export interface OrganisationChoice {
  id: string;
  name: string;
}

interface Props {
  label: string;
  value: OrganisationChoice | null;
  onChange: (organisation: OrganisationChoice | null) => void;
  error?: string | undefined;
  help?: ReactNode;
  required?: boolean;
  /** Offers these alone; without it every member that the search finds. */
  only?: readonly string[] | null;
}

/** A member organisation, found by name, pinyin, initials or code. */
export function OrganisationPicker({ label, value, onChange, error, help, required, only }: Props) {
  const words = useMessages(common);
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    // What stands in the field after a choice is its name, not a search.
    const wanted = text === value?.name ? '' : text.trim();
    const timer = setTimeout(() => setSearch(wanted), 200);
    return () => clearTimeout(timer);
  }, [text, value]);

  const { data, previousData, loading } = useQuery(OrganisationChoicesDocument, {
    variables: { filter: search ? { search } : null },
    context: { live: false },
  });
  const found: readonly OrganisationChoice[] = (data ?? previousData)?.organisations.nodes ?? [];
  const offered = only ? found.filter(({ id }) => only.includes(id)) : found;
  const options = value && !offered.some(({ id }) => id === value.id) ? [value, ...offered] : offered;

  return (
    <Autocomplete<OrganisationChoice>
      options={options}
      value={value}
      inputValue={text}
      onInputChange={(_, next) => setText(next)}
      onChange={(_, next) => onChange(next)}
      getOptionLabel={(option) => option.name}
      getOptionKey={(option) => option.id}
      isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
      // The server has searched already, by pinyin as well.
      filterOptions={(all) => all}
      loading={loading}
      loadingText={words('loading')}
      noOptionsText={words('nothingHere')}
      clearText={words('clear')}
      openText={words('search')}
      closeText={words('close')}
      renderInput={(params) => <TextField {...params} label={label} required={required ?? false} error={Boolean(error)} helperText={error ?? help} />}
    />
  );
}
