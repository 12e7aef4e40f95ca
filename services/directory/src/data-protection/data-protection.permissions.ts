import { administers, definePermissions, isOperator } from '@gongjian/platform';

/** What the register is asked by: it is no record of a consortium, so it has no table. */
export class DataRegisterPage {}
export class DataKey {}

export const dataProtectionPermissions = definePermissions((allow, actor) => {
  if (isOperator(actor)) return allow('read', DataRegisterPage);
  const administrator = administers(actor, 'ACCOUNTS') || administers(actor, 'ROLES') || administers(actor, 'AUDIT');
  if (administrator || actor.roles.includes('AUDITOR')) allow(['read', 'export'], DataRegisterPage);
  // Keys are a matter of security, like roles.
  if (administers(actor, 'ROLES')) allow(['read', 'secure'], DataKey);
});
