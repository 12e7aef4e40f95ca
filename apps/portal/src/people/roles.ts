import type { Role } from '@gongjian/api/schema.types.ts';
import type { Me } from '../session/index.ts';

/** All roles of a consortium, in the order in which they are offered. */
export const roles: readonly Role[] = [
  'SECRETARY', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'COORDINATOR', 'RESOURCE_KEEPER',
  'TEACHER', 'ENGINEER', 'STUDENT', 'AUDITOR',
];

/** Whoever answers for all organisations gives all roles, organisation administrators those of their own. */
export const answersForAll = (me: Me) => me.viewerGrantsForAll;
export const grantableRoles = (me: Me) => roles.filter((role) => me.viewerGrantableRoles.includes(role));
