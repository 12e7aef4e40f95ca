import { inputs, MAIL_STATES } from '@gongjian/platform';
import { z } from 'zod';

export const outboxFilter = z.object({ states: inputs.list(inputs.oneOf(MAIL_STATES), 0, MAIL_STATES.length).nullish() }).nullish();
