import { useState } from 'react';
import { Box } from '@mui/material';
import type { AlternativeDetailsFragment } from '../booking/booking.generated.ts';
import { bookingTexts } from '../booking/booking.messages.ts';
import { ConflictPanel } from '../booking/ConflictPanel.tsx';
import { RefusalPanel } from '../booking/RefusalPanel.tsx';
import { useMessages } from '../i18n/index.ts';
import { AtBar } from './BarPopover.tsx';
import type { useMoves } from './useMoves.ts';
import type { Refused } from './useMoves.ts';

interface Props {
  refused: Refused;
  moves: ReturnType<typeof useMoves>;
  onReload: () => void;
}

/** Why a bar went back to its place, right where it was dropped. */
export function RefusedMove({ refused, moves, onReload }: Props) {
  const t = useMessages(bookingTexts);
  const [busy, setBusy] = useState(false);
  const { answer } = refused;
  const run = (action: () => Promise<void>) => {
    setBusy(true);
    void action().finally(() => setBusy(false));
  };
  return (
    <AtBar rect={refused.rect} label={t(answer.__typename === 'BookingRefusal' ? 'refusedMove' : 'conflictTitle')} onClose={moves.dismiss}>
      <Box sx={{ width: 400, maxWidth: '100%', maxHeight: 'min(480px, 80vh)', overflowY: 'auto' }}>
        {answer.__typename === 'BookingRefusal' ? (
          <RefusalPanel
            title={t('refusedMove')}
            reasons={answer.reasons}
            alternatives={answer.alternatives}
            disabled={busy}
            onTake={(alternative: AlternativeDetailsFragment) => run(() => moves.take(refused, alternative))}
          />
        ) : (
          <ConflictPanel
            conflict={answer}
            disabled={busy}
            onApply={() => run(() => moves.retry(refused, { id: refused.booking.id, version: answer.current.version }, refused.input))}
            onDiscard={() => {
              moves.dismiss();
              onReload();
            }}
          />
        )}
      </Box>
    </AtBar>
  );
}
