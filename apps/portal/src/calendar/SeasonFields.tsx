import { Box, Button, IconButton } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { TextInput, TimeInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { calendarTexts } from './calendar.messages.ts';
import { emptyPeriod, usualPeriods } from './timetable-form.ts';
import type { PeriodForm, SeasonForm } from './timetable-form.ts';

interface Props {
  season: SeasonForm;
  /** With several, each has its day of the year. */
  dated: boolean;
  error: (field: string) => string | undefined;
  onChange: (part: Partial<SeasonForm>) => void;
  onRemove: (() => void) | undefined;
}

const MOST_PERIODS = 20;

/** One timetable: its name, the day from which it holds, and its lessons. */
export function SeasonFields({ season, dated, error, onChange, onRemove }: Props) {
  const t = useMessages(calendarTexts);
  const period = (index: number, part: Partial<PeriodForm>) => onChange({ periods: season.periods.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  return (
    <Box component="section" aria-label={season.name || t('seasonDefault')} sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'grid', gap: 1.5, alignItems: 'start', gridTemplateColumns: dated ? 'minmax(0, 1fr) minmax(0, 1fr) 40px' : 'minmax(0, 1fr) 40px' }}>
        <TextInput label={t('seasonName')} required value={season.name} onChange={(name) => onChange({ name })} error={error('name')} />
        {dated && <TextInput label={t('seasonSince')} required value={season.since} onChange={(since) => onChange({ since })} error={error('since')} help={t('seasonSinceHelp')} slotProps={{ htmlInput: { maxLength: 5 } }} />}
        {onRemove && <IconButton aria-label={t('removeSeason', { name: season.name })} onClick={onRemove} sx={{ mt: 3 }}><RemoveIcon /></IconButton>}
      </Box>
      {season.periods.map((each, index) => (
        <Box key={each.key} sx={{ display: 'grid', gap: 1, alignItems: 'start', gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr)) 40px', sm: '1fr 1fr 2fr 2fr 40px' }, pb: { xs: 1, sm: 0 } }}>
          <TextInput label={t('first')} value={each.first} onChange={(first) => period(index, { first })} error={error(`periods.${index}.first`)} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 2 } }} />
          <TextInput label={t('last')} value={each.last} onChange={(last) => period(index, { last })} error={error(`periods.${index}.last`)} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 2 } }} />
          <TimeInput label={t('starts')} value={each.starts} onChange={(starts) => period(index, { starts })} error={error(`periods.${index}.starts`)} />
          <TimeInput label={t('ends')} value={each.ends} onChange={(ends) => period(index, { ends })} error={error(`periods.${index}.ends`)} />
          <IconButton
            aria-label={t('removePeriod', { number: index + 1 })}
            onClick={() => onChange({ periods: season.periods.filter((_, at) => at !== index) })}
            sx={{ mt: 3, gridColumn: { xs: 3, sm: 5 }, gridRow: 1 }}
          >
            <RemoveIcon />
          </IconButton>
        </Box>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {season.periods.length < MOST_PERIODS && <Button size="small" startIcon={<AddIcon />} onClick={() => onChange({ periods: [...season.periods, emptyPeriod(season.periods.at(-1))] })}>{t('addPeriod')}</Button>}
        {season.periods.length === 0 && <Button size="small" onClick={() => onChange({ periods: usualPeriods() })}>{t('fill')}</Button>}
      </Box>
    </Box>
  );
}
