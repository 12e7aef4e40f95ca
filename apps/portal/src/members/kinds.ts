import type { MembershipKind, OrganisationKind } from '@gongjian/api/schema.types.ts';

/** In the order in which they are offered. */
export const kinds: readonly OrganisationKind[] = ['SCHOOL', 'ENTERPRISE', 'PARK', 'INSTITUTE', 'GOVERNMENT', 'ASSOCIATION'];
/** A consortium has one lead, named when it is founded. */
export const membershipKinds: readonly MembershipKind[] = ['MEMBER', 'COUNCIL_MEMBER'];
