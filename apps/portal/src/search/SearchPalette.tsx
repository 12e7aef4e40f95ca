import { useCallback, useEffect, useEffectEvent, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Box, Button, Dialog, IconButton, InputBase, LinearProgress, Typography, useMediaQuery, useTheme } from '@mui/material';
import CloseIcon from '@mui/icons-material/CloseOutlined';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import { useNavigate } from 'react-router';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, readAloud, SkeletonLines } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import type { Entry } from './entries.ts';
import { Hints } from './Hints.tsx';
import { forgetRecents, readRecents, rememberOpened } from './recents.ts';
import { optionId, ResultList } from './ResultList.tsx';
import { search } from './search.messages.ts';
import { isEnough, LONGEST } from './typed.ts';
import { useEntries } from './useEntries.ts';
import { useSearch } from './useSearch.ts';

/** Everything that one can open or do, by a word of it. */
export default function SearchPalette({ place, onClose }: { place: string; onClose: () => void }) {
  const t = useMessages(search);
  const words = useMessages(common);
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'), { noSsr: true });
  const navigate = useNavigate();
  const { me } = useSession();
  const list = useId();
  const [typed, setTyped] = useState('');
  /** What an input method has not finished is no word yet. */
  const [composing, setComposing] = useState(false);
  const [text, setText] = useState('');
  const [recents, setRecents] = useState(() => readRecents(place));
  const [active, setActive] = useState(0);
  /** Enter was pressed before the answer came. */
  const [opens, setOpens] = useState<{ apart: boolean } | null>(null);

  const inside = me.consortium !== null;
  const { data, error, loading, retry } = useSearch(inside ? text : '', me.viewerSharesContent);
  const write = useCallback((value: string) => {
    setTyped(value);
    setText(value);
  }, []);
  const entries = useEntries({ text, data, recents, onSearch: write });
  const current = entries[Math.min(active, entries.length - 1)];

  useEffect(() => setActive(0), [text, data]);

  const open = (entry: Entry, apart: boolean) => {
    if (entry.keeps && entry.href) rememberOpened(place, { kind: entry.keeps, href: entry.href, title: entry.title, ...(entry.subtitle && entry.group !== 'bookings' && { subtitle: entry.subtitle }) }, text);
    if (entry.href && apart) {
      window.open(entry.href, '_blank', 'noopener');
      return;
    }
    if (entry.group !== 'searches') onClose();
    if (entry.run) entry.run();
    else if (entry.href) void navigate(entry.href, { state: entry.does ? { does: entry.does } : null });
  };

  const openWanted = useEffectEvent((apart: boolean) => {
    setOpens(null);
    if (current) open(current, apart);
  });
  useEffect(() => {
    if (opens && !loading) openWanted(opens.apart);
  }, [opens, loading]);

  const keyed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length > 0) setActive((active + step + entries.length) % entries.length);
    else if (event.key === 'Home' && event.ctrlKey) setActive(0);
    else if (event.key === 'End' && event.ctrlKey) setActive(entries.length - 1);
    else if (event.key === 'Enter') setOpens({ apart: event.ctrlKey || event.metaKey });
    else return;
    event.preventDefault();
  };

  const asked = text.trim() !== '';
  const nothing = asked && entries.length === 0 && !loading && !error;
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={narrow}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': t('title'), sx: narrow ? { '&&': { m: 0, width: '100%', maxHeight: '100%', borderRadius: 0, border: 0 } } : { position: 'absolute', top: '10vh', m: 0, maxHeight: '72vh' } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, minHeight: 52, borderBottom: 1, borderColor: 'divider' }}>
        <SearchIcon aria-hidden sx={{ color: 'text.secondary', fontSize: 20 }} />
        <InputBase
          autoFocus
          fullWidth
          value={typed}
          onChange={({ target: { value } }) => {
            setTyped(value);
            if (!composing) setText(value);
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={(event) => {
            setComposing(false);
            setText((event.target as HTMLInputElement).value);
          }}
          onKeyDown={keyed}
          placeholder={t('placeholder')}
          sx={{ fontSize: 16 }}
          inputProps={{
            maxLength: LONGEST, role: 'combobox', 'aria-label': t('title'), 'aria-expanded': entries.length > 0, 'aria-controls': list, 'aria-autocomplete': 'list',
            'aria-activedescendant': optionId(list, current), autoComplete: 'off', spellCheck: false, enterKeyHint: 'go', style: { outline: 'none' },
          }}
        />
        {typed && <Button variant="text" size="small" onClick={() => write('')} sx={{ color: 'text.secondary' }}>{words('clear')}</Button>}
        {narrow && <IconButton aria-label={words('close')} onClick={onClose}><CloseIcon /></IconButton>}
      </Box>
      <Box sx={{ height: 2, flexShrink: 0 }}>{loading && data && <LinearProgress aria-hidden sx={{ height: 2 }} />}</Box>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <ResultList id={list} entries={entries} active={entries.indexOf(current!)} onActive={setActive} onOpen={open} />
        {loading && !data && <Box sx={{ px: 2, pb: 2 }}><SkeletonLines lines={4} height={28} /></Box>}
        {error !== undefined && !loading && <ErrorState dense title={t('failed')} message={errorText(error)} onRetry={retry} />}
        {nothing && (isEnough(text) || !inside ? <EmptyState dense title={t('none', { text: text.trim() })}>{t('noneHelp')}</EmptyState> : <EmptyState dense title={t('short')} />)}
      </Box>
      <Box role="status" sx={readAloud}>
        <Typography>{asked && !loading && !error ? (nothing ? t('none', { text: text.trim() }) : t('count', { count: entries.length })) : ''}</Typography>
      </Box>
      <Hints
        help={!asked}
        onForget={!asked && recents.opened.length + recents.searches.length > 0 ? () => {
          forgetRecents(place);
          setRecents(readRecents(place));
        } : undefined}
      />
    </Dialog>
  );
}
