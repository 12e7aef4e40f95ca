import { Box, IconButton } from '@mui/material';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import { DayInput, SelectInput, TextInput, useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { calendarTexts } from './calendar.messages.ts';
import type { DaysForm } from './calendar-form.ts';

interface Props {
  days: DaysForm;
  error: (field: string) => string | undefined;
  onChange: (part: Partial<DaysForm>) => void;
  onRemove: () => void;
}

/** Some days off, or of lessons: what, from when until when, and whose lessons. */
export function OwnDaysRow({ days, error, onChange, onRemove }: Props) {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  return (
    <Box sx={{ display: 'grid', gap: 1.5, alignItems: 'start', gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr)) 40px', sm: '3fr 2fr 3fr 3fr 2fr 40px' } }}>
      <TextInput label={t('dayName')} required value={days.name} onChange={(name) => onChange({ name })} error={error('name')} />
      <SelectInput<'OFF' | 'WORK'>
        label={t('dayKind')} value={days.kind} onChange={(kind) => onChange({ kind })}
        options={[{ value: 'OFF', label: t('ownOff') }, { value: 'WORK', label: t('ownWork') }]}
      />
      <IconButton aria-label={t('removeDay', { name: days.name })} onClick={onRemove} sx={{ mt: 3, gridColumn: { xs: 3, sm: 6 }, gridRow: 1 }}><RemoveIcon /></IconButton>
      <DayInput label={t('dayFirst')} required value={days.firstDay} onChange={(firstDay) => onChange({ firstDay })} error={error('firstDay')} />
      <DayInput label={t('dayLast')} value={days.lastDay} onChange={(lastDay) => onChange({ lastDay })} error={error('lastDay')} help={t('dayLastHelp')} />
      {days.kind === 'WORK' && (
        <SelectInput
          label={t('dayFollows')} value={String(days.follows)} onChange={(follows) => onChange({ follows: Number(follows) })} error={error('follows')}
          options={[{ value: '0', label: t('dayFollowsOwn') }, ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: format.weekday(weekday) }))]}
        />
      )}
    </Box>
  );
}
