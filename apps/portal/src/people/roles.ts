import type { Role } from '@gongjian/api/schema.types.ts';
import type { Me } from '../session/index.ts';

/** All roles of a consortium, in the order in which they are offered. */
export const roles: readonly Role[] = [
  'SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'COORDINATOR', 'RESOURCE_KEEPER',
  'TEACHER', 'ENGINEER', 'STUDENT', 'AUDITOR',
];

const ofOrganisation = new Set<Role>(['ORGANISATION_ADMINISTRATOR', 'COORDINATOR', 'RESOURCE_KEEPER', 'TEACHER', 'ENGINEER', 'STUDENT']);

/** Secretaries answer for all organisations and roles, organisation administrators for those of their own. */
export const answersForAll = (me: Me) => me.roles.includes('SECRETARY');
export const grantableRoles = (me: Me) => (answersForAll(me) ? roles : roles.filter((role) => ofOrganisation.has(role)));
export const mayChange = (me: Me, grant: { role: Role; organisation: { id: string } }) =>
  me.viewerCanManagePeople && (answersForAll(me) || (grant.organisation.id === me.organisation?.id && ofOrganisation.has(grant.role)));
