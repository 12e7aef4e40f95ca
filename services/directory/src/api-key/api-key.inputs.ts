import { inputs, SCOPES } from '@gongjian/platform';
import { z } from 'zod';

/** How long a key may be good: a year at most. */
const days = inputs.whole(1, 365);

export const createApiKeyInput = z.object({
  name: inputs.text(1, 50),
  scopes: inputs.list(inputs.oneOf(SCOPES), 1, SCOPES.length).refine(...inputs.rule((scopes: string[]) => new Set(scopes).size === scopes.length, 'DUPLICATE')),
  days,
});
export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;

export const rotateApiKeyInput = z.object({ days, keepHours: inputs.whole(0, 168).default(24) });
export type RotateApiKeyInput = z.output<typeof rotateApiKeyInput>;
