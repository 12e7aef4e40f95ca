import { useState } from 'react';
import { Box, ButtonBase, Menu, MenuItem, Typography } from '@mui/material';
import JoinIcon from '@mui/icons-material/AddLinkOutlined';
import AboutMeIcon from '@mui/icons-material/ManageSearchOutlined';
import WaitingIcon from '@mui/icons-material/HourglassEmptyOutlined';
import MyDataIcon from '@mui/icons-material/BadgeOutlined';
import SecurityIcon from '@mui/icons-material/ShieldOutlined';
import SignOutIcon from '@mui/icons-material/LogoutOutlined';
import { useNavigate } from 'react-router';
import { errorText, postJson } from '@gongjian/api';
import { useFormat, useToast } from '@gongjian/ui';
import { useDoor } from '../account/useDoor.ts';
import { common, useMessages } from '../i18n/index.ts';
import { rememberSignedIn } from '../session/hint.ts';
import { client, useSession } from '../session/index.ts';
import { WAITING_PATH } from '../session/place.ts';
import { JoinCodeDialog } from './JoinCodeDialog.tsx';
import { shell } from './shell.messages.ts';

/** Who is signed in, as what, and the way out. */
export function PersonMenu() {
  const t = useMessages(shell);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // Whoever has a seat may wait for another one; the page about it stands outside of any consortium.
  const { data: asked, reload } = useDoor<{ requests: { state: 'WAITING' | 'CONFIRMED' }[] }>('/auth/registration/waiting');
  const waits = asked?.requests.some(({ state }) => state === 'WAITING') ?? false;
  const [joining, setJoining] = useState(false);
  const roles = useFormat().list(me.roles.map((role) => words(`role.${role}`)));

  const signOut = async () => {
    setAnchor(null);
    try {
      await postJson('/auth/sign-out');
      rememberSignedIn(false);
      await navigate('/sign-in');
      await client.clearStore();
    } catch (error) {
      toast.show(errorText(error), { tone: 'error' });
    }
  };

  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        title={t('account', { name: me.person.name })}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          void reload();
        }}
        sx={{ width: '100%', gap: 1, p: 0.75, borderRadius: '6px', textAlign: 'left', '&:hover': { bgcolor: 'own.surface.hover' } }}
      >
        <Box
          aria-hidden
          sx={{ width: 28, height: 28, flexShrink: 0, borderRadius: '50%', display: 'grid', placeItems: 'center', bgcolor: '#0F766E', color: '#FFFFFF', fontSize: 13, fontWeight: 600 }}
        >
          {[...me.person.name][0]}
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography noWrap sx={{ lineHeight: 1.4 }}>{me.person.name}</Typography>
          <Typography sx={{ fontSize: 12, lineHeight: 1.4, color: 'own.faint', overflowWrap: 'anywhere' }}>
            {[me.organisation?.shortName, roles].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
      </ButtonBase>
      <Menu
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { minWidth: 208 } }, list: { 'aria-label': t('account', { name: me.person.name }) } }}
      >
        <MenuItem
          sx={{ gap: 1 }}
          onClick={() => {
            setAnchor(null);
            void navigate('/account/security');
          }}
        >
          <SecurityIcon sx={{ color: 'text.secondary' }} />{t('security')}
        </MenuItem>
        <MenuItem
          sx={{ gap: 1 }}
          onClick={() => {
            setAnchor(null);
            void navigate('/account/data');
          }}
        >
          <MyDataIcon sx={{ color: 'text.secondary' }} />{t('myData')}
        </MenuItem>
        {me.consortium && (
          <MenuItem
            sx={{ gap: 1 }}
            onClick={() => {
              setAnchor(null);
              setJoining(true);
            }}
          >
            <JoinIcon sx={{ color: 'text.secondary' }} />{t('joinCode')}
          </MenuItem>
        )}
        {waits && (
          <MenuItem
            sx={{ gap: 1 }}
            onClick={() => {
              setAnchor(null);
              void navigate(WAITING_PATH);
            }}
          >
            <WaitingIcon sx={{ color: 'text.secondary' }} />{t('registrationWaits')}
          </MenuItem>
        )}
        {me.consortium && (
          <MenuItem
            sx={{ gap: 1 }}
            onClick={() => {
              setAnchor(null);
              void navigate('/audit/mine');
            }}
          >
            <AboutMeIcon sx={{ color: 'text.secondary' }} />{t('aboutMe')}
          </MenuItem>
        )}
        <MenuItem onClick={() => void signOut()} sx={{ gap: 1 }}><SignOutIcon sx={{ color: 'text.secondary' }} />{t('signOut')}</MenuItem>
      </Menu>
      {joining && <JoinCodeDialog onClose={() => setJoining(false)} />}
    </>
  );
}
