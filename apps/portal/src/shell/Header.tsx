import { useEffect, useState } from 'react';
import { Box, Breadcrumbs, IconButton, Link, Typography } from '@mui/material';
import MenuIcon from '@mui/icons-material/MenuOutlined';
import { useLocation } from 'react-router';
import { StatusChip } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import { SearchButton } from '../search/SearchButton.tsx';
import { useSession } from '../session/index.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { MessageBell } from './MessageBell.tsx';
import { SchemeButton } from './SchemeButton.tsx';
import { shell } from './shell.messages.ts';

/** Where a crumb leads, if not to a path of its name. */
const PATHS: Readonly<Record<string, string>> = { home: '/' };

interface Props {
  crumbs: readonly string[];
  /** The name of the record, below the crumbs. */
  title: string | undefined;
  onMenu: () => void;
}

export function Header({ crumbs, title, onMenu }: Props) {
  const t = useMessages(shell);
  const words = useMessages(common);
  const { pathname } = useLocation();
  const { me } = useSession();
  // The operator has no consortium to look over: their first page lists them all.
  const places = crumbs.map((key) => ({ key, href: PATHS[key] ?? `/${key}`, name: (t as Translate<Record<string, string>>)(key === 'home' && !me.consortium ? 'consortia' : key) }));
  const names = places.map(({ name }) => name);
  const last = title ?? names.at(-1);

  useEffect(() => {
    document.title = [title, names.at(-1), words('product')].filter(Boolean).join(' · ');
  });

  return (
    <Box
      component="header"
      sx={{
        height: 48, flexShrink: 0, position: 'sticky', top: 0, zIndex: 'appBar', display: 'flex', alignItems: 'center', gap: 0.5,
        px: { xs: 1, md: 3 }, bgcolor: 'background.default', borderBottom: 1, borderColor: 'divider',
      }}
    >
      <IconButton onClick={onMenu} aria-label={t('openNavigation')} sx={{ display: { md: 'none' } }}><MenuIcon /></IconButton>
      <Breadcrumbs
        aria-label={t('breadcrumb')}
        sx={{ flex: 1, minWidth: 0, fontSize: 13, '& ol': { flexWrap: 'nowrap' }, '& li:last-of-type': { minWidth: 0 } }}
      >
        {pathname !== '/' && <Link href="/" sx={{ color: 'own.faint', whiteSpace: 'nowrap' }}>{t('group.work')}</Link>}
        {(title ? places : places.slice(0, -1)).map(({ key, href, name }) => (
          <Link key={key} href={href} sx={{ color: 'own.faint', whiteSpace: 'nowrap' }}>{name}</Link>
        ))}
        <Typography noWrap aria-current="page" sx={{ fontSize: 13, color: 'text.primary' }}>{last ?? words('product')}</Typography>
      </Breadcrumbs>
      <LiveState />
      <SearchButton title={title} />
      <MessageBell />
      <LanguageSwitch />
      <SchemeButton />
    </Box>
  );
}

/** Says that what is on the screen may be old. A short break is nobody's business. */
function LiveState() {
  const t = useMessages(shell);
  const { live } = useSession();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (live) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), 5000);
    return () => clearTimeout(timer);
  }, [live]);
  return <Box role="status">{shown && <StatusChip tone="pending">{t('offline')}</StatusChip>}</Box>;
}
