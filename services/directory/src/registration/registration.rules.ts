import type { Language, Role } from '@gongjian/platform';
import { privacyNotice } from '@gongjian/rules';
import { messages } from '../messages.ts';
import type { OrganisationKind } from '../organisation/organisation.entity.ts';

const DAY = 86_400_000;

/** How long the link of the mail is good, in hours. */
export const LINK_HOURS = 24;
/** How long a request waits for its answer: then it is forgotten, and its account with it. */
export const WAITING_DAYS = 30;
/** How long it is known of a request that was answered that it was. */
export const ANSWERED_DAYS = 30;
export const NOTE_LENGTH = 500;
/** The privacy notice that whoever asks has to have read. */
export const NOTICE_VERSION = privacyNotice.version;

export const waitsUntil = (now: Date) => new Date(now.getTime() + WAITING_DAYS * DAY);
export const knownUntil = (now: Date) => new Date(now.getTime() + ANSWERED_DAYS * DAY);

/**
 * As what people may ask to come in, by what their organisation is. Nobody asks to be an administrator: that is given by
 * somebody who knows whom.
 */
const ROLES_OF: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  SCHOOL: ['STUDENT', 'TEACHER', 'COORDINATOR', 'RESOURCE_KEEPER'],
  ENTERPRISE: ['ENGINEER', 'COORDINATOR', 'RESOURCE_KEEPER'],
  PARK: ['ENGINEER', 'COORDINATOR', 'RESOURCE_KEEPER'],
  INSTITUTE: ['ENGINEER', 'TEACHER', 'COORDINATOR', 'RESOURCE_KEEPER'],
  GOVERNMENT: ['COORDINATOR'],
  ASSOCIATION: ['ENGINEER', 'COORDINATOR'],
};

/** For the door, which speaks of roles before anybody is signed in. */
export const roleName = (role: string, language: Language): string => messages[language][`ROLE_${role}`] ?? role;

export const rolesOfKind = (kind: OrganisationKind): readonly Role[] => ROLES_OF[kind];
