import { Button } from '@mui/material';
import { EmptyState, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import type { TabName } from './booking-filter.ts';
import { bookings } from './bookings.messages.ts';

interface Props {
  tab: TabName;
  /** A filter other than the day of today is set. */
  active: boolean;
  from: string;
  onClear: () => void;
  onEarlier: () => void;
}

/** Why the list is empty, and what to do about it. */
export function BookingsEmpty({ tab, active, from, onClear, onEarlier }: Props) {
  const t = useMessages(bookings);
  const c = useMessages(common);
  const format = useFormat();
  const earlier = from !== '' && <Button onClick={onEarlier}>{t('earlier')}</Button>;
  if (active) {
    return <EmptyState title={t('noMatchTitle')} action={<Button onClick={onClear}>{c('clearFilters')}</Button>}>{t('noMatchHelp')}</EmptyState>;
  }
  if (tab === 'waiting') return <EmptyState title={t('emptyWaiting')} action={earlier}>{t('emptyWaitingHelp')}</EmptyState>;
  const title = tab === 'mine' && from === '' ? t('emptyMine') : from === '' ? t('emptyTitleAll') : t('emptyTitle', { day: format.day(from) });
  return (
    <EmptyState title={title} action={<><Button href="/timeline">{t('toTimeline')}</Button>{earlier}</>}>
      {t('emptyHelp')}
    </EmptyState>
  );
}
