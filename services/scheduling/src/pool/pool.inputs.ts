import { inputs } from '@gongjian/platform';
import { z } from 'zod';

const fields = { name: inputs.text(1, 60), note: inputs.optionalText(500), resourceIds: inputs.list(inputs.id(), 1, 500) };
export const createPoolInput = z.object({ ownerId: inputs.id(), ...fields });
export type CreatePoolInput = z.output<typeof createPoolInput>;
export const updatePoolInput = z.object(fields);
export type UpdatePoolInput = z.output<typeof updatePoolInput>;
