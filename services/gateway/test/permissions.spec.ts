import { beforeAll, describe, expect, test } from '@jest/globals';
import { Client, operator, type TestConsortium } from '@gongjian/platform/testing';

/**
 * Who may do what: ● may, · may not. What an operation is done to belongs to the organisation of whoever tries, unless the heading says
 * otherwise; it was made by somebody else. A row for each mutation of the schema, a column for each role.
 *
 * applyImport: the secretary had it read, so it may hold lines of other owners, and who imports for one organisation may not confirm it.
 * In the column ELS, ● is what has no object and takes effect in the own consortium, which is another one.
 *
 * Asked in both modes: who somebody is comes to a subgraph in one process by a call, and to one of its own by a signed header.
 */
const TABLE = `
  # Consortia and their settings
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  createConsortium           ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·   ·
  updateConsortium           ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·
  separateAdministration     ●   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·
  requireSecondFactor        ●   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·
  rotateDataKey              ●   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·
  importHolidays             ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·   ·
  saveSchoolCalendar         ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·
  removeSchoolCalendar       ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  saveLessonTimetable        ●   ●   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·

  # Members
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  addMember                  ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·
  changeMembership           ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  endMembership              ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  continueMembership         ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  suspendMember              ●   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·

  # People and their roles
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  addPerson                  ●   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  addAccount                 ●   ●   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ●   ●   ·
  admitPerson                ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  invitePerson               ●   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  inviteFromList             ●   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  resendInvitation           ●   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  withdrawInvitation         ●   ●   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  openSelfRegistration       ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·
  closeSelfRegistration      ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·
  rotateRegistrationLink     ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·
  confirmRegistration        ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  declineRegistration        ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  grantRole                  ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  changeRole                 ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  revokeRole                 ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  departPerson               ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  settleDuties               ●   ●   ●   ·   ●   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  suspendPerson              ●   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  liftSuspension             ●   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·

  # Ways in for programs and providers
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  createIdentityProvider     ●   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  updateIdentityProvider     ●   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  removeIdentityProvider     ●   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  createApiKey               ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·
  rotateApiKey               ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  revokeApiKey               ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  createWebhook              ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·
  updateWebhook              ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  rotateWebhookSecret        ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  testWebhook                ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  replayWebhook              ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  replayWebhookDelivery      ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  removeWebhook              ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·

  # Mails of the platform
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  openMail                   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·   ·
  retryMail                  ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ●   ·   ·   ·

  # Resources and registers
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  createResource             ●   ·   ·   ·   ●   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  updateResource             ●   ·   ·   ·   ●   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  revealPersonalData         ●   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  createMaintenance          ·   ·   ·   ·   ●   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  cancelMaintenance          ·   ·   ·   ·   ●   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  startImport                ●   ·   ·   ·   ●   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  updateImportMapping        ●   ·   ·   ·   ●   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  applyImport                ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  discardImport              ●   ·   ·   ·   ●   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·

  # Bookings
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  createBooking              ●   ·   ·   ·   ●   ·   ●   ●   ●   ●   ●   ·   ·   ·   ·   ·   ·
  updateBooking              ●   ·   ·   ·   ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·
  cancelBooking              ●   ·   ·   ·   ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·
  restoreBooking             ●   ·   ·   ·   ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·

  # Agreements, between the own organisation and a third one
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  createPool                 ·   ·   ·   ·   ·   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  updatePool                 ·   ·   ·   ·   ·   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  removePool                 ·   ·   ·   ·   ·   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  createAgreement            ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  updateAgreement            ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  addClause                  ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  updateClause               ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  removeClause               ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  acceptClause               ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  withdrawAcceptance         ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  commentAgreement           ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  settleComment              ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  signAgreement              ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  reopenAgreement            ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  withdrawAgreement          ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  suspendAgreement           ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  resumeAgreement            ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  terminateAgreement         ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  amendAgreement             ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  renewAgreement             ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  narrowRole                 ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  decideUse                  ·   ·   ·   ·   ●   ·   ●   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·
  revealSharedPeople         ·   ·   ·   ·   ·   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·

  # Requests of people about their data
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  askMinorAccess             ●   ·   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  decideMinorAccess          ●   ·   ●   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  answerCorrection           ●   ●   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  decideClosing              ●   ●   ·   ·   ·   ·   ●   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·

  # One's own
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  createJoinCode             ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·   ●   ●   ·
  markAllMessages            ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·
  updateMessageSettings      ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·   ●   ●   ·
  acknowledgeNotice          ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·   ●   ●   ·
  giveConsent                ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·   ●   ●   ·
  withdrawConsent            ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·   ●   ●   ·
  askCorrection              ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·   ●   ●   ·
  revealMyData               ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·   ●   ●   ·
  closeAccount               ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ●   ·   ●   ●   ·

  # What is one person's or another member's: theirs alone, whatever one's role
                            SEC SYS SCU AUA PRK CNC ADM KEP TEA ENG COO STU AUD OPR OTH ELS OUT
  markMessages               ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  withdrawCorrection         ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  withdrawClosing            ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  claimOwnEntry              ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  releaseOwnEntry            ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
  decideBooking              ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·   ·
`;

