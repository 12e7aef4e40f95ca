import { readFileSync } from 'node:fs';

const SPEC = new URL('../../../services/gateway/test/permissions.spec.ts', import.meta.url);
/** The columns of the table, by role. */
const COLUMNS = { SEC: 'SECRETARY', SYS: 'SYSTEM_ADMINISTRATOR', SCU: 'SECURITY_ADMINISTRATOR', AUA: 'AUDIT_ADMINISTRATOR', PRK: 'PARK_ADMINISTRATOR', CNC: 'COUNCIL_MEMBER', ADM: 'ORGANISATION_ADMINISTRATOR', KEP: 'RESOURCE_KEEPER', TEA: 'TEACHER', ENG: 'ENGINEER', COO: 'COORDINATOR', STU: 'STUDENT', AUD: 'AUDITOR', OPR: 'PLATFORM_OPERATOR' };

/** Who may do what is said in one table, which a test holds the product to: it is read where it stands. */
export function rightsOf() {
  const [, table] = /const TABLE = `([^`]*)`/.exec(readFileSync(SPEC, 'utf8'));
  const lines = table.split('\n').map((line) => line.trim().split(/\s+/)).filter(([first = '']) => first !== '' && first !== '#');
  const heads = lines.find(([first]) => first in COLUMNS);
  return new Map(lines.filter(([first]) => !(first in COLUMNS)).map(([name, ...marks]) => [name, Object.fromEntries(marks.map((mark, index) => [COLUMNS[heads[index]] ?? heads[index], mark === '●']))]));
}

/** Roles that are for a whole consortium, from whichever of its organisations they are held. */
const WIDE = ['SECRETARY', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'PARK_ADMINISTRATOR'];

/** Whether somebody may do to the target's things what a mutation does. */
export function mayChange(rights, name, { relation, role, live }) {
  const right = rights.get(name);
  if (!right || !live) return false;
  if (relation === 'OPERATOR' || relation === 'OWN') return right[role] === true;
  if (!relation.startsWith('SIBLING')) return false;
  return WIDE.includes(role) && right[role] === true;
}
