import { Box, Typography } from '@mui/material';
import { DayInput, TimeInput, useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { bookingTexts } from './booking.messages.ts';
import { rangeOfForm } from './booking-form.ts';
import type { FormTimes } from './booking-form.ts';

interface Props {
  times: FormTimes;
  errors: Partial<Record<keyof FormTimes, string>>;
  onStart: (change: Partial<Pick<FormTimes, 'startDay' | 'startTime'>>) => void;
  onEnd: (change: Partial<Pick<FormTimes, 'endDay' | 'endTime'>>) => void;
}

/** Start and end by the browser's own fields, in the consortium's time zone. */
export function TimeFields({ times, errors, onStart, onEnd }: Props) {
  const t = useMessages(bookingTexts);
  const format = useFormat();
  const { start, end } = rangeOfForm(times, format.timeZone);
  const minutes = start !== null && end !== null && end > start ? Math.round((end - start) / 60_000) : 0;
  return (
    <div>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '3fr 2fr', sm: '9fr 5fr 9fr 5fr' } }}>
        <DayInput label={t('startDay')} required value={times.startDay} error={errors.startDay} onChange={(startDay) => onStart({ startDay })} />
        <TimeInput label={t('startTime')} required value={times.startTime} error={errors.startTime} onChange={(startTime) => onStart({ startTime })} slotProps={{ htmlInput: { step: 300 } }} />
        <DayInput label={t('endDay')} required value={times.endDay} error={errors.endDay} onChange={(endDay) => onEnd({ endDay })} />
        <TimeInput label={t('endTime')} required value={times.endTime} error={errors.endTime} onChange={(endTime) => onEnd({ endTime })} slotProps={{ htmlInput: { step: 300 } }} />
      </Box>
      {minutes > 0 && (
        <Typography variant="caption" component="div" sx={{ mt: 0.5, color: 'own.faint' }}>
          {format.range(start!, end!)} · {t('duration', { length: format.minutes(minutes) })}
        </Typography>
      )}
    </div>
  );
}
