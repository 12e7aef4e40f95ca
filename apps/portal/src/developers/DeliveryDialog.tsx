import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { StatusChip, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { Code } from './Code.tsx';
import type { DeliveryRowFragment } from './developers.generated.ts';
import { developers } from './developers.messages.ts';

const TROUBLES = ['NAME_UNKNOWN', 'ADDRESS_REFUSED', 'ADDRESS_NOT_HTTPS', 'UNREACHABLE', 'TLS_FAILED', 'TIMED_OUT', 'ANSWER_TOO_LARGE', 'NO_MEMBER'] as const;

/** The key of why there was no answer; one that came later shows its code. */
export const troubleKey = (trouble: string) => (TROUBLES.find((known) => known === trouble) ? (`trouble.${trouble}` as `trouble.${(typeof TROUBLES)[number]}`) : null);

/** Each try to deliver a piece of news, and what was answered. */
export function DeliveryDialog({ delivery, onClose }: { delivery: DeliveryRowFragment; onClose: () => void }) {
  const t = useMessages(developers);
  const words = useMessages(common);
  const format = useFormat();
  const { type, id, subjectId, subjectVersion, attempts } = delivery;
  const result = (status: number | null, trouble: string | null) => {
    if (status !== null) return t('answered', { status });
    const key = trouble ? troubleKey(trouble) : null;
    return t('noAnswer', { trouble: key ? t(key) : (trouble ?? '') });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="delivery">
      <DialogTitle id="delivery" sx={{ fontFamily: 'monospace' }}>{type}</DialogTitle>
      <DialogContent>
        <Typography sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>{t('record')} <code>{subjectId}</code>{subjectVersion !== null && ` · v${subjectVersion}`}</Typography>
        <Typography sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere', mb: 2 }}>webhook-id <code>{id}</code></Typography>
        <Typography variant="h3" sx={{ fontSize: 14, fontWeight: 600, mb: 1 }}>{t('attempts')}</Typography>
        {attempts.length === 0 && <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('noAttempts')}</Typography>}
        <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {attempts.map((attempt) => (
            <Box component="li" key={attempt.at} sx={{ display: 'grid', gap: 0.75, gridTemplateColumns: 'minmax(0, 1fr)' }}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <StatusChip tone={attempt.status !== null && attempt.status >= 200 && attempt.status < 300 ? 'success' : 'danger'}>{result(attempt.status, attempt.trouble)}</StatusChip>
                <Typography component="span" sx={{ fontSize: 12, color: 'own.faint' }}>{format.dateTime(attempt.at)} · {t('took', { count: attempt.milliseconds })}</Typography>
              </Box>
              {attempt.answer && <Code label={t('answerBegins')}>{attempt.answer}</Code>}
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions><Button variant="text" onClick={onClose}>{words('close')}</Button></DialogActions>
    </Dialog>
  );
}
