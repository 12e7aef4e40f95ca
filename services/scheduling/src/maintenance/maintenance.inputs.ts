import { z } from 'zod';
import { inputs } from '@gongjian/platform';

export const createMaintenanceInput = z.object({
  resourceId: inputs.id(),
  startsAt: inputs.instant(),
  endsAt: inputs.instant(),
  reason: inputs.text(1, 200),
  displace: z.boolean().nullish(),
});
export type CreateMaintenanceInput = z.output<typeof createMaintenanceInput>;
