import { useEffect, useState } from 'react';
import { Box, Breadcrumbs, IconButton, Link, Typography } from '@mui/material';
import BackIcon from '@mui/icons-material/ChevronLeftOutlined';
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

function nameTab(name: string) {
  document.title = name;
}

export function Header({ crumbs, title, onMenu }: Props) {
  const t = useMessages(shell);
  const words = useMessages(common);
  const { pathname } = useLocation();
  const { me } = useSession();
  // The operator has no consortium to look over: their first page lists them all.
  const places = crumbs.map((key) => ({ key, href: PATHS[key] ?? `/${key}`, name: (t as Translate<Record<string, string>>)(key === 'home' && !me.consortium ? 'consortia' : key) }));
  const last = title ?? places.at(-1)?.name;
  const parents = title ? places : places.slice(0, -1);
  const parent = parents.at(-1);

  const tab = [title, places.at(-1)?.name, words('product')].filter(Boolean).join(' · ');
  useEffect(() => nameTab(tab), [tab]);

  return (
    <Box
      component="header"
      sx={{
        height: 48, flexShrink: 0, position: 'sticky', top: 0, zIndex: 'appBar', display: 'flex', alignItems: 'center', gap: 0.5,
        px: { xs: 1, md: 3 }, bgcolor: 'background.default', borderBottom: 1, borderColor: 'divider',
      }}
    >
      <IconButton onClick={onMenu} aria-label={t('openNavigation')} sx={{ display: { md: 'none' } }}><MenuIcon /></IconButton>
      {/* A phone has room for the way back alone: what one is at stands below, as the heading. */}
      {parent && (
        <Link href={parent.href} sx={{ display: { xs: 'flex', sm: 'none' }, flex: 1, minWidth: 0, alignItems: 'center', minHeight: 40, fontSize: 13, color: 'text.secondary' }}>
          <BackIcon /><Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{parent.name}</Box>
        </Link>
      )}
      <Breadcrumbs
        aria-label={t('breadcrumb')}
        sx={{
          display: { xs: parent ? 'none' : 'block', sm: 'block' }, flex: 1, minWidth: 0, fontSize: 13, '& ol': { flexWrap: 'nowrap' }, '& li:last-of-type': { minWidth: 0 },
          '& li:not(:last-of-type)': { display: { xs: 'none', sm: 'flex' } },
        }}
      >
        {pathname !== '/' && <Link href="/" sx={{ color: 'own.faint', whiteSpace: 'nowrap' }}>{t('group.work')}</Link>}
        {parents.map(({ key, href, name }) => (
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
