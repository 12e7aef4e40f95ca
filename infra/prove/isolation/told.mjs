import { log, operator } from './audience.mjs';

/** The log of the own consortium names whoever did something in it, also from elsewhere. */
export const ownLog = (a, r) => log(a, { tenant: a.tenant }) && (r.tenant === a.tenant || r.tenant === null);

const table = (...tables) => (_a, r) => tables.includes(r.table);

/** What some questions tell besides, each with the reason. */
export const TOLD = {
  // Who knows the code on their papers may ask them into an agreement (ADR 25).
  partners: (a, r) => a.role === 'ORGANISATION_ADMINISTRATOR' && table('directory.organisation', 'directory.consortium')(a, r),
  // Who reads the log reads of everything that was changed, by its id and its name.
  auditEntries: ownLog,
  auditEntry: ownLog,
  // Who watches over looks at the records of minors knows which record it was, and nothing of what stands in it.
  minorAccesses: (a, r, column) => column === 'id' && r.table === 'scheduling.resource' && log(a, r),
  // Operators see which consortia there are, and who leads them.
  consortia: operator,
};
