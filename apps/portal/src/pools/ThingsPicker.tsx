import { useEffect, useState } from 'react';
import { Autocomplete, Box, Chip, FormHelperText, FormLabel, TextField } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { common, useMessages } from '../i18n/index.ts';
import { PoolThingsDocument } from './pools.generated.ts';
import { pools } from './pools.messages.ts';

export interface Thing {
  id: string;
  name: string;
  code: string | null;
  place: string | null;
}

interface Props {
  ownerId: string;
  value: readonly Thing[];
  onChange: (things: Thing[]) => void;
  error?: string | undefined;
}

/** Machines and venues of one owner, found by name, pinyin or number. */
export function ThingsPicker({ ownerId, value, onChange, error }: Props) {
  const t = useMessages(pools);
  const words = useMessages(common);
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, previousData, loading } = useQuery(PoolThingsDocument, { variables: { filter: { ownerIds: [ownerId], kinds: ['EQUIPMENT', 'VENUE'], ...(search && { search }) }, first: 50 }, context: { live: false } });
  const taken = new Set(value.map(({ id }) => id));
  const found: readonly Thing[] = ((data ?? previousData)?.resources.nodes ?? []).filter(({ id }) => !taken.has(id));
  return (
    <Box role="group" aria-label={t('things')}>
      <FormLabel component="span" sx={{ fontSize: 13 }} error={Boolean(error)}>{t('things')}</FormLabel>
      {value.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, my: 0.5, display: 'flex', flexWrap: 'wrap', gap: 0.75, maxHeight: 160, overflowY: 'auto' }}>
          {value.map((thing) => (
            <li key={thing.id}>
              <Chip
                variant="outlined" label={[thing.name, thing.code].filter(Boolean).join(' · ')} onDelete={() => onChange(value.filter(({ id }) => id !== thing.id))}
                slotProps={{ deleteIcon: { 'aria-label': t('removeThing', { name: thing.name }), role: 'button', tabIndex: 0 } } as never}
                sx={{ height: 26, maxWidth: '100%', borderColor: 'own.lineStrong', '& .MuiChip-deleteIcon': { fontSize: 16 } }}
              />
            </li>
          ))}
        </Box>
      )}
      <Autocomplete<Thing>
        size="small" value={null} inputValue={text} options={[...found]} loading={loading} disableCloseOnSelect
        filterOptions={(all) => all}
        getOptionLabel={(thing) => thing.name}
        getOptionKey={(thing) => thing.id}
        slotProps={{ listbox: { 'aria-label': t('addThing'), 'aria-labelledby': undefined } }}
        loadingText={words('loading')} noOptionsText={text.trim() ? t('noneFound', { text: text.trim() }) : t('typeToSearch')} openText={t('addThing')} closeText={words('close')} clearText={words('clear')}
        onInputChange={(_, next, why) => why !== 'reset' && why !== 'selectOption' && setText(next)}
        onChange={(_, thing) => {
          if (!thing) return;
          setText('');
          onChange([...value, thing]);
        }}
        renderOption={({ key, ...props }, thing) => (
          <Box component="li" key={key} {...props} sx={{ display: 'flex', gap: 1, justifyContent: 'space-between !important' }}>
            <span>{thing.name}{thing.code && <Box component="span" sx={{ color: 'own.faint', ml: 1 }}>{thing.code}</Box>}</span>
            <Box component="span" sx={{ color: 'own.faint', fontSize: 12, flex: 'none' }}>{thing.place}</Box>
          </Box>
        )}
        renderInput={(params) => <TextField {...params} placeholder={t('addThing')} error={Boolean(error)} slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, 'aria-label': t('addThing') } }} />}
      />
      <FormHelperText error={Boolean(error)}>{error}</FormHelperText>
    </Box>
  );
}
