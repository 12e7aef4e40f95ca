import { useCallback, useMemo, useState } from 'react';
import { Alert, Box, Button } from '@mui/material';
import AddIcon from '@mui/icons-material/UploadFileOutlined';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, SkeletonPage, useFormat } from '@gongjian/ui';
import { rangeOf, Timeline } from '@gongjian/ui/timeline/index.ts';
import type { TimelineBar, TimelineResource, TimelineSelection, VisibleWindow } from '@gongjian/ui/timeline/index.ts';
import { weekName } from '../calendar/days.ts';
import { dayTexts } from '../calendar/days.messages.ts';
import { useDays } from '../calendar/useDays.ts';
import { nextHour } from '../booking/next-hour.ts';
import { BookingDialog } from '../booking/BookingDialog.tsx';
import type { DialogSeed } from '../booking/BookingDialog.tsx';
import type { PickedResourceFragment } from '../booking/booking.generated.ts';
import { MOST_RESOURCES, resourcesOf } from '../booking/booking-form.ts';
import { useBookingActions } from '../booking/useBookingActions.ts';
import { common, useMessages } from '../i18n/index.ts';
import { useArrival } from '../search/useArrival.ts';
import { useSession } from '../session/index.ts';
import { BarPopover } from './BarPopover.tsx';
import { Basket } from './Basket.tsx';
import { DisplayMenu } from './DisplayMenu.tsx';
import { Legend } from './Legend.tsx';
import { useMarks } from './marks.ts';
import { filterOf, lastDayOf, ORDER } from './place.ts';
import type { Place, UrlState } from './place.ts';
import { MakesWay } from './MakesWay.tsx';
import { RefusedMove } from './RefusedMove.tsx';
import { RowMenu } from './RowMenu.tsx';
import { componentTexts } from './texts.ts';
import { timelineTexts } from './timeline.messages.ts';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { useAllocations } from './useAllocations.ts';
import { useBars, useRows } from './useBars.ts';
import { useBasket } from './useBasket.ts';
import { useMoves } from './useMoves.ts';
import { useTimelineResources } from './useTimelineResources.ts';

interface Props {
  place: Place;
  url: UrlState;
  set: (change: Partial<UrlState>) => void;
  now: number;
}

interface OpenBar {
  bar: TimelineBar;
  rect: DOMRect;
}

