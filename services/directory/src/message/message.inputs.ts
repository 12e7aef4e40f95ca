import { inputs, MAIL_WISHES } from '@gongjian/platform';
import { z } from 'zod';

const { id, list, oneOf, rule, text, whole } = inputs;

const kind = text(1, 60);
const hour = whole(0, 23);

export const messageFilter = z.object({ unread: z.boolean().nullish(), kind: kind.nullish() }).nullish();

export const markMessagesInput = z.object({ ids: list(id(), 1, 200), read: z.boolean() });
export type MarkMessagesInput = z.output<typeof markMessagesInput>;

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

export const messageSettingsInput = z
  .object({
    language: oneOf(['zh-CN', 'en']),
    timeZone: text(1, 60).refine(...rule(isTimeZone, 'BAD_TIME_ZONE')),
    digestHour: hour,
    quietFrom: hour.nullish(),
    quietUntil: hour.nullish(),
    mail: list(z.object({ kind, mail: oneOf(MAIL_WISHES) }), 0, 200),
  })
  .superRefine(({ quietFrom, quietUntil }, context) => {
    const missing = (['quietFrom', 'quietUntil'] as const).filter((_, index) => [quietFrom, quietUntil][index] == null);
    if (missing.length === 1) context.addIssue({ code: 'custom', path: missing, message: JSON.stringify({ code: 'REQUIRED', params: {} }) });
  });
export type MessageSettingsInput = z.output<typeof messageSettingsInput>;
