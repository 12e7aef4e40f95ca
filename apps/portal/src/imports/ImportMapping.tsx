import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { errorText, fieldErrors } from '@gongjian/api';
import { FieldRow, SelectInput, TextInput } from '@gongjian/ui';
import type { ImportMappingInput } from '@gongjian/api/schema.types.ts';
import { useMessages } from '../i18n/index.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { imports } from './imports.messages.ts';
import { ImportFieldsDocument, UpdateImportMappingDocument } from './imports.generated.ts';
import type { ImportPartsFragment } from './imports.generated.ts';
import { REGISTERS } from './NewImport.tsx';

/** Changes that follow each other quickly are read together. */
const REST_MILLISECONDS = 500;

export type Fields = Record<number, string | null>;

/** Step 2: which heading fills which field. What is changed here is read again at once, and the table stays usable meanwhile. */
export function ImportMapping({ found, onNext }: { found: ImportPartsFragment; onNext: () => void }) {
  const t = useMessages(imports);
  const offered = useQuery(ImportFieldsDocument, { variables: { register: found.register } }).data?.importFields ?? [];
  const [update, { loading, error }] = useMutation(UpdateImportMappingDocument);
  const [changes, setChanges] = useState<Fields>({});
  const [waiting, setWaiting] = useState<ImportMappingInput>();
  const [headingRow, setHeadingRow] = useState('');
  const [headingProblem, setHeadingProblem] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const reading = found.state === 'READING' || loading || waiting !== undefined;

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => setHeadingRow(found.headingRow === null ? '' : String(found.headingRow)), [found.headingRow]);

  // One reading at a time: what is chosen during one waits for its end.
  useEffect(() => {
    if (!waiting || loading || found.state === 'READING') return;
    const timer = setTimeout(() => {
      setWaiting(undefined);
      void update({ variables: { id: found.id, input: waiting } }).catch(() => undefined);
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [waiting, loading, found.state, found.id, update]);

  const fieldOf = (index: number) => (index in changes ? changes[index]! : (found.columns.find((each) => each.index === index)?.field ?? null));
  const choose = (index: number, field: string | null) => {
    const next = { ...changes, [index]: field };
    setChanges(next);
    setWaiting({ columns: found.columns.map((each) => ({ index: each.index, field: each.index in next ? next[each.index]! : each.field })) });
  };
  /** Another sheet, row or register brings other columns: choices for the old ones have no meaning there. */
  const reread = (input: ImportMappingInput) => {
    setChanges({});
    setWaiting(input);
  };
  const leaveHeadingRow = () => {
    const row = Number(headingRow.normalize('NFKC').trim());
    if (row === found.headingRow) return;
    const fits = Number.isInteger(row) && row >= 1 && row <= 100;
    setHeadingProblem(fits ? undefined : t('wholeNumber'));
    if (fits) reread({ headingRow: row });
  };

  const used = found.columns.map((each) => fieldOf(each.index)).filter((field) => field !== null);
  const missing = offered.filter((field) => field.required && !used.includes(field.name));
  const twice = offered.filter((field) => used.filter((name) => name === field.name).length > 1);
  const problems = fieldErrors(error);

  return (
    <Box sx={{ maxWidth: 1080 }}>
      <Typography variant="h2" ref={heading} tabIndex={-1} sx={{ '&:focus-visible': { outline: 'none' } }}>{t('mappingTitle')}</Typography>
      <Box sx={{ mb: 2, fontSize: 13, color: 'own.faint' }}>{t('mappingHelp')}</Box>
      <FieldRow columns={3}>
        <SelectInput
          label={t('register')}
          value={found.register}
          onChange={(register) => reread({ register })}
          error={problems['register']}
          options={REGISTERS.map((value) => ({ value, label: t(`register.${value}`) }))}
        />
        {found.sheets.length > 1 && (
          <SelectInput
            label={t('sheet')}
            value={found.sheet ?? ''}
            onChange={(sheet) => reread({ sheet })}
            error={problems['sheet']}
            options={found.sheets.map((value) => ({ value, label: value }))}
          />
        )}
        <TextInput
          label={t('headingRow')}
          value={headingRow}
          onChange={setHeadingRow}
          onBlur={leaveHeadingRow}
          onKeyDown={(event) => event.key === 'Enter' && leaveHeadingRow()}
          error={headingProblem ?? problems['headingRow']}
          help={t('headingRowHelp')}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      </FieldRow>

      {/* The line keeps its place, so that the table does not jump with each reading. */}
      <Box sx={{ height: 28, mt: 1, fontSize: 13, color: 'own.faint' }} role="status">
        {reading && (
          <>
            <LinearProgress aria-hidden sx={{ height: 2 }} />
            {t('rereading')}
          </>
        )}
      </Box>
      <ColumnTable columns={found.columns} offered={offered} fieldOf={fieldOf} own={changes} onChoose={choose} />

      {error && Object.keys(problems).length === 0 && <Alert severity="error" sx={{ mt: 2 }}>{errorText(error)}</Alert>}
      {missing.length > 0 && offered.length > 0 && (
        <Alert severity="warning" sx={{ mt: 2 }}>{t('missing', { fields: missing.map((field) => field.label).join(' / ') })}</Alert>
      )}
      {twice.map((field) => <Alert key={field.name} severity="warning" sx={{ mt: 2 }}>{t('twice', { field: field.label })}</Alert>)}
      <Box sx={{ mt: 2, display: 'flex', gap: 1 }}>
        <Button color="primary" variant="contained" onClick={onNext} disabled={reading}>{t('toPreview')}</Button>
      </Box>
    </Box>
  );
}
