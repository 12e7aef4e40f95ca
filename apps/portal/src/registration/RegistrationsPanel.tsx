import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { useMessages } from '../i18n/index.ts';
import { WaitingRegistrationsDocument } from './registrations.generated.ts';
import { registrations } from './registrations.messages.ts';

/** Above the people who are here: how many ask to come in, and the way to let them ask. */
export function RegistrationsPanel() {
  const t = useMessages(registrations);
  const { data } = useQuery(WaitingRegistrationsDocument);
  if (!data) return null;
  const count = data.registrations.totalCount;
  return (
    <Box component="section" aria-label={t('title')} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 2, px: 2, py: 1, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper' }}>
      <Typography sx={{ flex: '1 1 200px' }}>{count > 0 ? t('waiting', { count }) : t(data.selfRegistration?.on ? 'panelOn' : 'panelOff')}</Typography>
      <Button size="small" href="/people/registrations">{t(count > 0 ? 'see' : 'setUp')}</Button>
    </Box>
  );
}
