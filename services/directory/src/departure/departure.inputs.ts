import { inputs } from '@gongjian/platform';
import { z } from 'zod';
import { id } from '../person/person.inputs.ts';

const { day, list } = inputs;

export const departPersonInput = z.object({
  personId: id(),
  organisationId: id().nullish(),
  on: day().nullish(),
  handOvers: list(z.object({ roleGrantId: id(), toPersonId: id() }), 0, 50).nullish(),
});
export type DepartPersonInput = z.output<typeof departPersonInput>;
