import { useMemo } from 'react';
import { useColorScheme } from '@mui/material/styles';
import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import MoreIcon from '@mui/icons-material/ManageSearchOutlined';
import TranslateIcon from '@mui/icons-material/TranslateOutlined';
import { useFormat } from '@gongjian/ui';
import { changeLanguage, common, languages, useLanguage, useMessages } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { readEverythingAgain } from '../session/memory.ts';
import { shell } from '../shell/shell.messages.ts';
import { GROUPS } from './entries.ts';
import type { Entry, GroupKey } from './entries.ts';
import { hitsOf, RECENT_ICONS } from './hits.ts';
import { placesFor, waysOf } from './places.ts';
import type { Recents } from './recents.ts';
import type { SearchEverywhereQuery } from './search.generated.ts';
import { search } from './search.messages.ts';
import { fit } from './typed.ts';

const MOST_PLACES = 5;
/** A full group of the server's: there may be more. */
const FULL = 5;
const LISTS: Partial<Record<GroupKey, string>> = { resources: '/resources', people: '/people', organisations: '/members' };

interface Asked {
  text: string;
  data: SearchEverywhereQuery | undefined;
  recents: Recents;
  onSearch: (text: string) => void;
}

/** The lines of the palette in their order: without a text what was used last and what can be done, else what fits. */
export function useEntries({ text, data, recents, onSearch }: Asked): Entry[] {
  const t = useMessages(search);
  const words = useMessages(common);
  const navigation = useMessages(shell) as Translate<Record<string, string>>;
  const format = useFormat();
  const { me, access } = useSession();
  const switches = useSwitches();

  return useMemo(() => {
    const places = placesFor(me, access).map(({ key, ways, ...place }) => ({ ways, entry: { ...place, id: key, title: place.group === 'actions' ? (t as Translate<Record<string, string>>)(key) : navigation(key) } satisfies Entry }));
    const here = [...places, ...switches];
    if (!text.trim()) {
      const searches = recents.searches.map((one, index): Entry => ({ id: `search-${index}`, group: 'searches', title: one, icon: HistoryIcon, run: () => onSearch(one) }));
      const opened = recents.opened.map((one): Entry => ({ id: `recent-${one.href}`, group: 'recent', title: one.title, subtitle: one.subtitle, icon: RECENT_ICONS[one.kind], href: one.href, keeps: one.kind }));
      return [...searches, ...opened, ...places.map(({ entry }) => entry)];
    }
    const fitting = here.flatMap(({ ways, entry }) => {
      const rank = fit(ways, text);
      return rank === null ? [] : [{ rank, entry }];
    }).sort((a, b) => a.rank - b.rank).slice(0, MOST_PLACES).map(({ entry }) => entry);
    const opensPeople = places.some(({ entry }) => entry.href === '/people');
    const hits = data ? withMore(hitsOf(data, { t, words, format, opensPeople }), text, (group) => t('more', { group: t(`group.${group}`) })) : [];
    return GROUPS.flatMap((group) => [...hits, ...fitting].filter((entry) => entry.group === group));
  }, [text, data, recents, me, access, switches, t, words, navigation, format, onSearch]);
}

/** A way to the whole list behind each group that may have more. */
function withMore(hits: Entry[], text: string, name: (group: GroupKey) => string): Entry[] {
  const more = GROUPS.filter((group) => LISTS[group] && hits.filter((hit) => hit.group === group).length >= FULL);
  return [...hits, ...more.map((group): Entry => ({ id: `more-${group}`, group, title: name(group), icon: MoreIcon, href: `${LISTS[group]}?search=${encodeURIComponent(text.trim())}` }))];
}

/** What changes the look of everything, found by name only. */
function useSwitches(): { ways: string[]; entry: Entry }[] {
  const t = useMessages(search);
  const language = useLanguage();
  const { mode, systemMode, setMode } = useColorScheme();
  const dark = (mode === 'system' ? systemMode : mode) === 'dark';
  return useMemo(() => {
    const scheme = dark ? 'action.light' : 'action.dark';
    const other = languages.find(({ code }) => code !== language)!;
    return [
      { ways: waysOf(scheme), entry: { id: scheme, group: 'actions', title: t(scheme), icon: dark ? LightIcon : DarkIcon, run: () => setMode(dark ? 'light' : 'dark') } },
      {
        ways: waysOf('action.language'),
        entry: { id: 'action.language', group: 'actions', title: t('action.language'), icon: TranslateIcon, run: () => { changeLanguage(other.code); readEverythingAgain(); } },
      },
    ];
  }, [dark, language, setMode, t]);
}
