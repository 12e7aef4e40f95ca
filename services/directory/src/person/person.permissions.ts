import { type Actor, administers, definePermissions, isOperator, ROLES, type Role } from '@gongjian/platform';
import { Person } from './person.entity.ts';
import { RoleGrant } from './role-grant.entity.ts';

/** Who answers for the whole consortium and therefore sees all its people. */
const WIDE: readonly Role[] = ['SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR'];
/** What an organisation decides about its own people. */
const OWN_ROLES: readonly Role[] = ['TEACHER', 'ENGINEER', 'COORDINATOR', 'RESOURCE_KEEPER', 'STUDENT', 'ORGANISATION_ADMINISTRATOR'];
/** Where administration is separated, an administrator is made by the security administrator alone. */
const ownRoles = (actor: Pick<Actor, 'separated'>) => (actor.separated ? OWN_ROLES.filter((role) => role !== 'ORGANISATION_ADMINISTRATOR') : OWN_ROLES);
/** Operators run the installation and are made outside consortia. */
const CONSORTIUM_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'PLATFORM_OPERATOR');

/** The roles that somebody gives at an organisation. Said once: for who is signed in, and for the door, which asks it of who has sent an invitation. */
export function grantsRoles(actor: Pick<Actor, 'roles' | 'separated' | 'organisationId'>, organisationId: string): readonly Role[] {
  if (actor.roles.includes('PLATFORM_OPERATOR')) return [];
  if (administers(actor, 'ROLES')) return CONSORTIUM_ROLES;
  return actor.roles.includes('ORGANISATION_ADMINISTRATOR') && actor.organisationId === organisationId ? ownRoles(actor) : [];
}

export const seesEverybody = (actor: Actor) => actor.roles.some((role) => WIDE.includes(role)) || administers(actor, 'ACCOUNTS') || administers(actor, 'ROLES');
/** They know of other people what stands under bookings, and no more. */
const keepsToThemselves = (actor: Actor) => actor.roles.every((role) => role === 'STUDENT' || role === 'AUDIT_ADMINISTRATOR');

export const personPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return;
  // A name stands under bookings and approvals, so everyone may read one that is met there. Lists are narrower: they
  // show the people whose role grants one may read.
  allow('read', Person);
  allow('update', Person, { id: actor.personId });

  allow('read', RoleGrant, { personId: actor.personId });
  if (seesEverybody(actor)) allow('read', RoleGrant);
  else if (!keepsToThemselves(actor)) allow('read', RoleGrant, { organisationId: actor.organisationId });

  if (administers(actor, 'ACCOUNTS')) allow('create', Person);
  if (administers(actor, 'ROLES')) allow('grant', RoleGrant, { role: { $in: CONSORTIUM_ROLES } });
  if (actor.roles.includes('ORGANISATION_ADMINISTRATOR')) {
    allow('create', Person);
    allow('grant', RoleGrant, { organisationId: actor.organisationId, role: { $in: grantsRoles(actor, actor.organisationId) } });
  }
});
