import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Checkbox, FormControlLabel, FormHelperText, Typography } from '@mui/material';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useBlocker } from 'react-router';
import { errorCode, errorText, fieldErrors } from '@gongjian/api';
import { ConfirmDialog, FieldRow, SelectInput, TextInput, useToast } from '@gongjian/ui';
import { Card } from '../home/Card.tsx';
import { languages, useLanguage, useMessages } from '../i18n/index.ts';
import { focusProblem } from '../resources/focus-problem.ts';
import { OpeningHoursField } from '../resources/OpeningHoursField.tsx';
import { ReadHoursDocument, UpdateConsortiumDocument } from './settings.generated.ts';
import type { ConsortiumSetupFragment } from './settings.generated.ts';
import { isChanged, rebased, settingsForm, settingsInput, withLanguages } from './settings-form.ts';
import { settingsTexts } from './settings.messages.ts';
import { ZonePicker } from './ZonePicker.tsx';

interface Props {
  consortium: ConsortiumSetupFragment;
  onReload: () => Promise<ConsortiumSetupFragment | undefined>;
}

/** Name, clock, languages and opening hours, saved together; what others changed meanwhile is kept. */
export function SettingsFields({ consortium, onReload }: Props) {
  const t = useMessages(settingsTexts);
  // The form goes on in the language in which it was opened, so that a switch is not taken for a change.
  const spoken = useLanguage();
  const [language] = useState(spoken);
  const client = useApolloClient();
  const toast = useToast();
  const body = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(consortium);
  const before = settingsForm(base, language);
  const [form, setForm] = useState(before);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [update, { loading }] = useMutation(UpdateConsortiumDocument);
  const changed = isChanged(before, form);
  const blocker = useBlocker(changed && !loading);

  const set = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setErrors({});
    setProblem(undefined);
  };
  // A logo that was changed beside the form makes a new version of the same settings.
  const version = Math.max(base.settings?.version ?? 0, sameBesides(base, consortium, language) ? (consortium.settings?.version ?? 0) : 0);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const text = form.hours.trim();
      const read = form.hours === before.hours ? undefined : text === '' ? [] : (await client.query({ query: ReadHoursDocument, variables: { text }, fetchPolicy: 'no-cache' })).data?.openingHours;
      const { data } = await update({ variables: { version, input: settingsInput(before, form, read) } });
      if (data) {
        setBase(data.updateConsortium);
        setForm(settingsForm(data.updateConsortium, language));
      }
      toast.show(t('saved'), { tone: 'success' });
    } catch (error) {
      const found = fieldErrors(error);
      if (errorCode(error) === 'STALE_VERSION') {
        const latest = await onReload();
        if (latest) {
          setForm(rebased(before, form, settingsForm(latest, language)));
          setBase(latest);
        }
        return setProblem(t('stale'));
      }
      setErrors({ ...found, ...(found['text'] && { hours: found['text'] }), ...(errorCode(error) === 'OPENING_HOURS_UNREADABLE' && { hours: errorText(error) }) });
      if (Object.keys(found).length === 0 && errorCode(error) !== 'OPENING_HOURS_UNREADABLE') setProblem(errorText(error));
      focusProblem(body.current);
    }
  };

  return (
    <Box component="form" ref={body} noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {problem && <Alert severity="warning">{problem}</Alert>}
      <Card title={t('basics')}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <TextInput label={t('name')} required value={form.name} onChange={(name) => set({ name })} error={errors['name']} help={t('nameHelp')} />
          <FieldRow>
            <TextInput label={t('shortName')} required value={form.shortName} onChange={(shortName) => set({ shortName })} error={errors['shortName']} help={t('shortNameHelp')} />
            <ZonePicker label={t('timeZone')} value={form.timeZone} onChange={(timeZone) => set({ timeZone })} error={errors['timeZone']} help={t('timeZoneHelp')} />
          </FieldRow>
        </Box>
      </Card>
      <Card title={t('languages')}>
        <FieldRow>
          <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
            <Typography component="legend" sx={{ p: 0, fontSize: 13 }}>{t('languagesOffered')}</Typography>
            {languages.map(({ code, name }) => (
              <FormControlLabel
                key={code}
                lang={code}
                label={name}
                control={<Checkbox checked={form.languages.includes(code)} disabled={form.languages.length === 1 && form.languages.includes(code)} onChange={(_, on) => set(withLanguages(form, languages.map((each) => each.code).filter((each) => (each === code ? on : form.languages.includes(each)))))} />}
              />
            ))}
            {errors['languages'] && <FormHelperText error>{errors['languages']}</FormHelperText>}
          </Box>
          <SelectInput
            label={t('defaultLanguage')} value={form.defaultLanguage} onChange={(defaultLanguage) => set({ defaultLanguage })} error={errors['defaultLanguage']} help={t('defaultLanguageHelp')}
            options={languages.filter(({ code }) => form.languages.includes(code)).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </FieldRow>
      </Card>
      <Card title={t('hours')} note={t('hoursHelp')}>
        <OpeningHoursField key={base.settings?.version} value={form.hours} onChange={(hours) => set({ hours })} error={errors['hours'] ?? errors['defaultOpeningHours']} known={base.settings?.defaultOpeningHours ?? []} />
      </Card>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', position: 'sticky', bottom: 0, py: 1.5, bgcolor: 'background.default', borderTop: changed ? 1 : 0, borderColor: 'divider', zIndex: 1 }}>
        <Button type="submit" variant="contained" color="primary" loading={loading} disabled={!changed}>{t('save')}</Button>
        {changed && <Button variant="text" disabled={loading} onClick={() => { setForm(before); setErrors({}); setProblem(undefined); }}>{t('discard')}</Button>}
        {changed && <Typography component="span" sx={{ fontSize: 13, color: 'own.faint' }}>{t('unsaved')}</Typography>}
      </Box>
      <ConfirmDialog open={blocker.state === 'blocked'} title={t('leaveTitle')} confirmLabel={t('leave')} cancelLabel={t('stay')} onConfirm={() => blocker.proceed?.()} onClose={() => blocker.state === 'blocked' && blocker.reset()}>
        {t('leaveHelp')}
      </ConfirmDialog>
    </Box>
  );
}

/** Whether two versions say the same but for the logo. */
function sameBesides(a: ConsortiumSetupFragment, b: ConsortiumSetupFragment, language: string): boolean {
  return !isChanged(settingsForm(a, language), settingsForm(b, language));
}
