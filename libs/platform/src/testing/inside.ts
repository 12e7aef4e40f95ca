/** What tests need that look into the database: sealed columns, roles, mails. Apart from the whole server library, which every file of tests would load anew for seconds. */
export { OPERATOR_TENANT } from '../actor.ts';
export { rolesOf, urlAs } from '../database/roles.ts';
export { type MailDraft, mailPlaces, postMail, readContent, readRecipient } from '../mail/mail.draft.ts';
export { KeyRing } from '../sealing/key-ring.ts';
export { Secrets } from '../secrets.ts';
