import { Box, Button, Typography } from '@mui/material';
import { bookingTexts } from '../booking/booking.messages.ts';
import { useMessages } from '../i18n/index.ts';
import { AtBar } from './BarPopover.tsx';
import { timelineTexts } from './timeline.messages.ts';
import type { MakingWay } from './useMoves.ts';

/** Whose wishes would end, and whether the bar shall stay where it was dropped. */
export function MakesWay({ making: { count, rect, answer } }: { making: MakingWay }) {
  const t = useMessages(timelineTexts);
  const say = useMessages(bookingTexts);
  return (
    <AtBar rect={rect} label={t('makesWayTitle')} onClose={() => answer(false)}>
      <Box sx={{ p: 2, width: 340, maxWidth: '100%' }}>
        <Typography sx={{ fontWeight: 600 }}>{t('makesWayTitle')}</Typography>
        <Typography sx={{ mt: 0.5 }}>{say('endsWaiting', { count })}</Typography>
        <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}>{t('makesWayHelp')}</Typography>
        <Box sx={{ mt: 2, display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
          <Button variant="text" onClick={() => answer(false)}>{t('makesWayNo')}</Button>
          <Button variant="contained" autoFocus onClick={() => answer(true)}>{t('makesWayYes')}</Button>
        </Box>
      </Box>
    </AtBar>
  );
}
