import { useEffect, useRef, useState } from 'react';
import { ApolloProvider } from '@apollo/client/react';
import { Box, Drawer, LinearProgress, Link } from '@mui/material';
import { Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router';
import type { RouteHandle } from '../routes.tsx';
import { useMessages } from '../i18n/index.ts';
import { client } from '../session/client.ts';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { BootSkeleton } from './BootSkeleton.tsx';
import { Header } from './Header.tsx';
import { shell } from './shell.messages.ts';
import { Sidebar } from './Sidebar.tsx';
import { PageTitleContext } from './usePageTitle.ts';

export const sidebarWidth = 224;

export default function Shell() {
  return (
    <ApolloProvider client={client}>
      <SessionProvider loading={<BootSkeleton />}>
        <Frame />
      </SessionProvider>
    </ApolloProvider>
  );
}

function Frame() {
  const t = useMessages(shell);
  const { pathname } = useLocation();
  const handle = useMatches().at(-1)?.handle as RouteHandle | undefined;
  const [title, setTitle] = useState<string>();
  const [drawer, setDrawer] = useState(false);
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);

  // After a change of page the reader stands at its beginning, with the keyboard as well.
  useEffect(() => {
    setDrawer(false);
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <PageTitleContext value={setTitle}>
      <Link
        href="#main"
        component="a"
        sx={{
          position: 'fixed', top: 8, left: 8, zIndex: 'tooltip', px: 1.5, py: 0.75, borderRadius: '6px',
          bgcolor: 'background.paper', border: 1, borderColor: 'primary.main',
          '&:not(:focus)': { transform: 'translateY(-200%)' },
        }}
      >
        {t('skip')}
      </Link>
      <Box sx={{ display: 'flex', minHeight: '100dvh' }}>
        <Box
          component="aside"
          sx={{
            display: { xs: 'none', md: 'block' }, width: sidebarWidth, flexShrink: 0, position: 'sticky', top: 0, height: '100dvh',
            borderRight: 1, borderColor: 'divider',
          }}
        >
          <Sidebar />
        </Box>
        <Drawer
          open={drawer}
          onClose={() => setDrawer(false)}
          slotProps={{ paper: { 'aria-label': t('navigation'), sx: { width: 280 } } }}
          sx={{ display: { md: 'none' } }}
        >
          <Sidebar onNavigate={() => setDrawer(false)} />
        </Drawer>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          <Header title={title} crumbs={handle?.crumbs ?? []} onMenu={() => setDrawer(true)} />
          <Box
            component="main"
            id="main"
            ref={main}
            tabIndex={-1}
            sx={{
              flex: 1, minWidth: 0, position: 'relative', outline: 'none !important',
              ...(handle?.bleed
                ? { flex: 'none', height: 'calc(100dvh - 48px)', overflow: 'hidden', display: 'flex', flexDirection: 'column' }
                : { p: { xs: 2, md: 3 }, width: '100%', maxWidth: 1680, mx: 'auto', boxSizing: 'border-box' }),
            }}
          >
            <Outlet />
          </Box>
        </Box>
      </Box>
      <Progress />
      <ScrollRestoration />
    </PageTitleContext>
  );
}

/** A thin line while a page is fetched, not for those that come at once. */
function Progress() {
  const busy = useNavigation().state !== 'idle';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!busy) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, [busy]);
  return shown ? <LinearProgress aria-hidden sx={{ position: 'fixed', top: 0, left: 0, right: 0, height: 2, zIndex: 'tooltip' }} /> : null;
}
