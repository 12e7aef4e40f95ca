import { readsOf } from './operations.mjs';
import { TOLD } from './told.mjs';
import { each, turn } from './voice.mjs';

/** Each question, aimed at each of the target's things, by everybody; every field that can be reached is asked for. */
export async function read(trial, actors = trial.actors, only = () => true, options = {}) {
  const reads = readsOf(trial.schema, trial.target, options).filter(({ field }) => only(field));
  for (const { field } of reads.filter(({ unaimed }) => unaimed)) trial.judge.unclassified.add(`Query.${field}`);
  const asks = reads.filter(({ query }) => query).flatMap((question, index) => turn(actors, index).filter((actor) => trial.concerns(actor, JSON.stringify(question.variables))).map((actor) => [question, actor]));
  await each(asks, ([{ field, covered, query, variables }, actor]) => trial.ask('read', actor, { name: field, names: covered, query, variables, told: TOLD[field] }));
  return reads;
}
