import { Box, ButtonBase, Typography } from '@mui/material';
import { readAloud } from '@gongjian/ui';
import { useQuery } from '@apollo/client/react';
import { useLocation } from 'react-router';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { isHere, navigationFor } from './navigation.ts';
import type { NavigationItem } from './navigation.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { SeatSwitch } from './SeatSwitch.tsx';
import { shell } from './shell.messages.ts';
import { WaitingCountDocument } from './shell.generated.ts';

/** Where one works, where one can go, who one is. */
export function Sidebar({ onNavigate }: { onNavigate?: () => void }) {
  const t = useMessages(shell);
  const { me, access } = useSession();
  const waiting = useQuery(WaitingCountDocument, { skip: !me.consortium || !access.canApprove }).data?.bookings.totalCount ?? 0;

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', bgcolor: 'own.surface.sidebar' }}>
      <Box sx={{ p: 1 }}><SeatSwitch /></Box>
      <Box component="nav" aria-label={t('navigation')} sx={{ flex: 1, overflowY: 'auto', px: 1, pb: 2 }} onClick={onNavigate}>
        {navigationFor(me, access).map((group) => (
          <Box key={group.key} sx={{ mt: 1 }}>
            <Typography id={`nav-${group.key}`} sx={{ px: 1, py: 0.5, fontSize: 12, color: 'own.faint' }}>{t(group.key)}</Typography>
            <Box component="ul" aria-labelledby={`nav-${group.key}`} sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: '2px' }}>
              {group.items.map((item) => (
                <li key={item.key}>
                  <Item item={item} label={t(item.key)} badge={item.key === 'bookings' ? waiting : 0} />
                </li>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ borderTop: 1, borderColor: 'divider', p: 1 }}><PersonMenu /></Box>
    </Box>
  );
}

function Item({ item, label, badge }: { item: NavigationItem; label: string; badge: number }) {
  const t = useMessages(shell);
  const here = isHere(item.href, useLocation().pathname);
  const Icon = item.icon;
  return (
    <ButtonBase
      href={item.href}
      aria-current={here ? 'page' : undefined}
      sx={{
        width: '100%', height: 32, px: 1, gap: 1.25, borderRadius: '6px', justifyContent: 'flex-start', fontSize: 14,
        color: here ? 'primary.main' : 'text.primary', fontWeight: here ? 600 : 400,
        bgcolor: here ? 'own.surface.selected' : 'transparent',
        '&:hover': { bgcolor: here ? 'own.surface.selected' : 'own.surface.hover' },
        '@media (pointer: coarse)': { height: 44 },
      }}
    >
      <Icon sx={{ color: here ? 'primary.main' : 'text.secondary' }} />
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', textAlign: 'left' }}>{label}</Box>
      {badge > 0 && (
        <Box
          component="span"
          sx={{ px: 0.75, borderRadius: '9px', fontSize: 12, lineHeight: '18px', fontWeight: 500, color: 'own.status.pending.text', bgcolor: 'own.status.pending.tint' }}
        >
          <span aria-hidden>{badge > 99 ? '99+' : badge}</span>
          <Box component="span" sx={readAloud}>{t('waiting', { count: badge })}</Box>
        </Box>
      )}
    </ButtonBase>
  );
}
