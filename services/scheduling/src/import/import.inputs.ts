import { z } from 'zod';
import { inputs } from '@gongjian/platform';
import { LIMITS } from '@gongjian/platform/sheets/sheet.types';
import { REGISTERS } from './register.types.ts';

const { id, list, oneOf, text, whole } = inputs;

export const startImportInput = z.object({ fileId: id(), register: oneOf(REGISTERS).nullish(), sheet: z.string().max(255).nullish(), ownerId: id() });
export type StartImportInput = z.output<typeof startImportInput>;

export const importMappingInput = z.object({
  register: oneOf(REGISTERS).nullish(),
  sheet: text(0, 255).nullish(),
  headingRow: whole(1, LIMITS.rows).nullish(),
  columns: list(z.object({ index: whole(0, LIMITS.columns - 1), field: text(0, 50).nullish() }), 0, LIMITS.columns).nullish(),
});
export type ImportMappingInput = z.output<typeof importMappingInput>;
