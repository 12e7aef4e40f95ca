import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { errorCode, errorText, fieldErrors } from '@gongjian/api';
import { ConfirmDialog, DayInput, TextInput, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { focusProblem } from '../resources/focus-problem.ts';
import { RemoveSchoolCalendarDocument, SaveSchoolCalendarDocument } from './calendar.generated.ts';
import type { SchoolCalendarPartsFragment } from './calendar.generated.ts';
import { calendarTexts } from './calendar.messages.ts';
import { atForm, calendarForm, calendarInput, spanOfTerm } from './calendar-form.ts';
import type { DaysForm, TermForm } from './calendar-form.ts';
import { OwnDaysRow } from './OwnDaysRow.tsx';

interface Props {
  calendar: SchoolCalendarPartsFragment | undefined;
  schoolYear: number;
  organisationId: string | null;
  onClose: () => void;
}

/** Terms by their first day and number of weeks, and the organisation's own days off and of lessons. */
export function CalendarDialog({ calendar, schoolYear, organisationId, onClose }: Props) {
  const t = useMessages(calendarTexts);
  const words = useMessages(common);
  const format = useFormat();
  const toast = useToast();
  const client = useApolloClient();
  const body = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(() => calendarForm(calendar));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [removing, setRemoving] = useState(false);
  const [save, { loading }] = useMutation(SaveSchoolCalendarDocument);
  const [remove] = useMutation(RemoveSchoolCalendarDocument);

  const settle = () => client.refetchQueries({ include: 'active' });
  const change = (next: typeof form) => {
    setForm(next);
    setErrors({});
    setProblem(undefined);
  };
  const term = (index: number, part: Partial<TermForm>) => change({ ...form, terms: form.terms.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const days = (index: number, part: Partial<DaysForm>) => change({ ...form, days: form.days.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const addDays = () => change({ ...form, days: [...form.days, { key: Math.max(0, ...form.days.map(({ key }) => key)) + 1, kind: 'OFF', firstDay: '', lastDay: '', name: '', follows: 0 }] });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Only what the graph could not even read is looked at here; the rules are the server's.
    const missing = Object.fromEntries(form.days.flatMap(({ firstDay }, index) => (firstDay ? [] : [[`days.${index}.firstDay`, t('missing')]])));
    if (Object.keys(missing).length > 0) {
      setErrors(missing);
      return focusProblem(body.current);
    }
    const { input, terms } = calendarInput(form, schoolYear, organisationId);
    try {
      await save({ variables: { input, version: calendar?.version ?? null } });
      await settle();
      toast.show(t('saved'), { tone: 'success' });
      onClose();
    } catch (error) {
      const found = atForm(fieldErrors(error), terms);
      setErrors(found);
      if (errorCode(error) === 'STALE_VERSION') setProblem(t('stale'));
      else if (Object.keys(found).length === 0) setProblem(errorText(error));
      focusProblem(body.current);
    }
  };

  return (
    <Dialog open onClose={loading ? undefined : onClose} maxWidth="md" fullWidth aria-labelledby="calendar-dialog">
      <DialogTitle id="calendar-dialog">{t(calendar ? 'edit' : 'create')} · {t('schoolYearOf', { from: schoolYear, until: schoolYear + 1 })}</DialogTitle>
      <Box component="form" ref={body} noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {problem && <Alert severity="error">{problem}</Alert>}
          {form.terms.map((each, index) => {
            const span = spanOfTerm(each);
            return (
              <Box key={each.kind} component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
                <Typography component="legend" sx={{ fontWeight: 600, p: 0, mb: 0.5 }}>{t(`term.${each.kind}`)}</Typography>
                <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: '2fr 1fr 1fr' }, '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'auto' } } }}>
                  <DayInput label={t('firstDay')} value={each.firstDay} onChange={(firstDay) => term(index, { firstDay })} error={errors[`terms.${index}.firstDay`]} help={span ? t('firstWeek', { monday: format.dayAndWeekday(span.monday), last: format.dayAndWeekday(span.last) }) : t('termHelp')} />
                  <TextInput label={t('teachingWeeks')} value={each.teachingWeeks} onChange={(teachingWeeks) => term(index, { teachingWeeks })} error={errors[`terms.${index}.teachingWeeks`]} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 2 } }} />
                  <TextInput label={t('examWeeks')} value={each.examWeeks} onChange={(examWeeks) => term(index, { examWeeks })} error={errors[`terms.${index}.examWeeks`]} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 1 } }} />
                </Box>
              </Box>
            );
          })}
          <Box component="section" aria-label={t('ownDays')}>
            <Typography sx={{ fontWeight: 600 }}>{t('ownDays')}</Typography>
            <Typography sx={{ fontSize: 13, color: 'own.faint', mb: 1 }}>{t('holidaysKnown')}</Typography>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
              {form.days.map((each, index) => (
                <OwnDaysRow
                  key={each.key}
                  days={each}
                  error={(field) => errors[`days.${index}.${field}`]}
                  onChange={(part) => days(index, part)}
                  onRemove={() => change({ ...form, days: form.days.filter((_, at) => at !== index) })}
                />
              ))}
            </Box>
            <Button size="small" startIcon={<AddIcon />} onClick={addDays} sx={{ mt: 1 }}>{t('addDay')}</Button>
          </Box>
        </DialogContent>
        <DialogActions>
          {calendar && <Button variant="text" color="error" disabled={loading} onClick={() => setRemoving(true)} sx={{ mr: 'auto' }}>{t('remove')}</Button>}
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{words('save')}</Button>
        </DialogActions>
      </Box>
      <ConfirmDialog
        open={removing}
        danger
        title={t('removeTitle', { year: `${schoolYear}–${schoolYear + 1}` })}
        confirmLabel={t('remove')}
        errorText={errorText}
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          await remove({ variables: { id: calendar!.id, version: calendar!.version } });
          await settle();
          const { input } = calendarInput(calendarForm(calendar), schoolYear, organisationId);
          toast.show(t('removed'), { tone: 'success', undo: () => save({ variables: { input, version: null } }).then(settle) });
          onClose();
        }}
      >
        {t('removeHelp')}
      </ConfirmDialog>
    </Dialog>
  );
}
