import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';
import { common, useMessages } from '../i18n/index.ts';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { SchemeButton } from '../shell/SchemeButton.tsx';

interface Props {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}

/** What stands around everything that happens before the shell: signing in, a new password, a second factor. */
export function DoorFrame({ title, lead, children }: Props) {
  const words = useMessages(common);
  useEffect(() => {
    document.title = `${title} · ${words('product')}`;
  });
  return (
    <Box component="main" tabIndex={-1} sx={{ outline: 'none !important', minHeight: '100dvh', display: 'flex', flexDirection: 'column', bgcolor: 'own.surface.subtle' }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, gap: 0.5 }}><LanguageSwitch /><SchemeButton /></Box>
      <Box sx={{ width: '100%', maxWidth: 400, mx: 'auto', px: 2, pt: { xs: 2, sm: 6 }, pb: 6, boxSizing: 'border-box' }}>
        <Box component="img" src="/icon.svg" alt="" sx={{ width: 40, height: 40, display: 'block', mb: 2 }} />
        <Typography variant="h1">{title}</Typography>
        {lead && <Typography variant="body2" sx={{ color: 'own.faint' }}>{lead}</Typography>}
        <Box sx={{ mt: 3 }}>{children}</Box>
      </Box>
    </Box>
  );
}

/** The bordered box in which a form of the door stands. */
export const doorBox = { display: 'grid', gap: 2, p: { xs: 2, sm: 3 }, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper' } as const;
