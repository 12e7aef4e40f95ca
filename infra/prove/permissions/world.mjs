import { Platform, rolesOf, Secrets, urlAs } from '../../../libs/platform/dist/index.js';
import { directory } from '../../../services/directory/dist/index.js';
import { scheduling } from '../../../services/scheduling/dist/index.js';
import { openWorld } from '../../test/sample-world.mjs';
import { SAMPLES } from '../../test/samples.mjs';
import { Lending, sideOf } from '../common/lending.mjs';
import { speakTo } from '../common/people.mjs';

/** What would end the accounts of the rest. */
const NEVER = ['closeAccount', 'importHolidays'];

/** Two consortia in which everything has been done once that can be done. */
export async function fill(bed, product, database) {
  speakTo(product);
  const world = await openWorld(database);
  const refused = [];
  for (const [name, sample] of Object.entries(SAMPLES)) {
    if (NEVER.includes(name)) continue;
    const { who = world.secretary, query, variables } = await sample(world);
    const { errors } = await who.try(query, variables);
    if (errors) refused.push(`${name}: ${errors[0].extensions.code}`);
  }
  if (refused.length > 3) bed.say(refused.join('\n'));
  await besides(world);
}

/** What no sample does: a calendar of an organisation's own, and a consortium that lends to all of another one. */
async function besides({ consortium, other }) {
  const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '样例单位管理员');
  await administrator.run('mutation ($input: SchoolCalendarInput!) { saveSchoolCalendar(input: $input) { id } }', { input: { organisationId: consortium.lead.id, schoolYear: 2027, terms: [{ kind: 'FIRST', firstDay: '2027-09-06', teachingWeeks: 18, examWeeks: 2 }], days: [] } });
  const lending = new Lending(await sideOf(other, other.lead, '出借'), await sideOf(consortium, consortium.lead, '借用'));
  const pool = await lending.pool('样例共享池', [await lending.machine('样例共享机床')]);
  await lending.signed([lending.use(pool.id)], true);
}

/** The product's own rules in this process, as the runtime role. */
export function platformOf({ url, secretKey }, subgraphs = [directory, scheduling]) {
  return Platform.open(urlAs(url, rolesOf(url).app, new Secrets(secretKey)), secretKey, subgraphs, 4, { publicUrl: 'http://localhost' });
}

export const SUBGRAPHS = [directory, scheduling];
