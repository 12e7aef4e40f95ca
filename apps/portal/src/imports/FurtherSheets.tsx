import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useNavigate } from 'react-router';
import { errorText } from '@gongjian/api';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';
import { StartImportDocument } from './imports.generated.ts';
import type { ImportPartsFragment } from './imports.generated.ts';

/** One ledger is often kept on a sheet for each department: the file is here already, so one click goes on with the next. */
export function FurtherSheets({ found }: { found: ImportPartsFragment }) {
  const t = useMessages(imports);
  const navigate = useNavigate();
  // Clicked twice, it starts one import; on a later visit another one.
  const [visit] = useState(() => Date.now());
  const [start, { loading, error }] = useMutation(StartImportDocument);
  if (found.furtherSheets.length === 0) return null;

  const go = async (sheet: string) => {
    const input = { fileId: found.fileId, ownerId: found.owner.id, register: found.register, sheet };
    const { data } = await start({ variables: { input, idempotencyKey: `${found.id} ${visit} ${found.furtherSheets.indexOf(sheet)}` } });
    if (data) void navigate(`/imports/${data.startImport.id}`);
  };

  return (
    <Alert severity="info" sx={{ mt: 2 }}>
      <AlertTitle>{t('furtherTitle')}</AlertTitle>
      {t('furtherHelp')}
      <Box sx={{ mt: 1, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {found.furtherSheets.map((name) => (
          <Button key={name} size="small" disabled={loading} onClick={() => void go(name).catch(() => undefined)}>{t('furtherStart', { name })}</Button>
        ))}
      </Box>
      {error && <Box role="alert" sx={{ mt: 1, color: 'error.main' }}>{errorText(error)}</Box>}
    </Alert>
  );
}
