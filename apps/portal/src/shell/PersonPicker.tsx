import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Autocomplete, Box, TextField } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { PersonChoicesDocument } from './people.generated.ts';

export interface PersonChoice {
  id: string;
  name: string;
  /** Where they work, to tell people of one name apart. */
  place?: string;
}

interface Props {
  label: string;
  value: PersonChoice | null;
  onChange: (person: PersonChoice | null) => void;
  error?: string | undefined;
  help?: ReactNode;
  required?: boolean;
  /** Not offered, such as the person who goes. */
  except?: string;
}

/** Somebody of the consortium who has a role, found by name, pinyin or initials. */
export function PersonPicker({ label, value, onChange, error, help, required, except }: Props) {
  const words = useMessages(common);
  const [text, setText] = useState('');
  const format = useFormat();
  const [search, setSearch] = useState('');
  useEffect(() => {
    // What stands in the field after a choice is its name, not a search.
    const wanted = text === value?.name ? '' : text.trim();
    const timer = setTimeout(() => setSearch(wanted), 200);
    return () => clearTimeout(timer);
  }, [text, value]);

  const { data, previousData, loading } = useQuery(PersonChoicesDocument, {
    variables: { filter: search ? { search } : null },
    context: { live: false },
  });
  const found: PersonChoice[] = ((data ?? previousData)?.people.nodes ?? [])
    .filter(({ id }) => id !== except)
    .map(({ id, name, roleGrants }) => ({ id, name, place: format.list([...new Set(roleGrants.map(({ organisation }) => organisation.shortName))]) }));
  const options = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;

  return (
    <Autocomplete<PersonChoice>
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
      renderOption={({ key, ...props }, option) => (
        <Box component="li" key={key} {...props} sx={{ gap: 1 }}>
          <span>{option.name}</span>
          <Box component="span" sx={{ fontSize: 12, color: 'own.faint' }}>{option.place}</Box>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} required={required ?? false} error={Boolean(error)} helperText={error ?? help} />}
    />
  );
}
