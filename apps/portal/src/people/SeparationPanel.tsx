import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, StatusChip, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { SeparateAdministrationDocument } from './people.generated.ts';
import { people } from './people.messages.ts';

/** 三员分立: whether three people share what the secretary does otherwise. */
export function SeparationPanel() {
  const t = useMessages(people);
  const { me, refresh } = useSession();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [separate] = useMutation(SeparateAdministrationDocument);
  const on = me.consortium?.separated ?? false;
  if (!me.consortium || (!on && !me.consortium.viewerCanSeparate)) return null;
  return (
    <Box component="section" aria-label={t('separation')} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 2, px: 2, py: 1, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper' }}>
      <Typography sx={{ fontWeight: 600 }}>{t('separation')}</Typography>
      <StatusChip tone={on ? 'success' : 'maintenance'} pattern="solid">{t(on ? 'separation.on' : 'separation.off')}</StatusChip>
      <Typography variant="body2" sx={{ flex: '1 1 260px', color: 'own.faint' }}>{t(on ? 'separation.onHelp' : 'separation.offHelp')}</Typography>
      {me.consortium.viewerCanSeparate && <Button size="small" onClick={() => setAsking(true)}>{t(on ? 'separation.turnOff' : 'separation.turnOn')}</Button>}
      <ConfirmDialog
        open={asking} maxWidth="sm" title={t(on ? 'separation.turnOff' : 'separation.turnOn')} confirmLabel={t(on ? 'separation.turnOff' : 'separation.turnOn')} errorText={errorText}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await separate({ variables: { on: !on } });
          toast.show(t('separation.done'), { tone: 'success' });
          await refresh();
        }}
      >
        <Typography variant="body2">{t(on ? 'separation.offEffect' : 'separation.onEffect')}</Typography>
      </ConfirmDialog>
    </Box>
  );
}