/** The columns. Those in capitals are roles of the schema, held in the organisation whose things they are. */
const COLUMNS: Record<string, string> = {
  SEC: 'SECRETARY',
  SYS: 'SYSTEM_ADMINISTRATOR',
  SCU: 'SECURITY_ADMINISTRATOR',
  AUA: 'AUDIT_ADMINISTRATOR',
  PRK: 'PARK_ADMINISTRATOR',
  CNC: 'COUNCIL_MEMBER',
  ADM: 'ORGANISATION_ADMINISTRATOR',
  KEP: 'RESOURCE_KEEPER',
  TEA: 'TEACHER',
  ENG: 'ENGINEER',
  COO: 'COORDINATOR',
  STU: 'STUDENT',
  AUD: 'AUDITOR',
  OPR: 'PLATFORM_OPERATOR',
  OTH: 'organisation administrator of another member',
  ELS: 'secretary of another consortium',
  OUT: 'signed out',
};

/** Each says that somebody may not; of what may not be seen, as if it were not there. */
const REFUSALS = ['FORBIDDEN', 'NOT_FOUND', 'ROLE_NOT_GRANTABLE', 'BOOKING_FOR_OTHERS', 'AGREEMENT_WITHOUT_SELF'];
/** Said only to those who may: somebody else was faster, nobody would be left, or there is nothing to be ended. */
const NOT_NOW = ['STALE_VERSION', 'ROTATION_RUNS', 'CLOSING_OBSTACLE', 'REGISTRATION_OFF'];
/** Ends the accounts of all who may, so it comes last. */
const LAST = 'closeAccount';
const WORLDS = 4;

const rows = TABLE.split('\n').map((line) => line.trim().split(/\s+/)).filter(([first = '']) => first !== '' && first !== '#' && !(first in COLUMNS));
const table = new Map(rows.map(([name, ...marks]) => [name!, Object.fromEntries(Object.keys(COLUMNS).map((column, index) => [column, marks[index]!]))]));

interface Sample {
  who?: Client;
  query: string;
  variables?: object;
}
interface World {
  consortium: TestConsortium;
  other: TestConsortium;
  secretary: Client;
  operator: Client;
}

/** The samples are plain scripts, which proofs read as well. */
const script = (name: string) => import(new URL(`../../../infra/test/${name}`, import.meta.url).href);
const { openWorld } = (await script('sample-world.mjs')) as { openWorld(database: object): Promise<World> };
const { SAMPLES } = (await script('samples.mjs')) as { SAMPLES: Record<string, (world: World) => Promise<Sample>> };

