import { Box, Button, CircularProgress } from '@mui/material';
import BlockIcon from '@mui/icons-material/BlockOutlined';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import PendingIcon from '@mui/icons-material/HowToRegOutlined';
import { errorText } from '@gongjian/api';
import { useMessages } from '../i18n/index.ts';
import { bookingTexts } from './booking.messages.ts';
import type { CheckState } from './useBookingCheck.ts';

/** One line below the form: whether it would work, who would have to agree, and whose wish would end. Reasons have their own panel. */
export function CheckStatus({ state, onAgain }: { state: CheckState; onAgain: () => void }) {
  const t = useMessages(bookingTexts);
  const { check, last, error, asking } = state;
  const owners = (check ?? last)?.approvalsNeededFrom.map(({ shortName }) => shortName) ?? [];
  const refused = (check ?? last)?.reasons.length;
  const ends = check?.endsWaiting ? ` · ${t('endsWaiting', { count: check.endsWaiting })}` : '';
  return (
    <Box role="status" sx={{ minHeight: 24, display: 'flex', alignItems: 'center', gap: 1, fontSize: 13, color: 'text.secondary' }}>
      {error !== undefined ? (
        <>
          {t('checkFailed', { message: errorText(error) })}
          <Button size="small" variant="text" onClick={onAgain}>{t('checkAgain')}</Button>
        </>
      ) : asking ? (
        <>
          <CircularProgress size={14} aria-hidden /> {t('checking')}
        </>
      ) : !check ? null : refused ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'own.status.danger.text' }}>
          <BlockIcon /> {t('refusedBelow')}
        </Box>
      ) : owners.length > 0 ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'own.status.pending.text' }}>
          <PendingIcon /> {t('free')} · {t('approvalFrom', { owners: owners.join(t('join')) })}{ends}
        </Box>
      ) : (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'own.status.success.text' }}>
          <CheckIcon /> {t('freeNoApproval')}{ends}
        </Box>
      )}
    </Box>
  );
}
