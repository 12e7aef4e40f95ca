import { useCallback, useState } from 'react';
import { DialogTitle, ToggleButton, ToggleButtonGroup, useMediaQuery, useTheme } from '@mui/material';
import { FormDialog } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { BookingDetailsFragment, PickedResourceFragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';
import { BookingFormBody } from './BookingFormBody.tsx';
import { MaintenanceFormBody } from './MaintenanceFormBody.tsx';
import type { BookingActions } from './useBookingActions.ts';

export interface DialogSeed {
  kind: 'booking' | 'maintenance';
  start: number;
  end: number;
  resources: readonly PickedResourceFragment[];
  /** The booking to change; a new one without. */
  booking?: BookingDetailsFragment;
}

/** What the form would take at the moment, for a preview on the timeline. */
export interface DialogDraft {
  resourceIds: string[];
  start: number;
  end: number;
}

interface Props {
  seed: DialogSeed;
  actions: BookingActions;
  canBook: boolean;
  canBlock: boolean;
  onDraft?: (draft: DialogDraft | null) => void;
  /** After a success: which resources look different now. */
  onDone: (resourceIds: readonly string[]) => void;
  onClose: () => void;
}

/** Books, changes a booking, or plans maintenance. Mount it anew for each use: it begins with what it is given. */
export function BookingDialog({ seed, actions, canBook, canBlock, onDraft, onDone, onClose }: Props) {
  const t = useMessages(bookingTexts);
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const [kind, setKind] = useState(seed.kind);
  // The other form begins where this one stands.
  const [common, setCommon] = useState<DialogSeed>(seed);
  const [busy, setBusy] = useState(false);
  const onKeep = useCallback(
    (kept: Pick<DialogSeed, 'start' | 'end' | 'resources'>) => {
      setCommon((before) => ({ ...before, ...kept }));
      onDraft?.({ resourceIds: kept.resources.map(({ id }) => id), start: kept.start, end: kept.end });
    },
    [onDraft],
  );
  const choice = !seed.booking && canBook && canBlock;
  const title = seed.booking ? t('editBooking') : t(kind === 'booking' ? 'newBooking' : 'newMaintenance');
  const body = {
    seed: common,
    onBusy: setBusy,
    onKeep,
    onDone: (resourceIds: readonly string[]) => {
      onDone(resourceIds);
      onClose();
    },
    onClose,
  };

  return (
    <FormDialog
      busy={busy}
      onClose={onClose}
      fullWidth
      maxWidth={false}
      fullScreen={narrow}
      aria-labelledby="booking-dialog-title"
      slotProps={{ paper: { sx: narrow ? { m: '0 !important', width: '100% !important', maxHeight: '100% !important', borderRadius: '0 !important', border: 0 } : { maxWidth: 680 } } }}
    >
      <DialogTitle id="booking-dialog-title" component="h2" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
        {title}
        {choice && (
          <ToggleButtonGroup exclusive value={kind} aria-label={t('kind')} onChange={(_, next: 'booking' | 'maintenance' | null) => next && setKind(next)}>
            <ToggleButton value="booking">{t('kindBooking')}</ToggleButton>
            <ToggleButton value="maintenance">{t('kindMaintenance')}</ToggleButton>
          </ToggleButtonGroup>
        )}
      </DialogTitle>
      {kind === 'booking' ? <BookingFormBody {...body} actions={actions} /> : <MaintenanceFormBody {...body} />}
    </FormDialog>
  );
}
