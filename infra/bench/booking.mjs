import { measureAvailability } from './booking/availability.mjs';
import { measureCreates } from './booking/creates.mjs';

export const about = 'what booking costs beside raw SQL, and what a helpful refusal costs in a full park';
export const options = { rounds: { type: 'string', default: '5' }, asked: { type: 'string', default: '200' }, only: { type: 'string' } };

/** `--only creates` or `--only availability` for half of it. */
export async function measure(bed) {
  if (bed.options.only !== 'availability') await measureCreates(bed, bed.number('rounds'));
  if (bed.options.only !== 'creates') await measureAvailability(bed, bed.number('asked'));
}
