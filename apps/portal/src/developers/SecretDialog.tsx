import type { ReactNode } from 'react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { Code } from './Code.tsx';
import { developers } from './developers.messages.ts';

/** A secret, the only time that anybody sees it. It closes by its button alone. */
export function SecretDialog({ title, secret, children, onClose }: { title: string; secret: string; children: ReactNode; onClose: () => void }) {
  const t = useMessages(developers);
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="secret-title">
      <DialogTitle id="secret-title">{title}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Alert severity="warning">{t('secretOnce')}</Alert>
          <Code label={title} wrap>{secret}</Code>
          {children}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" color="primary" onClick={onClose}>{t('done')}</Button>
      </DialogActions>
    </Dialog>
  );
}
