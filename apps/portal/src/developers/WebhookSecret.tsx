import { Typography } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { Code } from './Code.tsx';
import { developers } from './developers.messages.ts';
import { SecretDialog } from './SecretDialog.tsx';

const VERIFY = `import { Webhook } from 'standardwebhooks';

const news = new Webhook(process.env.WEBHOOK_SECRET).verify(rawBody, request.headers);
// { type: 'booking.confirmed', timestamp, data: { id, version, consortiumId } }`;

/** The secret that signs deliveries, with how to verify them. */
export function WebhookSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useMessages(developers);
  return (
    <SecretDialog title={t('secretWebhook')} secret={secret} onClose={onClose}>
      <Typography variant="body2">{t('webhookUse')}</Typography>
      <Code label={t('example')}>{VERIFY}</Code>
    </SecretDialog>
  );
}
