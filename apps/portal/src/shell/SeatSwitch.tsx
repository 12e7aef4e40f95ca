import { useState } from 'react';
import { Box, ButtonBase, ListSubheader, Menu, MenuItem, Typography } from '@mui/material';
import SwitchIcon from '@mui/icons-material/UnfoldMoreOutlined';
import CheckIcon from '@mui/icons-material/CheckOutlined';
import { errorText, postJson } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { common, currentLanguage, useMessages } from '../i18n/index.ts';
import { ADD_FACTOR_PATH } from '../session/place.ts';
import { useSession } from '../session/index.ts';
import type { Me } from '../session/index.ts';
import { shell } from './shell.messages.ts';

type Seat = Me['seats'][number];

/** The consortium in which one works; with several seats a menu to change it. */
export function SeatSwitch() {
  const t = useMessages(shell);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);
  const several = me.seats.length > 1;
  const isMine = (seat: Seat) => seat.consortium.id === me.consortium?.id && seat.organisation.id === me.organisation?.id;

  const sit = async (seat: Seat) => {
    setAnchor(null);
    if (isMine(seat)) return;
    setBusy(true);
    try {
      const { next } = await postJson<{ next?: string }>('/auth/seat', { consortiumId: seat.consortium.id, organisationId: seat.organisation.id }, currentLanguage());
      // A new page: nothing of the other consortium may stay on the screen, in memory or on its way.
      location.assign(next === 'ADD_SECOND_FACTOR' ? ADD_FACTOR_PATH : '/');
    } catch (error) {
      toast.show(errorText(error), { tone: 'error' });
      setBusy(false);
    }
  };

  const face = (
    <>
      {me.consortium?.logoUrl ? (
        <Box component="img" src={me.consortium.logoUrl} alt="" sx={{ width: 28, height: 28, flexShrink: 0, borderRadius: '6px', objectFit: 'contain', bgcolor: '#fff', border: 1, borderColor: 'divider', boxSizing: 'border-box' }} />
      ) : (
        <Box
          aria-hidden
          sx={{
            width: 28, height: 28, flexShrink: 0, borderRadius: '6px', display: 'grid', placeItems: 'center',
            bgcolor: 'primary.main', color: 'primary.contrastText', fontSize: 14, fontWeight: 600,
          }}
        >
          {(me.consortium?.shortName ?? words('product')).slice(0, 1)}
        </Box>
      )}
      <Box sx={{ flex: 1, minWidth: 0, textAlign: 'left' }}>
        <Typography noWrap sx={{ fontWeight: 600, lineHeight: 1.4 }}>{me.consortium?.shortName ?? t('platform')}</Typography>
        <Typography noWrap sx={{ fontSize: 12, lineHeight: 1.4, color: 'own.faint' }}>
          {me.consortium ? words(`consortiumKind.${me.consortium.kind}`) : t('platformHint')}
        </Typography>
      </Box>
    </>
  );
  const look = { width: '100%', display: 'flex', alignItems: 'center', gap: 1.25, p: 1, borderRadius: '6px' } as const;
  if (!several) return <Box sx={look}>{face}</Box>;

  return (
    <>
      <ButtonBase
        sx={{ ...look, '&:hover': { bgcolor: 'own.surface.hover' } }}
        disabled={busy}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        title={t('switchSeat')}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {face}
        <SwitchIcon sx={{ color: 'text.secondary' }} />
      </ButtonBase>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { minWidth: 260, maxWidth: 360 } }, list: { 'aria-label': t('switchSeat') } }}
      >
        <ListSubheader role="presentation" disableSticky sx={{ lineHeight: '28px', px: 1, fontSize: 12, color: 'own.faint', bgcolor: 'transparent' }}>{t('seats')}</ListSubheader>
        {me.seats.map((seat) => (
          <MenuItem
            key={`${seat.consortium.id} ${seat.organisation.id}`}
            selected={isMine(seat)}
            onClick={() => void sit(seat)}
            sx={{ gap: 1, whiteSpace: 'normal' }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography>{seat.consortium.name}</Typography>
              <Typography sx={{ fontSize: 12, color: 'own.faint' }}>
                {[seat.organisation.name, ...seat.roles.map((role) => words(`role.${role}`))].join(' · ')}
              </Typography>
            </Box>
            {isMine(seat) && <CheckIcon sx={{ color: 'primary.main' }} />}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
