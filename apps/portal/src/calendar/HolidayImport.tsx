import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button } from '@mui/material';
import FileIcon from '@mui/icons-material/UploadFileOutlined';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { errorText, fieldErrors } from '@gongjian/api';
import { FieldRow, TextInput, useToast } from '@gongjian/ui';
import { Card } from '../home/Card.tsx';
import { useMessages } from '../i18n/index.ts';
import { ImportHolidaysDocument, PreviewHolidaysDocument } from './calendar.generated.ts';
import type { PreviewHolidaysQuery } from './calendar.generated.ts';
import { calendarTexts } from './calendar.messages.ts';
import { HolidayTable } from './HolidayTable.tsx';

type Preview = PreviewHolidaysQuery['previewHolidays'];
const MOST_BYTES = 100_000;

/** Files come in UTF-8 or in the old Chinese encoding. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A year's notice, pasted or from a file: checked first, then imported for all consortia. */
export function HolidayImport({ firstYear, onImported }: { firstYear: number; onImported: () => void }) {
  const t = useMessages(calendarTexts);
  const client = useApolloClient();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [form, setForm] = useState({ year: String(firstYear), text: '', notice: '', address: '' });
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState<unknown>();
  const [checking, setChecking] = useState(false);
  const [send, { loading }] = useMutation(ImportHolidaysDocument);

  const set = (change: Partial<typeof form>) => {
    setForm({ ...form, ...change });
    setProblem(undefined);
    if ('text' in change || 'year' in change) setPreview(undefined);
  };
  const year = Number(form.year);
  const refused = fieldErrors(problem);
  const check = async (event?: FormEvent) => {
    event?.preventDefault();
    setChecking(true);
    setProblem(undefined);
    try {
      const { data } = await client.query({ query: PreviewHolidaysDocument, variables: { year, text: form.text }, fetchPolicy: 'no-cache' });
      const found = data?.previewHolidays;
      setPreview(found);
      if (found) setForm({ ...form, notice: form.notice || (found.notice ?? ''), address: form.address || (found.address ?? '') });
    } catch (error) {
      setProblem(error);
    } finally {
      setChecking(false);
    }
  };
  const take = async () => {
    try {
      await send({ variables: { input: { ...form, year } } });
      toast.show(t('imported', { year }), { tone: 'success' });
      setForm({ year: String(year + 1), text: '', notice: '', address: '' });
      setPreview(undefined);
      onImported();
    } catch (error) {
      setProblem(error);
    }
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) setProblem(new Error(t('tooLarge')));
    else set({ text: await textOf(file) });
  };
  const good = preview?.problems.length === 0;
  const shownElsewhere = ['year', 'text', 'notice', 'address'].some((field) => refused[field]);

  return (
    <Card title={t('importTitle')} note={t('importHelp')}>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void check(event)} sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <FieldRow columns={3}>
          <TextInput label={t('importYear')} value={form.year} onChange={(value) => set({ year: value })} error={refused['year']} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }} />
          <TextInput label={t('notice')} value={form.notice} onChange={(notice) => set({ notice })} error={refused['notice']} help={t('noticeHelp')} />
          <TextInput label={t('address')} value={form.address} onChange={(address) => set({ address })} error={refused['address']} help={t('addressHelp')} slotProps={{ htmlInput: { inputMode: 'url', spellCheck: false } }} />
        </FieldRow>
        <TextInput label={t('importText')} multiline minRows={6} maxRows={14} value={form.text} placeholder={t('importPlaceholder')} onChange={(text) => set({ text })} error={refused['text']} />
        {problem !== undefined && !shownElsewhere && <Alert severity="error">{problem instanceof Error && problem.message === t('tooLarge') ? problem.message : errorText(problem)}</Alert>}
        {preview && !good && (
          <Alert severity="error">
            {t('problems', { count: preview.problems.length })}
            <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>{preview.problems.map(({ message }, index) => <li key={index}>{message}</li>)}</Box>
          </Alert>
        )}
        {preview && good && (
          <div>
            <Alert severity="success" sx={{ mb: 1 }}>
              {t('read')}{preview.known && <> · {preview.changes ? t('changes', { count: preview.changes }) : t('noChanges')}</>}
            </Alert>
            <HolidayTable days={preview.days} label={t('read')} />
          </div>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <input ref={input} hidden tabIndex={-1} type="file" accept=".csv,.ics,.json,.txt" onChange={(event) => { void choose(event.target.files?.[0]); event.target.value = ''; }} />
          <Button startIcon={<FileIcon />} onClick={() => input.current?.click()}>{t('chooseFile')}</Button>
          <Box sx={{ flex: 1 }} />
          <Button type="submit" variant={good ? 'outlined' : 'contained'} color={good ? 'inherit' : 'primary'} loading={checking} disabled={!form.text.trim() || !Number.isInteger(year)}>{t('preview')}</Button>
          {good && <Button variant="contained" color="primary" loading={loading} onClick={() => void take()}>{t('import')}</Button>}
        </Box>
      </Box>
    </Card>
  );
}