/** The timeline with everything around it, for screens that are wide enough. */
export function DesktopTimeline({ place, url, set, now }: Props) {
  const t = useMessages(timelineTexts);
  const say = useMessages(common);
  const format = useFormat();
  const { access } = useSession();
  const filter = useMemo(() => filterOf(url), [url]);
  const { resources, total, loading, error, more, reload } = useTimelineResources(filter, ORDER[place.grouping]);
  const range = useMemo(() => rangeOf(place.view, place.firstDay, format.timeZone), [place.view, place.firstDay, format.timeZone]);
  const { store, state } = useAllocations(range.from, range.until);
  const touched = useCallback((ids: readonly string[]) => store.changed(ids), [store]);
  const actions = useBookingActions(touched);
  const days = useDays(place.firstDay, lastDayOf(place));
  const marks = useMarks(days);
  const week = weekName(days, useMessages(dayTexts));
  const moves = useMoves(store, actions);
  const basket = useBasket(resources);

  const byId = useMemo(() => new Map(resources.map((resource) => [resource.id, resource])), [resources]);
  const rows = useRows(resources, place.grouping);
  const bars = useBars(state.rows, moves.shifts);

  const [dialog, setDialog] = useState<DialogSeed | null>(null);
  const [draft, setDraft] = useState<TimelineSelection | null>(null);
  const [open, setOpen] = useState<OpenBar | null>(null);
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null);

  const bookable = useCallback((resource: TimelineResource) => access.canBook && resource.bookable && (byId.get(resource.id)?.viewerCanBook ?? false), [access, byId]);
  const startDialog = useCallback((kind: DialogSeed['kind'], picked: readonly PickedResourceFragment[], start: number, end: number) => {
    setOpen(null);
    setDialog({ kind, resources: picked.slice(0, MOST_RESOURCES), start, end });
    setDraft({ resourceIds: picked.map(({ id }) => id), start, end });
  }, []);
  const onCreate = useCallback(
    ({ resourceIds, start, end }: TimelineSelection) => {
      const drawn = resourceIds.flatMap((id) => byId.get(id) ?? []);
      // What was chosen before comes along: that is what it was chosen for.
      const others = basket.chosen.filter(({ id }) => !resourceIds.includes(id));
      startDialog('booking', [...drawn, ...others], start, end);
    },
    [byId, basket.chosen, startDialog],
  );
  const onVisible = useCallback(
    ({ resourceIds, wantsMore }: VisibleWindow) => {
      store.need(resourceIds);
      if (wantsMore) more();
    },
    [store, more],
  );
  const texts = useMemo(() => componentTexts(t, format, <Corner count={t('corner', { count: total })} week={week} />, say('loading')), [t, format, total, week, say]);

  const soon = () => nextHour(Math.max(now, range.from), format.timeZone);
  useArrival('new', () => startDialog('booking', basket.chosen, soon(), soon() + 7_200_000));
  const closeDialog = () => {
    setDialog(null);
    setDraft(null);
  };
  const chosenIds = useMemo(() => new Set(basket.chosen.map(({ id }) => id)), [basket.chosen]);
  const menuResource = menu && byId.get(menu.id);
  const openAllocation = open ? state.rows.get(open.bar.resourceId)?.find(({ id }) => id === open.bar.id) : undefined;
  const filtered = Boolean(url.q || url.kind || url.resource);
  const only = url.resource && resources.length > 0 ? t('onlyOne', { name: resources.length === 1 ? resources[0]!.name : t('chosen', { count: resources.length }) }) : null;

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
      <TimelineToolbar place={place} url={url} set={set} canBook={access.canBook} onNew={() => startDialog('booking', basket.chosen, soon(), soon() + 7_200_000)} />
      <Legend count={total} only={only} onAll={() => set({ resource: '' })}>
        <DisplayMenu place={place} set={set} />
      </Legend>
      {state.error !== null && (
        <Alert severity="warning" sx={{ mx: 3, mb: 1 }} action={<Button size="small" onClick={() => store.retry()}>{t('retry')}</Button>}>
          {t('loadProblem', { message: errorText(state.error) })}
        </Alert>
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', borderTop: 1, borderColor: 'own.line' }}>
        {error !== null && resources.length === 0 ? (
          <ErrorState message={errorText(error)} onRetry={reload} />
        ) : loading && resources.length === 0 ? (
          <Box sx={{ p: 3 }}><SkeletonPage /></Box>
        ) : resources.length === 0 ? (
          filtered ? (
            <EmptyState title={t('noMatchTitle')} action={<Button onClick={() => set({ q: '', kind: '', resource: '' })}>{t('clear')}</Button>}>{t('noMatchHelp')}</EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')} action={access.canImport && <Button variant="contained" color="primary" href="/imports" startIcon={<AddIcon />}>{t('import')}</Button>}>
              {t(access.canImport ? 'emptyHelp' : 'emptyHelpReader')}
            </EmptyState>
          )
        ) : (
          <Timeline
            view={place.view}
            day={place.firstDay}
            timeZone={format.timeZone}
            night={place.night}
            zoom={place.zoom}
            now={now}
            resources={rows}
            total={total}
            grouped={place.grouping !== 'none'}
            bars={bars}
            chosen={chosenIds}
            marks={marks}
            draft={draft}
            texts={texts}
            canCreate={bookable}
            onVisible={onVisible}
            onCreate={onCreate}
            onMove={(move, rect) => void moves.move(move, rect)}
            onOpen={(bar, rect) => setOpen({ bar, rect })}
            onChoose={(resource) => basket.toggle(resource.id)}
            onMenu={(resource, anchor) => setMenu({ id: resource.id, anchor })}
          />
        )}
      </Box>
      <Basket chosen={basket.chosen} onRemove={basket.toggle} onClear={basket.clear} onBook={() => startDialog('booking', basket.chosen, soon(), soon() + 7_200_000)} />
      {menu && menuResource && (
        <RowMenu
          resource={menuResource}
          anchor={menu.anchor}
          chosen={chosenIds.has(menu.id)}
          canBook={access.canBook && menuResource.viewerCanBook}
          onBook={() => startDialog('booking', [menuResource], soon(), soon() + 7_200_000)}
          onBlock={() => startDialog('maintenance', [menuResource], soon(), soon() + 7_200_000)}
          onChoose={() => basket.toggle(menu.id)}
          onOnly={() => set({ resource: menu.id })}
          onClose={() => setMenu(null)}
        />
      )}
      {open && (
        <BarPopover
          bar={open.bar}
          allocation={openAllocation}
          resourceName={byId.get(open.bar.resourceId)?.name ?? ''}
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
      {moves.makingWay && <MakesWay making={moves.makingWay} />}
      {moves.refused && <RefusedMove refused={moves.refused} moves={moves} onReload={() => store.changed(null)} />}
      {dialog && (
        <BookingDialog
          seed={dialog}
          actions={actions}
          canBook={access.canBook}
          canBlock={access.canBlock}
          onDraft={setDraft}
          onDone={(ids) => {
            store.changed(ids);
            basket.clear();
          }}
          onClose={closeDialog}
        />
      )}
    </Box>
  );
}

/** How many resources there are, and which week of the term it is. */
function Corner({ count, week }: { count: string; week: string | undefined }) {
  return (
    <Box component="span" sx={{ flex: 1, display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 1 }}>
      <span>{count}</span>
      {week && <Box component="span" sx={{ color: 'text.primary', fontWeight: 600 }}>{week}</Box>}
    </Box>
  );
}
