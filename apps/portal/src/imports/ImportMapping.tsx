import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { errorText, fieldErrors } from '@gongjian/api';
import type { ImportMappingInput } from '@gongjian/api/schema.types.ts';
import { useMessages } from '../i18n/index.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { imports } from './imports.messages.ts';
import { ImportFieldsDocument } from './imports.generated.ts';
import type { ImportPartsFragment } from './imports.generated.ts';
import { LayoutFields } from './LayoutFields.tsx';
import { useMapping } from './useMapping.ts';

interface Props {
  found: ImportPartsFragment;
  /** Not there when the file could not be read: then the fields are the way to try again. */
  onNext?: () => void;
}

/** Step 2: which heading fills which field. What is changed here is read again at once, and the table stays usable meanwhile. */
export function ImportMapping({ found, onNext }: Props) {
  const t = useMessages(imports);
  const offered = useQuery(ImportFieldsDocument, { variables: { register: found.register } }).data?.importFields ?? [];
  const mapping = useMapping(found);
  const [taken, setTaken] = useState<{ field: string; heading: string }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const readable = onNext !== undefined;
  useEffect(() => {
    if (readable) heading.current?.focus();
  }, [readable]);

  const choose = (index: number, field: string | null) => {
    const former = mapping.choose(index, field);
    setTaken(former && { field: offered.find((each) => each.name === field)?.label ?? '', heading: former.heading || t('noHeading') });
  };

  const reread = (input: ImportMappingInput) => {
    setTaken(undefined);
    mapping.reread(input);
  };

  const used = new Set(found.columns.map((each) => mapping.fieldOf(each.index)));
  const missing = offered.filter((field) => field.required && !used.has(field.name));
  const problems = fieldErrors(mapping.error);
  const shownAtField = ['register', 'sheet', 'headingRow'].some((name) => problems[name]);

  return (
    <Box sx={{ maxWidth: 1080 }}>
      <Typography variant="h2" ref={heading} tabIndex={-1} sx={{ '&:focus-visible': { outline: 'none' } }}>{t(readable ? 'mappingTitle' : 'remapTitle')}</Typography>
      <Box sx={{ mb: 2, fontSize: 13, color: 'own.faint' }}>{t(readable ? 'mappingHelp' : 'remapHelp')}</Box>
      <LayoutFields found={found} problems={problems} onReread={reread} />
      {found.furtherSheets.length > 0 && <Alert severity="info" sx={{ mt: 2 }}>{t('furtherSheets', { names: found.furtherSheets.join(' / ') })}</Alert>}

      {/* The line keeps its place, so that the table does not jump with each reading. */}
      <Box sx={{ height: 28, mt: 1, fontSize: 13, color: 'own.faint' }} role="status">
        {mapping.reading && (
          <>
            <LinearProgress aria-hidden sx={{ height: 2 }} />
            {t('rereading')}
          </>
        )}
      </Box>
      {found.columns.length > 0 && (
        <ColumnTable columns={found.columns} offered={offered} fieldOf={mapping.fieldOf} own={mapping.own} onChoose={choose} />
      )}

      {mapping.error && !shownAtField && <Alert severity="error" sx={{ mt: 2 }}>{errorText(mapping.error)}</Alert>}
      {taken && <Alert severity="info" sx={{ mt: 2 }}>{t('takenFrom', taken)}</Alert>}
      {readable && missing.length > 0 && offered.length > 0 && (
        <Alert severity="warning" sx={{ mt: 2 }}>{t('missing', { fields: missing.map((field) => field.label).join(' / ') })}</Alert>
      )}
      {onNext && (
        <Box sx={{ mt: 2 }}>
          <Button color="primary" variant="contained" onClick={onNext} disabled={mapping.reading}>{t('toPreview')}</Button>
        </Box>
      )}
    </Box>
  );
}
