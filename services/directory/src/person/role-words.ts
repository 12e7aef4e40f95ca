import type { Language, RequestContext } from '@gongjian/platform';

/** Roles as a mail speaks of them. */
export const rolesIn = (ctx: RequestContext, language: Language, roles: readonly string[]): string => roles.map((role) => ctx.textIn(language, `ROLE_${role}`)).join(language === 'en' ? ', ' : '、');
