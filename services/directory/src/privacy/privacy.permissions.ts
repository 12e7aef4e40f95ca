import { definePermissions, isOperator } from '@gongjian/platform';
import { ConsentDecision } from './consent.entity.ts';

/** What somebody agreed to is theirs to say, and theirs to know. */
export const privacyPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  allow(['create', 'read'], ConsentDecision, { personId: actor.personId });
});
