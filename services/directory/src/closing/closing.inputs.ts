import { inputs } from '@gongjian/platform';
import { z } from 'zod';

export const decideClosingInput = z.object({ approve: z.boolean(), reason: inputs.optionalText(500), keepUntil: inputs.day().nullish() });
export type DecideClosingInput = z.output<typeof decideClosingInput>;
