import { inputs } from '@gongjian/platform';
import { z } from 'zod';

export const suspendInput = z.object({ reason: inputs.text(1, 500), until: inputs.day().nullish() });
export type SuspendInput = z.output<typeof suspendInput>;
