import { useEffect, useRef } from 'react';
import { Alert, Box, Button } from '@mui/material';
import type { ResourceKind } from '@gongjian/api/schema.types.ts';
import { common, useMessages } from '../i18n/index.ts';
import { changedFields } from './resource-form.ts';
import type { ResourceField, ResourceValues } from './resource-form.ts';
import { resources } from './resources.messages.ts';
import { useFieldLabels } from './useFieldLabels.ts';

interface Props {
  kind: ResourceKind;
  by: string | undefined;
  /** What the form started from, what stands there now, and what I typed. */
  before: ResourceValues;
  now: ResourceValues;
  mine: ResourceValues;
  onApply: () => void;
  onDiscard: () => void;
}

/** Somebody was faster: what they changed, beside what I am about to write. */
export function StaleNotice({ kind, by, before, now, mine, onApply, onDiscard }: Props) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const labels = useFieldLabels(kind);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  const say = (field: ResourceField, values: ResourceValues) => {
    const value = values[field];
    if (typeof value === 'boolean') return value ? c('yes') : c('no');
    if (field === 'state') return c(`resourceState.${values.state}`);
    return value === '' ? t('empty') : value;
  };
  return (
    <Alert severity="warning" ref={box} tabIndex={-1} sx={{ mb: 2, '&:focus-visible': { outline: 'none' }, '& .MuiAlert-message': { flex: 1 } }}>
      <Box sx={{ fontWeight: 600 }}>{t('staleTitle', { who: by ?? t('staleSomebody') })}</Box>
      <Box>{t('staleHelp')}</Box>
      <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
        {changedFields(before, now).map((field) => (
          <li key={field}>
            <Box component="span" sx={{ fontWeight: 600 }}>{labels[field]}</Box>
            {' · '}{t('staleBefore', { value: say(field, before) })}
            {' · '}{t('staleNow', { value: say(field, now) })}
            {mine[field] !== before[field] && <>{' · '}{t('staleMine', { value: say(field, mine) })}</>}
          </li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button size="small" variant="contained" color="primary" onClick={onApply}>{t('staleApply')}</Button>
        <Button size="small" onClick={onDiscard}>{t('staleDiscard')}</Button>
      </Box>
    </Alert>
  );
}
