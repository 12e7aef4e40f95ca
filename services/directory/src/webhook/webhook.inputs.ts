import { DELIVERY_STATES, inputs, WEBHOOK_EVENTS } from '@gongjian/platform';
import { z } from 'zod';

const url = inputs.text(1, 500);
const events = inputs.list(inputs.oneOf(WEBHOOK_EVENTS), 1, WEBHOOK_EVENTS.length).refine(...inputs.rule((list: string[]) => new Set(list).size === list.length, 'DUPLICATE'));

export const createWebhookInput = z.object({ url, events });
export type CreateWebhookInput = z.output<typeof createWebhookInput>;

export const updateWebhookInput = z.object({ url: url.optional(), events: events.optional(), on: z.boolean().optional() });
export type UpdateWebhookInput = z.output<typeof updateWebhookInput>;

export const keepHours = inputs.whole(0, 168).default(24);
export const deliveryStates = inputs.list(inputs.oneOf(DELIVERY_STATES), 0, DELIVERY_STATES.length).nullish();
