import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { errorCode, errorText, fieldErrors } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { focusProblem } from '../resources/focus-problem.ts';
import { SaveLessonTimetableDocument } from './calendar.generated.ts';
import type { LessonTimetablePartsFragment } from './calendar.generated.ts';
import { calendarTexts } from './calendar.messages.ts';
import { SeasonFields } from './SeasonFields.tsx';
import { newSeason, timetableForm, timetableInput } from './timetable-form.ts';
import type { SeasonForm } from './timetable-form.ts';

interface Props {
  /** The owner's own record, which is changed. */
  timetable: LessonTimetablePartsFragment | null;
  /** What one begins with: the own one, else the consortium's. */
  template: LessonTimetablePartsFragment | null;
  organisationId: string | null;
  onClose: () => void;
}

const MOST_SEASONS = 4;

/** Lessons with their times, once for all year or by season. */
export function TimetableDialog({ timetable, template, organisationId, onClose }: Props) {
  const t = useMessages(calendarTexts);
  const words = useMessages(common);
  const toast = useToast();
  const client = useApolloClient();
  const body = useRef<HTMLFormElement>(null);
  const [seasons, setSeasons] = useState<SeasonForm[]>(() => (template ? timetableForm(template) : [newSeason(t('seasonDefault'), '01-01')]));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [save, { loading }] = useMutation(SaveLessonTimetableDocument);

  const change = (next: SeasonForm[]) => {
    setSeasons(next);
    setErrors({});
    setProblem(undefined);
  };
  const add = () => {
    // The usual way: one from May, one from October.
    const first = seasons[0];
    if (seasons.length === 1 && first) change([{ ...first, name: t('summer'), since: '05-01' }, { ...newSeason(t('winter'), '10-01'), periods: first.periods.map((period) => ({ ...period, key: -period.key })) }]);
    else change([...seasons, newSeason('', '')]);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await save({ variables: { input: timetableInput(seasons, organisationId), version: timetable?.version ?? null } });
      await client.refetchQueries({ include: 'active' });
      toast.show(t('savedLessons'), { tone: 'success' });
      onClose();
    } catch (error) {
      const found = fieldErrors(error);
      setErrors(found);
      if (errorCode(error) === 'STALE_VERSION') setProblem(t('stale'));
      else if (Object.keys(found).length === 0) setProblem(errorText(error));
      focusProblem(body.current);
    }
  };

  return (
    <Dialog open onClose={loading ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby="timetable-dialog">
      <DialogTitle id="timetable-dialog">{t(timetable?.seasons.length ? 'editLessons' : 'createLessons')}</DialogTitle>
      <Box component="form" ref={body} noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {problem && <Alert severity="error">{problem}</Alert>}
          {seasons.map((season, index) => (
            <SeasonFields
              key={season.key}
              season={season}
              dated={seasons.length > 1}
              error={(field) => errors[`seasons.${index}.${field}`]}
              onChange={(part) => change(seasons.map((each, at) => (at === index ? { ...each, ...part } : each)))}
              onRemove={organisationId !== null || seasons.length > 1 ? () => change(seasons.filter((_, at) => at !== index)) : undefined}
            />
          ))}
          {seasons.length < MOST_SEASONS && <Button size="small" startIcon={<AddIcon />} onClick={add} sx={{ justifySelf: 'start' }}>{t('addSeason')}</Button>}
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{words('save')}</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
