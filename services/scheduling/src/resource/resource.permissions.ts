import { type Actor, definePermissions, type Role, works } from '@gongjian/platform';
import { PERSONAL_SHOWN } from '../scheduling.data.ts';
import { Resource } from './resource.entity.ts';

export const has = (actor: Actor, ...roles: Role[]): boolean => actor.roles.some((role) => roles.includes(role));

/** The office and the park act for the whole consortium. */
export const coordinates = (actor: Actor): boolean => has(actor, 'SECRETARY', 'PARK_ADMINISTRATOR');

/** Who answers for the consortium, or watches over it. */
export const oversees = (actor: Actor): boolean => coordinates(actor) || has(actor, 'COUNCIL_MEMBER', 'AUDITOR');

/** Those who answer for their organisation's things. */
export const keeps = (actor: Actor): boolean => has(actor, 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER');

export const resourcePermissions = definePermissions((allow, actor) => {
  if (!works(actor)) return;
  const own = { ownerId: actor.organisationId };

  // Everyone in the consortium sees what there is to share.
  allow('read', Resource);
  if (!has(actor, 'STUDENT') || actor.roles.length > 1) allow('export', Resource);

  if (coordinates(actor)) allow(['create', 'update', 'import'], Resource);
  if (keeps(actor)) allow(['create', 'update', 'import'], Resource, own);

  // Whose resources one books does not matter, only whether one books at all.
  if (coordinates(actor) || keeps(actor) || has(actor, 'COORDINATOR', 'TEACHER', 'ENGINEER')) allow('book', Resource);

  if (has(actor, 'PARK_ADMINISTRATOR')) allow('block', Resource);
  if (keeps(actor)) allow('block', Resource, own);

  // As the register of data says of these columns.
  for (const viewer of PERSONAL_SHOWN.full) if (has(actor, viewer.role)) allow('reveal', Resource, viewer.own && own);
});
