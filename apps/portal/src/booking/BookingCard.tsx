import { useState } from 'react';
import { Box, Button, IconButton, Typography } from '@mui/material';
import CloseIcon from '@mui/icons-material/CloseOutlined';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ErrorState, SkeletonLines, StatusChip, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { OneBookingDocument } from './booking.generated.ts';
import type { BookingDetailsFragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';
import { CancelBookingDialog } from './CancelBookingDialog.tsx';
import { approvalTone, bookingTone } from './tones.ts';
import type { BookingActions } from './useBookingActions.ts';

interface Props {
  id: string;
  actions: BookingActions;
  onEdit: (booking: BookingDetailsFragment) => void;
  onClose: () => void;
}

/** A booking at a glance: what, who, when, who has agreed, and what one may do with it. */
export function BookingCard({ id, actions, onEdit, onClose }: Props) {
  const t = useMessages(bookingTexts);
  const { data, error, loading, refetch } = useQuery(OneBookingDocument, { variables: { id } });
  const [asking, setAsking] = useState(false);
  const booking = data?.booking;

  if (!booking) {
    return (
      <Box sx={{ p: 2, width: 380, maxWidth: '100%', boxSizing: 'border-box' }}>
        {error ? (
          <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />
        ) : loading ? (
          <SkeletonLines lines={4} />
        ) : (
          <Typography>{t('gone')}</Typography>
        )}
      </Box>
    );
  }
  return (
    <Box sx={{ width: 380, maxWidth: '100%' }}>
      <Facts booking={booking} onClose={onClose} />
      <Box sx={{ display: 'flex', gap: 1, px: 2, py: 1.25, borderTop: 1, borderColor: 'own.line', flexWrap: 'wrap' }}>
        <Button size="small" href={`/bookings/${booking.id}`}>{t(booking.viewerCanDecide ? 'decide' : 'details')}</Button>
        {booking.viewerCanUpdate && <Button size="small" onClick={() => onEdit(booking)}>{t('edit')}</Button>}
        {booking.viewerCanCancel && (
          <Button size="small" variant="text" color="error" sx={{ ml: 'auto' }} onClick={() => setAsking(true)}>{t('cancelBooking')}</Button>
        )}
      </Box>
      {asking && (
        <CancelBookingDialog
          booking={booking}
          actions={actions}
          onClose={() => setAsking(false)}
          onDone={onClose}
        />
      )}
    </Box>
  );
}

function Facts({ booking, onClose }: { booking: BookingDetailsFragment; onClose: () => void }) {
  const t = useMessages(bookingTexts);
  const say = useMessages(common);
  const format = useFormat();
  return (
    <Box sx={{ p: 2, pb: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Typography component="h2" sx={{ flex: 1, fontSize: 16, fontWeight: 600, overflowWrap: 'anywhere' }}>{booking.title}</Typography>
        <IconButton aria-label={say('close')} onClick={onClose} sx={{ mt: -0.5, mr: -0.5 }}><CloseIcon /></IconButton>
      </Box>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', alignItems: 'center', mb: 1, mt: 0.25 }}>
        <StatusChip tone={bookingTone[booking.state]}>{say(`bookingState.${booking.state}`)}</StatusChip>
        <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>{say(`purpose.${booking.purpose}`)}</Typography>
      </Box>
      <Typography>{format.range(booking.startsAt, booking.endsAt)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('requestedBy', { name: (booking.requestedBy?.name ?? booking.organisation.shortName), organisation: booking.organisation.shortName })}
      </Typography>
      {booking.stateReason && <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{booking.stateReason}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, maxHeight: 132, overflowY: 'auto', display: 'grid', gap: 0.25 }}>
        {booking.allocations.map(({ id, resource }) => (
          <Box component="li" key={id} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: 13 }}>
            <span>
              {resource.name} {resource.code && <Box component="span" sx={{ color: 'own.faint' }}>{resource.code}</Box>}
            </span>
            <Box component="span" sx={{ color: 'own.faint', flex: 'none' }}>{resource.owner.shortName}</Box>
          </Box>
        ))}
      </Box>
      {booking.approvals.length > 0 && (
        <Box sx={{ mt: 1.25 }}>
          <Typography variant="subtitle2" component="h3">{t('approvals')}</Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0, display: 'grid', gap: 0.5 }}>
            {booking.approvals.map((approval) => (
              <Box component="li" key={approval.id} sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13 }}>
                <StatusChip tone={approvalTone[approval.state]}>{say(`approvalState.${approval.state}`)}</StatusChip>
                <span>{approval.owner.shortName}{approval.decidedBy ? ` · ${approval.decidedBy.name}` : ''}</span>
              </Box>
            ))}
          </Box>
          {booking.state === 'PENDING' && booking.holdUntil && (
            <Typography variant="caption" component="p" sx={{ m: 0, mt: 0.5, color: 'own.faint' }}>{t('waitingSince', { when: format.dateTime(booking.holdUntil) })}</Typography>
          )}
        </Box>
      )}
      {booking.notes && <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 96, overflowY: 'auto' }}>{booking.notes}</Typography>}
    </Box>
  );
}
