import { useEffect, useState } from 'react';
import { Autocomplete, Box, Chip, FormHelperText, TextField, Typography } from '@mui/material';
import { useMessages, common } from '../i18n/index.ts';
import { client } from '../session/index.ts';
import { PickResourcesDocument, PickSharedDocument } from './booking.generated.ts';
import type { PickedResourceFragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';
import { MOST_RESOURCES } from './booking-form.ts';

interface Props {
  chosen: readonly PickedResourceFragment[];
  onChange: (chosen: PickedResourceFragment[]) => void;
  error?: string | undefined;
  /** One resource only, for maintenance. */
  single?: boolean;
  help?: string;
}

/** The bundle: what is chosen, with its owners, and a search for more. */
export function ResourcePicker({ chosen, onChange, error, single, help }: Props) {
  const t = useMessages(bookingTexts);
  const say = useMessages(common);
  const [text, setText] = useState('');
  const { found, busy } = useResourceSearch(text);
  const taken = new Set(chosen.map(({ id }) => id));
  const owners = new Set(chosen.map(({ owner }) => owner.id)).size;
  const full = single ? chosen.length >= 1 : chosen.length >= MOST_RESOURCES;

  return (
    <Box role="group" aria-label={t('resources')}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', mb: 0.5 }}>
        <Typography component="span" sx={{ fontSize: 13 }}>
          {t('resources')} <Box component="span" aria-hidden sx={{ color: 'error.main' }}>*</Box>
        </Typography>
        {chosen.length > 0 && !single && (
          <Typography variant="caption" sx={{ color: 'own.faint' }}>{t('resourceCount', { count: chosen.length, owners })}</Typography>
        )}
      </Box>
      {chosen.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mb: 1, display: 'flex', flexWrap: 'wrap', gap: 0.75, maxHeight: 132, overflowY: 'auto' }}>
          {chosen.map((resource) => (
            <li key={resource.id} style={{ maxWidth: '100%' }}>
              <Chip
                variant="outlined"
                label={
                  <>
                    {resource.name} <Box component="span" sx={{ color: 'own.faint' }}>{[resource.code, resource.owner.shortName, resource.consortium, resource.needsApproval ? t('needsApproval') : ''].filter(Boolean).join(' · ')}</Box>
                  </>
                }
                onDelete={() => onChange(chosen.filter(({ id }) => id !== resource.id))}
                slotProps={{ deleteIcon: { 'aria-label': t('removeResource', { name: resource.name }), role: 'button', tabIndex: 0 } } as never}
                sx={{ height: 26, maxWidth: '100%', borderColor: 'own.lineStrong', '& .MuiChip-deleteIcon': { fontSize: 16 } }}
              />
            </li>
          ))}
        </Box>
      )}
      {!full && (
        <Autocomplete
          size="small"
          value={null}
          inputValue={text}
          options={found}
          loading={busy}
          filterOptions={(options) => options.filter(({ id }) => !taken.has(id))}
          getOptionLabel={(resource) => resource.name}
          getOptionKey={(resource) => resource.id}
          slotProps={{ listbox: { 'aria-label': t('addResource'), 'aria-labelledby': undefined } }}
          loadingText={say('loading')}
          noOptionsText={text.trim() ? t('noResourceFound', { text: text.trim() }) : t('typeToSearch')}
          openText={t('addResource')}
          closeText={say('close')}
          clearText={say('clear')}
          blurOnSelect={single ?? false}
          disableCloseOnSelect={!single}
          onInputChange={(_, value, why) => why !== 'reset' && why !== 'selectOption' && setText(value)}
          onChange={(_, resource) => {
            if (!resource) return;
            setText('');
            onChange([...chosen, resource]);
          }}
          renderOption={({ key, ...props }, resource) => (
            <Box component="li" key={key} {...props} sx={{ display: 'flex', gap: 1, justifyContent: 'space-between !important' }}>
              <span>
                {resource.name}
                {resource.code && <Box component="span" sx={{ color: 'own.faint', ml: 1 }}>{resource.code}</Box>}
              </span>
              <Box component="span" sx={{ color: 'own.faint', fontSize: 12, flex: 'none' }}>
                {[say(`resourceKind.${resource.kind}`), resource.owner.shortName, resource.consortium, resource.place, resource.bookable ? '' : t('notBookable')].filter(Boolean).join(' · ')}
              </Box>
            </Box>
          )}
          renderInput={(params) => (
            <TextField
              {...params}
              placeholder={t('searchResource')}
              slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, 'aria-label': t('addResource') } }}
              error={Boolean(error)}
            />
          )}
        />
      )}
      <FormHelperText error={Boolean(error)}>{error ?? help ?? t(single ? 'maintenanceOne' : 'resourcesHelp')}</FormHelperText>
    </Box>
  );
}

/** Two grants may lead to one thing. */
const onceEach = <T extends { id: string }>(all: readonly T[]): T[] => [...new Map(all.map((each) => [each.id, each])).values()];

/** What matches, a moment after the last key; the server knows pinyin and initials. */
function useResourceSearch(text: string): { found: PickedResourceFragment[]; busy: boolean } {
  const wanted = text.trim();
  const [state, setState] = useState<{ text: string | null; found: PickedResourceFragment[] }>({ text: null, found: [] });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      const search = wanted ? { search: wanted } : {};
      const fetchPolicy = 'no-cache';
      Promise.all([
        client.query({ query: PickResourcesDocument, variables: { filter: { ...search, bookable: true }, first: 30 }, fetchPolicy }),
        client.query({ query: PickSharedDocument, variables: { filter: search, first: 20 }, fetchPolicy }),
      ])
        .then(([own, shared]) => current && setState({ text: wanted, found: [...(own.data?.resources.nodes ?? []), ...onceEach((shared.data?.sharedThings.nodes ?? []).map(({ resource }) => resource)).filter(({ bookable }) => bookable)] }))
        .catch(() => current && setState({ text: wanted, found: [] }));
    }, wanted ? 220 : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return { found: state.found, busy: state.text !== wanted };
}
