import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { useMessages } from '../i18n/index.ts';
import { OpenInvitationsDocument } from './invitations.generated.ts';
import { invitations } from './invitations.messages.ts';

/** Above the people who are here: how many were asked and have not come yet. */
export function InvitationsPanel() {
  const t = useMessages(invitations);
  const { data } = useQuery(OpenInvitationsDocument);
  const count = data?.invitations.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <Box component="section" aria-label={t('title')} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 2, px: 2, py: 1, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper' }}>
      <Typography sx={{ flex: '1 1 200px' }}>{t('waiting', { count })}</Typography>
      <Button size="small" href="/people/invitations">{t('seeAll')}</Button>
    </Box>
  );
}
