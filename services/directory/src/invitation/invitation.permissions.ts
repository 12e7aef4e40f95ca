import { administers, definePermissions, isOperator } from '@gongjian/platform';
import { Invitation } from './invitation.entity.ts';

/**
 * An invitation is an account and roles in one. So whoever may do both invites; where the two are separated, whoever has
 * one of the duties sees what organisations send, and may stop it.
 */
export const invitationPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  if (administers(actor, 'ACCOUNTS') || administers(actor, 'ROLES')) allow(['read', 'cancel'], Invitation);
  if (administers(actor, 'ACCOUNTS') && administers(actor, 'ROLES')) allow(['create', 'update'], Invitation);
  if (actor.roles.includes('ORGANISATION_ADMINISTRATOR')) allow(['read', 'create', 'update', 'cancel'], Invitation, { organisationId: actor.organisationId });
});
