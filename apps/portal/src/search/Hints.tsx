import type { ReactNode } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { search } from './search.messages.ts';

export function Key({ children }: { children: ReactNode }) {
  return (
    <Box component="kbd" sx={{ px: 0.5, minWidth: 18, textAlign: 'center', display: 'inline-block', fontFamily: 'inherit', fontSize: 12, lineHeight: '18px', border: 1, borderColor: 'own.line', borderRadius: '4px', color: 'text.secondary', bgcolor: 'background.paper' }}>
      {children}
    </Box>
  );
}

/** How it is used: what may be typed, and which keys there are. */
export function Hints({ help, onForget }: { help: boolean; onForget?: () => void }) {
  const t = useMessages(search);
  const keys = [['↑↓', 'hintMove'], ['Enter', 'hintOpen'], ['Ctrl Enter', 'hintTab'], ['Esc', 'hintClose']] as const;
  return (
    <Box sx={{ display: { xs: help ? 'flex' : 'none', sm: 'flex' }, alignItems: 'center', flexWrap: 'wrap', gap: 1.5, px: 2, py: 1, borderTop: 1, borderColor: 'divider', bgcolor: 'own.surface.subtle' }}>
      {help && <Typography sx={{ fontSize: 12, color: 'text.secondary', display: { xs: 'block', sm: onForget ? 'none' : 'block' }, flex: 1 }}>{t('empty')}</Typography>}
      <Box sx={{ display: { xs: 'none', sm: help && !onForget ? 'none' : 'flex' }, gap: 1.5, flex: 1 }}>
        {keys.map(([key, name]) => (
          <Typography key={name} component="span" sx={{ fontSize: 12, color: 'text.secondary' }}><Key>{key}</Key> {t(name)}</Typography>
        ))}
      </Box>
      {onForget && <Button variant="text" size="small" onClick={onForget} sx={{ color: 'text.secondary' }}>{t('forget')}</Button>}
    </Box>
  );
}
