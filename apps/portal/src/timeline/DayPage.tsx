import { useCallback, useState } from 'react';
import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useFormat } from '@gongjian/ui';
import { HOUR, rangeOf } from '@gongjian/ui/timeline/index.ts';
import { dayName, weekName } from '../calendar/days.ts';
import { dayTexts } from '../calendar/days.messages.ts';
import { useDays } from '../calendar/useDays.ts';
import { nextHour } from '../booking/next-hour.ts';
import { BookingDialog } from '../booking/BookingDialog.tsx';
import type { DialogSeed } from '../booking/BookingDialog.tsx';
import { resourcesOf } from '../booking/booking-form.ts';
import { useBookingActions } from '../booking/useBookingActions.ts';
import { useMessages } from '../i18n/index.ts';
import { useArrival } from '../search/useArrival.ts';
import { useSession } from '../session/index.ts';
import type { TimelineBar } from '@gongjian/ui/timeline/index.ts';
import { BarPopover } from './BarPopover.tsx';
import { MyDay } from './MyDay.tsx';
import type { Place, UrlState } from './place.ts';
import { filterOf, ORDER } from './place.ts';
import { ResourceDay } from './ResourceDay.tsx';
import { ResourceList } from './ResourceList.tsx';
import { timelineTexts } from './timeline.messages.ts';
import { DayNavigation } from './TimelineToolbar.tsx';
import { useAllocations } from './useAllocations.ts';
import { useTimelineResources } from './useTimelineResources.ts';

interface Props {
  place: Place;
  url: UrlState;
  set: (change: Partial<UrlState>) => void;
  now: number;
}

/** The timeline on a phone: one day of my bookings, or of one resource. */
export function DayPage({ place, url, set, now }: Props) {
  const t = useMessages(timelineTexts);
  const { timeZone } = useFormat();
  const { access } = useSession();
  const range = rangeOf('day', place.day, timeZone);
  const list = useTimelineResources(filterOf(url), ORDER.owner);
  const { store, state } = useAllocations(range.from, range.until);
  const touched = useCallback((ids: readonly string[]) => store.changed(ids), [store]);
  const actions = useBookingActions(touched);
  const [dialog, setDialog] = useState<DialogSeed | null>(null);
  const [open, setOpen] = useState<{ bar: TimelineBar; rect: DOMRect } | null>(null);
  const tab = url.resource || url.mine === 'no' ? 'resources' : 'mine';
  const resource = url.resource ? list.resources.find(({ id }) => id === url.resource) : undefined;

  const soon = nextHour(Math.max(now, range.from), timeZone);
  const begin = (start: number, end: number) => setDialog({ kind: 'booking', resources: resource?.viewerCanBook ? [resource] : [], start, end });

  useArrival('new', () => begin(soon, soon + 2 * HOUR));

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
      <Box sx={{ px: 2, pt: 1.5, display: 'grid', gap: 1 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
          <Typography variant="h1">{t('title')}</Typography>
          <ToggleButtonGroup
            exclusive
            value={tab}
            aria-label={t('dayListResource')}
            onChange={(_, next: string | null) => next && set(next === 'mine' ? { mine: '', resource: '', q: '' } : { mine: 'no', resource: '' })}
          >
            <ToggleButton value="mine">{t('mine')}</ToggleButton>
            <ToggleButton value="resources">{t('byResource')}</ToggleButton>
          </ToggleButtonGroup>
        </Box>
        <DayNavigation place={place} set={set} />
        <DayLine day={place.day} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 2, py: 1.5 }}>
        {tab === 'mine' ? (
          <MyDay from={range.from} until={range.until} />
        ) : url.resource ? (
          <ResourceDay
            list={list}
            resource={resource}
            store={store}
            state={state}
            day={place.day}
            now={now}
            canBook={access.canBook}
            onBack={() => set({ resource: '', mine: 'no' })}
            onFree={begin}
            onOpen={(bar, rect) => setOpen({ bar, rect })}
          />
        ) : (
          <ResourceList list={list} url={url} set={set} />
        )}
      </Box>
      {access.canBook && (
        <Box sx={{ p: 1.5, borderTop: 1, borderColor: 'own.line', bgcolor: 'background.paper' }}>
          <Button fullWidth size="large" variant="contained" color="primary" startIcon={<AddIcon />} onClick={() => begin(soon, soon + 2 * HOUR)}>{t('newBooking')}</Button>
        </Box>
      )}
      {open && (
        <BarPopover
          bar={open.bar}
          allocation={state.rows.get(open.bar.resourceId)?.find(({ id }) => id === open.bar.id)}
          resourceName={resource?.name ?? ''}
          rect={open.rect}
          actions={actions}
          onEdit={(booking) => {
            setOpen(null);
            setDialog({ kind: 'booking', booking, resources: resourcesOf(booking), start: Date.parse(booking.startsAt), end: Date.parse(booking.endsAt) });
          }}
          onChanged={() => store.changed([open.bar.resourceId])}
          onClose={() => setOpen(null)}
        />
      )}
      {dialog && (
        <BookingDialog
          seed={dialog}
          actions={actions}
          canBook={access.canBook}
          canBlock={access.canBlock}
          onDone={(ids) => store.changed(ids)}
          onClose={() => setDialog(null)}
        />
      )}
    </Box>
  );
}

/** The week of the term, and what is special about the day. */
function DayLine({ day }: { day: string }) {
  const t = useMessages(dayTexts);
  const format = useFormat();
  const days = useDays(day, day);
  const words = [weekName(days, t), days[0] && dayName(days[0], t, format)].filter(Boolean).join(' · ');
  return words ? <Typography sx={{ fontSize: 13, color: 'text.secondary' }}>{words}</Typography> : null;
}
