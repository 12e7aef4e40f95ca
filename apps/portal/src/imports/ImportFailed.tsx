import { Alert, Box, Button } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';
import type { ImportPartsFragment } from './imports.generated.ts';

/** What went wrong, and the way on. */
export function ImportFailed({ found }: { found: ImportPartsFragment }) {
  const t = useMessages(imports);
  return (
    <Box sx={{ maxWidth: 640 }}>
      <Alert severity="error">
        <Box sx={{ fontWeight: 600 }}>{t('failedTitle')}</Box>
        {found.error}
        <Box>{t('failedHelp')}</Box>
      </Alert>
      <Box sx={{ mt: 2, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button color="primary" variant="contained" href="/imports/new">{t('again')}</Button>
        <Button href="/imports">{t('toList')}</Button>
      </Box>
    </Box>
  );
}
