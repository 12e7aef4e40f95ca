import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Box, Popover, Typography } from '@mui/material';
import type { PopoverActions } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import type { TimelineBar } from '@gongjian/ui/timeline/index.ts';
import type { BookingDetailsFragment } from '../booking/booking.generated.ts';
import { BookingCard } from '../booking/BookingCard.tsx';
import { bookingTexts } from '../booking/booking.messages.ts';
import { MaintenanceCard } from '../booking/MaintenanceCard.tsx';
import type { BookingActions } from '../booking/useBookingActions.ts';
import { useMessages } from '../i18n/index.ts';
import type { TimelineAllocationFragment } from './timeline.generated.ts';

interface PlaceProps {
  rect: DOMRect;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** Something beside a bar: below it where there is room, and never outside of the window. */
export function AtBar({ rect, label, onClose, children }: PlaceProps) {
  const left = Math.min(Math.max(rect.left, 8), window.innerWidth - 8);
  const place = useRef<PopoverActions>(null);
  const content = useRef<HTMLDivElement>(null);
  // What is fetched makes it grow after it was put in its place.
  useEffect(() => {
    if (!content.current) return undefined;
    const observer = new ResizeObserver(() => place.current?.updatePosition());
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);
  return (
    <Popover
      open
      action={place}
      onClose={onClose}
      anchorReference="anchorPosition"
      anchorPosition={{ top: Math.min(rect.bottom + 6, window.innerHeight - 8), left }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: { maxWidth: 'calc(100vw - 32px)', '&:focus-visible': { outline: 'none' } } } }}
    >
      <div ref={content}>{children}</div>
    </Popover>
  );
}

interface Props {
  bar: TimelineBar;
  allocation: TimelineAllocationFragment | undefined;
  resourceName: string;
  rect: DOMRect;
  actions: BookingActions;
  onEdit: (booking: BookingDetailsFragment) => void;
  onChanged: () => void;
  onClose: () => void;
}

/** What a bar stands for. */
export function BarPopover({ bar, allocation, resourceName, rect, actions, onEdit, onChanged, onClose }: Props) {
  const t = useMessages(bookingTexts);
  const format = useFormat();
  return (
    <AtBar rect={rect} label={bar.title} onClose={onClose}>
      {bar.bundle !== null ? (
        <BookingCard id={bar.bundle} actions={actions} onEdit={onEdit} onClose={onClose} />
      ) : allocation?.maintenance ? (
        <MaintenanceCard maintenance={allocation.maintenance} resourceName={resourceName} start={bar.start} end={bar.end} onDone={onChanged} onClose={onClose} />
      ) : (
        <Box sx={{ p: 2, maxWidth: 300 }}>
          <Typography sx={{ fontWeight: 600 }}>{bar.title}</Typography>
          <Typography>{resourceName} · {format.range(bar.start, bar.end)}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('takenHelp')}</Typography>
        </Box>
      )}
    </AtBar>
  );
}
