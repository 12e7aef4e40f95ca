import { ADMINISTRATORS, DomainError, type RequestContext, type Role } from '@gongjian/platform';

/**
 * 三员分立: nobody is two of the three administrators.
 * @param given the roles that are given now; `held` what the person has at some time of the same term
 * @throws ADMINISTRATORS_APART
 */
export function requireApart(ctx: RequestContext, given: readonly Role[], field: string, held: readonly Role[] = []): void {
  const apart = [...new Set([...held, ...given])].filter((role) => (ADMINISTRATORS as readonly Role[]).includes(role));
  if (apart.length > 1 && given.some((role) => apart.includes(role))) throw new DomainError('ADMINISTRATORS_APART', { roles: apart.map((role) => ctx.text(`ROLE_${role}`)).join('、') }, { field });
}
