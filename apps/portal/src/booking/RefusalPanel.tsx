import { Box, Typography } from '@mui/material';
import BlockIcon from '@mui/icons-material/BlockOutlined';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { AlternativeList } from './AlternativeList.tsx';
import type { AlternativeDetailsFragment, ReasonDetailsFragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';
import { reasonsByResource } from './reasons.ts';

interface Props {
  title: string;
  reasons: readonly ReasonDetailsFragment[];
  alternatives: readonly AlternativeDetailsFragment[];
  onTake: (alternative: AlternativeDetailsFragment) => void;
  disabled?: boolean;
}

/** Why it does not work, resource by resource, and what would. */
export function RefusalPanel({ title, reasons, alternatives, onTake, disabled }: Props) {
  const t = useMessages(bookingTexts);
  return (
    <Box
      role="group"
      aria-label={title}
      sx={{ border: 1, borderColor: 'own.status.danger.border', borderRadius: '8px', overflow: 'hidden' }}
    >
      <Box sx={{ px: 1.5, py: 1.25, bgcolor: 'own.status.danger.tint' }}>
        <Box role="alert" sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'own.status.danger.text', fontWeight: 600 }}>
          <BlockIcon /> {title}
        </Box>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, display: 'grid', gap: 0.75, maxHeight: 200, overflowY: 'auto' }}>
          {reasonsByResource(reasons).map(({ key, name, reasons: own }) => (
            <Box component="li" key={key} sx={{ fontSize: 13, lineHeight: 1.55, color: 'text.primary' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>{name ?? t('wholeBooking')}</Box>
              {own.map((reason, index) => <Reason key={index} reason={reason} />)}
            </Box>
          ))}
        </Box>
      </Box>
      <Box sx={{ px: 1.5, py: 1.25, borderTop: 1, borderColor: 'own.line' }}>
        <Typography variant="subtitle2" component="div" sx={{ mb: 0.75 }}>{t('alternatives')}</Typography>
        <AlternativeList alternatives={alternatives} onTake={onTake} disabled={disabled ?? false} />
      </Box>
    </Box>
  );
}

function Reason({ reason }: { reason: ReasonDetailsFragment }) {
  const t = useMessages(bookingTexts);
  const format = useFormat();
  const { allocation } = reason;
  // Most messages name what is in the way themselves.
  const said = allocation?.booking?.title ?? allocation?.maintenance?.reason;
  const told = said === undefined || reason.message.includes(said);
  const what = allocation?.booking
    ? t('blockedBy', { what: allocation.booking.title })
    : allocation?.maintenance
      ? t('blockedByMaintenance', { reason: allocation.maintenance.reason })
      : null;
  return (
    <Box>
      {reason.message}
      {allocation && !told && (
        <Typography component="div" variant="caption" sx={{ color: 'text.secondary' }}>
          {what} · {format.range(allocation.startsAt, allocation.endsAt)}
        </Typography>
      )}
    </Box>
  );
}
