import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { BookingAnswer_BookingConflict_Fragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';

interface Props {
  conflict: BookingAnswer_BookingConflict_Fragment;
  onApply: () => void;
  onDiscard: () => void;
  disabled?: boolean;
}

const KNOWN = ['title', 'purpose', 'startsAt', 'endsAt', 'resourceIds', 'attendees', 'notes', 'state'] as const;
type Known = (typeof KNOWN)[number];

/** Somebody was faster: what they changed, and whether to change it once more. */
export function ConflictPanel({ conflict, onApply, onDiscard, disabled }: Props) {
  const t = useMessages(bookingTexts);
  const format = useFormat();
  const { changedBy, changedAt, changedFields, current } = conflict;
  const fields = [...new Set(changedFields.map((field) => ((KNOWN as readonly string[]).includes(field) ? t(`field.${field as Known}`) : t('field.other'))))];
  return (
    <Alert severity="warning" sx={{ border: 1, borderColor: 'own.status.pending.border' }}>
      <AlertTitle sx={{ fontSize: 14, fontWeight: 600 }}>{t('conflictTitle')}</AlertTitle>
      {t('conflictBy', { name: changedBy?.name ?? t('conflictSomebody'), when: format.ago(changedAt), fields: fields.join(t('join')) || t('field.other') })}
      <Box>{t('currentlyIs', { range: `${current.title} · ${format.range(current.startsAt, current.endsAt)}` })}</Box>
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button size="small" variant="contained" color="primary" onClick={onApply} disabled={disabled ?? false}>{t('applyAnyway')}</Button>
        <Button size="small" onClick={onDiscard} disabled={disabled ?? false}>{t('reload')}</Button>
      </Box>
    </Alert>
  );
}
