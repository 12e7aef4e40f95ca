import { StatusChip, useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { WebhookRowFragment } from './developers.generated.ts';
import { developers } from './developers.messages.ts';
import { Two } from './KeysPage.tsx';

/** Whether news go there, and why not. */
export function WebhookStateChip({ webhook }: { webhook: WebhookRowFragment }) {
  const t = useMessages(developers);
  const format = useFormat();
  const { state, offReason, previousUntil } = webhook;
  const both = previousUntil && t('bothSign', { time: format.dateTime(previousUntil) });
  return <Two first={<StatusChip tone={state === 'ACTIVE' ? 'success' : offReason === 'BY_HAND' ? 'draft' : 'danger'}>{t(`webhookState.${state}`)}</StatusChip>} second={offReason ? t(`off.${offReason}`) : both} />;
}
