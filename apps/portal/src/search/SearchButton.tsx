import { lazy, Suspense, useEffect, useState } from 'react';
import { Box, ButtonBase, IconButton } from '@mui/material';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import { useLocation } from 'react-router';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { shell } from '../shell/shell.messages.ts';
import { placeOf, rememberOpened } from './recents.ts';

const load = () => import('./SearchPalette.tsx');
const SearchPalette = lazy(load);

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const RECORD = /^\/(resource|booking)s\/[0-9a-f-]{36}$/;

/** The way to the search: in the header, and by Ctrl-K or ⌘K from anywhere. `title` is the name of the record that is open. */
export function SearchButton({ title }: { title: string | undefined }) {
  const t = useMessages(shell);
  const { me } = useSession();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const place = placeOf(me.person.id, me.consortium?.id, me.organisation?.id);

  useEffect(() => {
    const kind = RECORD.exec(pathname)?.[1] as 'resource' | 'booking' | undefined;
    if (kind && title) rememberOpened(place, { kind, href: pathname, title }, '');
  }, [pathname, title, place]);

  useEffect(() => {
    const keyed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      // Over a form that is being filled in, one would lose it by going elsewhere.
      setOpen((before) => !before && document.querySelector('.MuiDialog-root') === null);
    };
    window.addEventListener('keydown', keyed);
    return () => window.removeEventListener('keydown', keyed);
  }, []);

  return (
    <>
      <ButtonBase
        onClick={() => setOpen(true)}
        onPointerEnter={() => void load()}
        aria-haspopup="dialog"
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        sx={{
          display: { xs: 'none', sm: 'inline-flex' }, gap: 1, height: 32, px: 1, mr: 0.5, minWidth: { md: 200 }, justifyContent: 'flex-start', borderRadius: '6px', fontSize: 13,
          border: 1, borderColor: 'own.line', color: 'own.faint', bgcolor: 'own.surface.subtle', '&:hover': { bgcolor: 'own.surface.hover' },
        }}
      >
        <SearchIcon sx={{ color: 'text.secondary' }} />
        <Box component="span" sx={{ flex: 1, textAlign: 'left', whiteSpace: 'nowrap' }}>{t('search')}</Box>
        <Box component="span" aria-hidden sx={{ fontSize: 12, display: { xs: 'none', md: 'inline' } }}>{isApple ? '⌘K' : 'Ctrl K'}</Box>
      </ButtonBase>
      <IconButton onClick={() => setOpen(true)} aria-haspopup="dialog" aria-label={t('search')} sx={{ display: { sm: 'none' }, color: 'text.secondary' }}><SearchIcon /></IconButton>
      {open && <Suspense><SearchPalette place={place} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