/** A consortium of its own with somebody in each column. */
async function peopled(): Promise<{ world: World; people: Record<string, Client> }> {
  const world = await openWorld({ url: process.env.GONGJIAN_DATABASE_URL!, secretKey: process.env.GONGJIAN_SECRET_KEY! });
  const { id: otherId } = await world.consortium.member('别的成员公司');
  const roles = Object.entries(COLUMNS).filter(([, role]) => /^[A-Z_]+$/.test(role) && role !== 'PLATFORM_OPERATOR');
  const members = roles.map(async ([column, role]) => [column, await world.consortium.person([role], world.consortium.lead.id, '样例人员')] as const);
  const people: Record<string, Client> = Object.fromEntries(await Promise.all(members));
  return { world, people: { ...people, OPR: world.operator, OTH: await world.consortium.person(['ORGANISATION_ADMINISTRATOR'], otherId), ELS: world.other.secretary, OUT: new Client() } };
}

/** ● or ·, and whatever else came of it in words. */
async function tried(who: Client, { query, variables }: Sample): Promise<string> {
  const { status, data, errors } = await who.try(query, variables);
  const code = errors?.[0]?.extensions.code;
  if (status === 401 || (code && REFUSALS.includes(code))) return '·';
  return (data && !errors) || (code && NOT_NOW.includes(code)) ? '●' : `${status} ${JSON.stringify(errors)}`;
}

/** The row of a mutation as it is: first those who should be refused, since they change nothing, all at once. */
async function rowOf(name: string, { world, people }: Awaited<ReturnType<typeof peopled>>): Promise<Record<string, string>> {
  const expected = table.get(name) ?? {};
  const fresh = () => SAMPLES[name]!(world);
  let sample = await fresh();
  const row: Record<string, string> = {};
  const columns = Object.keys(COLUMNS);
  await Promise.all(columns.filter((column) => expected[column] !== '●').map(async (column) => (row[column] = await tried(people[column]!, sample))));
  let used = Object.values(row).includes('●');
  for (const column of columns.filter((each) => expected[each] === '●')) {
    row[column] = await tried(people[column]!, sample);
    // What the one before has taken away is not there any more.
    if (row[column] !== '●' && used) row[column] = await tried(people[column]!, (sample = await fresh()));
    used = true;
  }
  // Where nobody of them may: it was not because the sample is wrong.
  if (!used) row.sample = await tried(sample.who ?? world.secretary, sample);
  return row;
}

const found = new Map<string, Record<string, string>>();
let names: string[] = [];
let roles: string[] = [];

beforeAll(async () => {
  const { __schema, __type } = await (await operator()).run('{ __schema { mutationType { fields { name } } } __type(name: "Role") { enumValues { name } } }');
  names = __schema.mutationType.fields.map(({ name }: { name: string }) => name);
  roles = __type.enumValues.map(({ name }: { name: string }) => name);
  const queue = names.filter((name) => name in SAMPLES && name !== LAST);
  // What waits for a worker begins first.
  queue.sort((a, b) => Number(/Import|Minor|OwnEntry/.test(b)) - Number(/Import|Minor|OwnEntry/.test(a)));
  const worlds = await Promise.all(Array.from({ length: WORLDS }, peopled));
  const walk = async (world: (typeof worlds)[number]) => {
    for (let name = queue.shift(); name; name = queue.shift()) found.set(name, await rowOf(name, world));
  };
  await Promise.all(worlds.map(walk));
  found.set(LAST, await rowOf(LAST, worlds[0]!));
}, 120_000);

describe('who may do what', () => {
  test('is said of each mutation of the schema, and of no other', () => {
    expect([...table.keys()].toSorted()).toEqual(names.toSorted());
    expect(rows).toHaveLength(table.size);
  });

  test('is said of each role', () => {
    expect(Object.values(COLUMNS)).toEqual(expect.arrayContaining(roles));
    expect(rows.filter((row) => row.length !== Object.keys(COLUMNS).length + 1 || row.slice(1).some((mark) => mark !== '●' && mark !== '·'))).toEqual([]);
  });

  test.each([...table.keys()])('%s', (name) => {
    const expected = table.get(name)!;
    const nobody = !Object.values(expected).includes('●');
    expect(found.get(name)).toEqual({ ...expected, ...(nobody && { sample: '●' }) });
  });
});
