import type { MembershipKind, OrganisationKind } from '@gongjian/api/schema.types.ts';

/** In the order in which they are offered. */
export const kinds: readonly OrganisationKind[] = ['SCHOOL', 'ENTERPRISE', 'PARK', 'INSTITUTE', 'GOVERNMENT', 'ASSOCIATION'];
/** Whoever joins later may be made a lead unit on its page. */
export const membershipKinds: readonly MembershipKind[] = ['MEMBER', 'COUNCIL_MEMBER'];
export const allMembershipKinds: readonly MembershipKind[] = ['LEAD', 'COUNCIL_MEMBER', 'MEMBER'];
