import { asUuid, inputs, ROLES } from '@gongjian/platform';
import { z } from 'zod';
import { passwordProblem } from './password.rules.ts';

const { day, email, list, oneOf, optionalText, rule, text } = inputs;

/** A day that may be left out. */
export const until = day().nullish();

/** In one way of writing; what is no id becomes one that nobody has. */
export const id = () => inputs.id().transform(asUuid);
const isLogin = (login: string) => /^[A-Za-z0-9._@-]{3,64}$/.test(login);

export const createAccountInput = z
  .object({
    name: text(1, 50),
    login: z
      .string()
      .trim()
      .refine(...rule(isLogin, 'LOGIN_FORM')),
    // Blanks at its ends are part of a password, so it is not trimmed.
    password: z.string(),
    email: email().nullish(),
  })
  .check(({ value, issues }) => {
    const problem = passwordProblem(value.password, value);
    if (problem) issues.push({ code: 'custom', input: value.password, path: ['password'], message: JSON.stringify({ code: problem, params: {} }) });
  });
export type CreateAccountInput = z.output<typeof createAccountInput>;

/** The same, where nothing is said beside it. */
export const addAccountInput = createAccountInput;

const roles = list(oneOf(ROLES), 1, ROLES.length).transform((given) => [...new Set(given)]);

export const addPersonInput = z.object({ account: createAccountInput, organisationId: id(), roles });
export type AddPersonInput = z.output<typeof addPersonInput>;

export const admitPersonInput = z.object({ joinCode: z.string().max(64), organisationId: id(), roles });
export type AdmitPersonInput = z.output<typeof admitPersonInput>;

export const grantRoleInput = z.object({ personId: id(), organisationId: id(), role: oneOf(ROLES), since: day().nullish(), until: day().nullish() });
export type GrantRoleInput = z.output<typeof grantRoleInput>;

/** Left out stays; null is without end. */
export const changeRoleInput = z.object({ since: day().nullish(), until: day().nullish() });
export type ChangeRoleInput = z.output<typeof changeRoleInput>;

export const personFilter = z
  .object({ search: optionalText(50), organisationId: id().nullish(), role: oneOf(ROLES).nullish(), former: z.boolean().nullish(), suspended: z.boolean().nullish() })
  .nullish();
export type PersonFilter = z.output<typeof personFilter>;
