import { randomUUID } from 'node:crypto';
import { AGREEMENT_SAMPLES } from './agreement-samples.mjs';
import { aUscc, Client, PASSWORD } from '../../libs/platform/dist/testing/index.js';

const DAY = 86_400_000;
/** A wall-clock time in Shanghai some days ahead. */
const at = (days, hour) => new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY + (hour - 8) * 3_600_000).toISOString();
let days = 2;

// 2050: 春节 23 January, 清明 4 April, 端午 23 June, 中秋 30 September.
const HOLIDAYS = ['2050-01-01,2050-01-03,元旦', '2050-01-22,2050-01-28,春节', '2050-04-04,2050-04-04,清明节', '2050-05-01,2050-05-05,劳动节', '2050-06-23,2050-06-25,端午节', '2050-09-30,2050-10-07,国庆节、中秋节']
  .map((line) => `${line},放假`).join('\n');

const organisation = (name) => ({ name, kind: 'ENTERPRISE', uscc: aUscc() });
const account = () => ({ name: '样例人员', login: `a-${randomUUID()}`, password: PASSWORD });

const BOOK = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id version state } } }';
const CREATE_RESOURCE = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { id version } }';
const GRANT = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }';
const START_IMPORT = 'mutation ($input: StartImportInput!) { startImport(input: $input) { id } }';
const MAINTAIN = 'mutation ($input: CreateMaintenanceInput!) { createMaintenance(input: $input) { __typename ... on Maintenance { id version } } }';
const SAVE_YEAR = 'mutation ($input: SchoolCalendarInput!) { saveSchoolCalendar(input: $input) { id version } }';
const ASK_CORRECTION = 'mutation ($input: AskCorrectionInput!) { askCorrection(input: $input) { id } }';
const ASK_MINOR = 'mutation ($input: AskMinorAccessInput!) { askMinorAccess(input: $input) { id } }';
const CLAIM = 'mutation ($input: ClaimOwnEntryInput!) { claimOwnEntry(input: $input) { mine } }';
const INVITE = 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { id } }';
const SUSPEND = 'mutation ($id: ID!, $input: SuspendInput!) { suspendPerson(personId: $id, input: $input) { id suspension { id } } }';

const PROVIDE = 'mutation ($organisationId: ID!, $input: IdentityProviderInput!) { createIdentityProvider(organisationId: $organisationId, input: $input) { id version } }';
const providerInput = () => ({ name: '样例统一认证', code: `a-${randomUUID().slice(0, 12)}`, issuer: 'https://sso.example.org', clientId: 'sample', domains: ['sample.example.org'], enabled: false });
/** An organisation has five at most. */
const provide = async (world) => (await world.secretary.run(PROVIDE, { organisationId: (await memberOf(world)).id, input: providerInput() })).createIdentityProvider;

const resourceInput = (world, more = {}) => ({ kind: 'EQUIPMENT', name: `样例设备${randomUUID().slice(0, 6)}`, ownerId: world.lead.id, ...more });
const makeResource = async (world, more) => (await world.secretary.run(CREATE_RESOURCE, { input: resourceInput(world, more) })).createResource;
const bookingInput = (world, resourceId) => ({ title: '样例预约', purpose: 'PRACTICE_TEACHING', organisationId: world.lead.id, startsAt: at(++days, 9), endsAt: at(days, 11), resourceIds: [resourceId] });
const book = async (world, more) => (await world.park.run(BOOK, { input: bookingInput(world, (await makeResource(world, more)).id) })).createBooking;
const memberOf = async (world) => (await world.secretary.run('mutation ($input: AddMemberInput!) { addMember(input: $input) { membership { id } id } }', { input: { organisation: organisation('样例成员公司') } })).addMember;
const CREATE_KEY = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key { id } } }';
const keyInput = () => ({ name: `样例程序${randomUUID().slice(0, 8)}`, scopes: ['READ_BOOKINGS'], days: 30 });
const administrator = (world) => (world.administrator ??= world.consortium.person(['ORGANISATION_ADMINISTRATOR'], world.lead.id, '样例单位管理员'));
const keyOf = async (who) => ({ id: (await who.run(CREATE_KEY, { input: keyInput() })).createApiKey.key.id });
const CREATE_HOOK = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id version } } }';
// Nobody listens there: what counts is that it is ordered.
const hookInput = () => ({ url: 'http://127.0.0.1:9/hooks', events: ['BOOKING_CREATED'] });
/** There are ten at most, so each goes when the next one comes. */
async function hookOf(who) {
  const { webhooks } = await who.run('{ webhooks { id } }');
  for (const { id } of webhooks) await who.run('mutation ($id: ID!) { removeWebhook(id: $id) }', { id });
  return (await who.run(CREATE_HOOK, { input: hookInput() })).createWebhook.webhook;
}
async function onHook(world, field) {
  const who = await administrator(world);
  return { who, query: `mutation ($id: ID!) { ${field} }`, variables: { id: (await hookOf(who)).id } };
}
const schoolYear = () => ({ schoolYear: 2030 + (++days % 15), terms: [], days: [] });

const invitationInput = (world) => ({ name: '样例受邀人', email: `i-${randomUUID()}@example.org`, organisationId: world.lead.id, roles: ['TEACHER'] });
const invited = async (world) => (await world.secretary.run(INVITE, { input: invitationInput(world) })).invitePerson;

/** The link by which people ask to come in for the leading school, and its administrator. */
async function registering(world) {
  const who = await administrator(world);
  const { openSelfRegistration } = await who.run('mutation { openSelfRegistration { link } }');
  return { who, token: openSelfRegistration.link.split('#')[1] };
}

/** Somebody who has asked by it, and confirmed by mail with a new account. */
async function registered(world) {
  const { who, token } = await registering(world);
  const email = `r-${randomUUID()}@example.org`;
  const guest = new Client();
  const { noticeVersion } = await (await guest.post('/auth/registration/link', { token })).json();
  await guest.post('/auth/registration/ask', { token, name: '样例申请人', email, role: 'TEACHER', note: '', noticeVersion });
  await guest.post('/auth/registration/register', { token: await world.letter(email), name: '样例申请人', login: `a-${randomUUID()}`, password: PASSWORD });
  const { registrations } = await who.run('{ registrations { nodes { id email } } }');
  return { who, id: registrations.nodes.find((each) => each.email === email).id };
}

/** A booking that waits for an owner's answer, and who answers. */
async function asked(world) {
  const { id: ownerId } = await memberOf(world);
  const keeper = await world.consortium.person(['RESOURCE_KEEPER'], ownerId, '样例设备管理员');
  return { keeper, ...(await book(world, { ownerId, needsApproval: true })) };
}

async function uploaded(world, name, lines) {
  const form = new FormData();
  form.append('file', new Blob([`${lines.join('\n')}\n`]), name);
  return (await (await world.secretary.fetch('/files', { method: 'POST', body: form })).json()).id;
}

const importOf = async (world) => ({ input: { fileId: await uploaded(world, 'sample.csv', ['设备编号,仪器名称,台套数', `${randomUUID().slice(0, 8)},样例示波器,1`]), ownerId: world.lead.id } });

const invitationListOf = async (world) => ({ input: { fileId: await uploaded(world, 'people.csv', ['姓名,邮箱', `样例受邀人,i-${randomUUID()}@example.org`]), organisationId: world.lead.id, roles: ['TEACHER'] } });

async function readImport(world) {
  const { startImport: { id } } = await world.secretary.run(START_IMPORT, await importOf(world));
  for (;;) {
    const { import: found } = await world.secretary.run('query ($id: ID!) { import(id: $id) { state } }', { id });
    if (found.state === 'REVIEW') return { id };
    if (found.state === 'FAILED') throw new Error('the sample register could not be read');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Somebody under 18 in a register, each with a number of their own. */
let minors = 0;
function aMinor(world) {
  const body = `110101${new Date().getFullYear() - 16}0105${String(100 + ++minors)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return world.consortium.registered(`样例少年${randomUUID().slice(0, 4)}`, body + '10X98765432'[[...body].reduce((sum, digit, index) => sum + Number(digit) * weights[index], 0) % 11]);
}

/** A line of a register of teachers with the name of a teacher who has an account. */
async function ownEntry(world) {
  // A name of their own: who has the name of several entries would have to know which one is asked for.
  const name = `样例教师${randomUUID().slice(0, 6)}`;
  const who = await world.consortium.person(['TEACHER'], world.lead.id, name);
  const phone = `139${randomUUID().replaceAll(/\D/g, '').padEnd(8, '0').slice(0, 8)}`;
  const fileId = await uploaded(world, 'teachers.csv', ['工号,姓名,联系电话', `${randomUUID().slice(0, 8)},${name},${phone}`]);
  const { startImport: { id } } = await world.secretary.run(START_IMPORT, { input: { fileId, ownerId: world.lead.id, register: 'TEACHERS' } });
  const reached = async (wanted) => {
    while ((await world.secretary.run('query ($id: ID!) { import(id: $id) { state } }', { id })).import.state !== wanted) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  await reached('REVIEW');
  await world.secretary.run('mutation ($id: ID!) { applyImport(id: $id) { id } }', { id });
  await reached('DONE');
  await who.run('mutation { giveConsent(item: "ID_NUMBER") { state } }');
  const { myRegisterEntries } = await who.run('{ myRegisterEntries { resource { id } } }');
  return { who, input: { resourceId: myRegisterEntries[0].resource.id, proof: phone } };
}

/**
 * For each mutation of the schema: who sends what. A mutation without a sample fails the proof.
 * @type {Record<string, (world: any) => Promise<{ who?: object, query: string, variables?: object }>>}
 */
export const SAMPLES = {
  ...AGREEMENT_SAMPLES,
  createConsortium: async (world) => ({
    who: world.operator,
    query: 'mutation ($input: CreateConsortiumInput!) { createConsortium(input: $input) { id } }',
    variables: { input: { name: '样例联合体', shortName: '样例', kind: 'MUNICIPAL_CONSORTIUM', lead: { ...organisation('样例学院'), kind: 'SCHOOL' }, secretary: account() } },
  }),
  updateConsortium: async (world) => {
    const { consortium } = await world.secretary.run('{ consortium { settings { version } } }');
    return { query: 'mutation ($version: Int!, $input: UpdateConsortiumInput!) { updateConsortium(version: $version, input: $input) { id } }', variables: { version: consortium.settings.version, input: { shortName: '新简称' } } };
  },
  separateAdministration: async () => ({ query: 'mutation { separateAdministration(on: false) { id } }' }),
  createWebhook: async (world) => ({ who: await administrator(world), query: CREATE_HOOK, variables: { input: hookInput() } }),
  updateWebhook: async (world) => {
    const who = await administrator(world);
    return { who, query: 'mutation ($id: ID!, $version: Int!) { updateWebhook(id: $id, version: $version, input: { events: [RESOURCE_CREATED] }) { id } }', variables: await hookOf(who) };
  },
  rotateWebhookSecret: async (world) => onHook(world, 'rotateWebhookSecret(id: $id) { webhook { id } }'),
  testWebhook: async (world) => onHook(world, 'testWebhook(id: $id) { id }'),
  replayWebhook: async (world) => onHook(world, `replayWebhook(id: $id, since: "${new Date(Date.now() - 60_000).toISOString()}") { id }`),
  removeWebhook: async (world) => onHook(world, 'removeWebhook(id: $id)'),
  replayWebhookDelivery: async (world) => {
    const who = await administrator(world);
    const { testWebhook } = await who.run('mutation ($id: ID!) { testWebhook(id: $id) { id } }', { id: (await hookOf(who)).id });
    return { who, query: 'mutation ($id: ID!) { replayWebhookDelivery(id: $id) { id } }', variables: testWebhook };
  },
  createApiKey: async (world) => ({ who: await administrator(world), query: CREATE_KEY, variables: { input: keyInput() } }),
  rotateApiKey: async (world) => {
    const who = await administrator(world);
    return { who, query: 'mutation ($id: ID!, $input: RotateApiKeyInput!) { rotateApiKey(id: $id, input: $input) { key { id } } }', variables: { ...(await keyOf(who)), input: { days: 30 } } };
  },
  revokeApiKey: async (world) => {
    const who = await administrator(world);
    return { who, query: 'mutation ($id: ID!) { revokeApiKey(id: $id) { id } }', variables: await keyOf(who) };
  },
  rotateDataKey: async () => ({ query: 'mutation { rotateDataKey { rotating } }' }),
  requireSecondFactor: async () => ({ query: 'mutation { requireSecondFactor(required: false) { id } }' }),
  createIdentityProvider: async (world) => ({ query: PROVIDE, variables: { organisationId: (await memberOf(world)).id, input: providerInput() } }),
  updateIdentityProvider: async (world) => ({ query: 'mutation ($id: ID!, $version: Int!, $input: IdentityProviderInput!) { updateIdentityProvider(id: $id, version: $version, input: $input) { id } }', variables: { ...(await provide(world)), input: providerInput() } }),
  removeIdentityProvider: async (world) => ({ query: 'mutation ($id: ID!, $version: Int!) { removeIdentityProvider(id: $id, version: $version) }', variables: await provide(world) }),
  importHolidays: async (world) => ({
    who: world.operator,
    query: 'mutation ($input: HolidayImportInput!) { importHolidays(input: $input) { year } }',
    variables: { input: { year: 2050, text: HOLIDAYS, notice: '样例通知1号', address: 'https://example.edu.cn/notice' } },
  }),
  saveSchoolCalendar: async () => ({ query: SAVE_YEAR, variables: { input: schoolYear() } }),
  removeSchoolCalendar: async (world) => {
    const { saveSchoolCalendar } = await world.secretary.run(SAVE_YEAR, { input: schoolYear() });
    return { query: 'mutation ($id: ID!, $version: Int!) { removeSchoolCalendar(id: $id, version: $version) }', variables: saveSchoolCalendar };
  },
  saveLessonTimetable: async (world) => {
    const { lessonTimetable } = await world.secretary.run('query ($id: ID) { lessonTimetable(organisationId: $id) { version } }', { id: world.lead.id });
    return { query: 'mutation ($input: LessonTimetableInput!, $version: Int) { saveLessonTimetable(input: $input, version: $version) { id } }', variables: { input: { organisationId: world.lead.id, seasons: [] }, version: lessonTimetable?.version } };
  },
  addMember: async () => ({ query: 'mutation ($input: AddMemberInput!) { addMember(input: $input) { id } }', variables: { input: { organisation: organisation('样例新成员') } } }),
  changeMembership: async (world) => ({ query: 'mutation ($id: ID!) { changeMembership(id: $id, kind: COUNCIL_MEMBER) { id } }', variables: { id: (await memberOf(world)).membership.id } }),
  endMembership: async (world) => ({ query: 'mutation ($id: ID!) { endMembership(id: $id) { id } }', variables: { id: (await memberOf(world)).membership.id } }),
  addPerson: async (world) => ({ query: 'mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', variables: { input: { account: account(), organisationId: world.lead.id, roles: ['TEACHER'] } } }),
  addAccount: async () => ({ query: 'mutation ($input: CreateAccountInput!) { addAccount(input: $input) { id } }', variables: { input: account() } }),
  createJoinCode: async (world) => ({ who: world.park, query: 'mutation { createJoinCode { expiresAt } }' }),
  admitPerson: async (world) => {
    const { createJoinCode } = await world.stranger.run('mutation { createJoinCode { code } }');
    return { query: 'mutation ($input: AdmitPersonInput!) { admitPerson(input: $input) { id } }', variables: { input: { joinCode: createJoinCode.code, organisationId: world.lead.id, roles: ['TEACHER'] } } };
  },
  inviteFromList: async (world) => ({ query: 'mutation ($input: InvitationListInput!) { inviteFromList(input: $input) { sent } }', variables: await invitationListOf(world) }),
  invitePerson: async (world) => ({ query: INVITE, variables: { input: invitationInput(world) } }),
  openSelfRegistration: async (world) => ({ who: await administrator(world), query: 'mutation { openSelfRegistration { id } }' }),
  closeSelfRegistration: async (world) => ({ who: (await registering(world)).who, query: 'mutation { closeSelfRegistration { id } }' }),
  rotateRegistrationLink: async (world) => ({ who: (await registering(world)).who, query: 'mutation { rotateRegistrationLink { id } }' }),
  confirmRegistration: async (world) => {
    const { who, id } = await registered(world);
    return { who, query: 'mutation ($id: ID!, $input: ConfirmRegistrationInput!) { confirmRegistration(id: $id, input: $input) { id } }', variables: { id, input: { roles: ['TEACHER'] } } };
  },
  declineRegistration: async (world) => {
    const { who, id } = await registered(world);
    return { who, query: 'mutation ($id: ID!, $reason: String!) { declineRegistration(id: $id, reason: $reason) { id } }', variables: { id, reason: '样例原因' } };
  },
  resendInvitation: async (world) => ({ query: 'mutation ($id: ID!) { resendInvitation(id: $id) { id } }', variables: await invited(world) }),
  withdrawInvitation: async (world) => ({ query: 'mutation ($id: ID!) { withdrawInvitation(id: $id) { id } }', variables: await invited(world) }),
  departPerson: async (world) => ({ query: 'mutation ($input: DepartPersonInput!) { departPerson(input: $input) { id } }', variables: { input: { personId: (await world.person()).personId } } }),
  settleDuties: async (world) => {
    const booking = await book(world);
    return { query: 'mutation ($input: SettleDutiesInput!) { settleDuties(input: $input) { cancelled } }', variables: { input: { personId: world.park.personId, bookings: [{ bookingId: booking.id, action: 'CANCEL' }] } } };
  },
  continueMembership: async (world) => {
    const { membership } = await memberOf(world);
    await world.secretary.run('mutation ($id: ID!, $until: Date) { endMembership(id: $id, until: $until) { id } }', { id: membership.id, until: at(200, 12).slice(0, 10) });
    return { query: 'mutation ($id: ID!) { continueMembership(id: $id) { id } }', variables: { id: membership.id } };
  },
  grantRole: async (world) => ({ query: GRANT, variables: { input: { personId: (await world.person()).personId, organisationId: world.lead.id, role: 'COORDINATOR' } } }),
  changeRole: async (world) => ({ query: 'mutation ($id: ID!, $input: ChangeRoleInput!) { changeRole(id: $id, input: $input) { id } }', variables: { id: await world.grant(), input: { until: at(300, 12).slice(0, 10) } } }),
  revokeRole: async (world) => ({ query: 'mutation ($id: ID!) { revokeRole(id: $id) { id } }', variables: { id: await world.grant() } }),
  suspendPerson: async (world) => ({ query: SUSPEND, variables: { id: (await world.person()).personId, input: { reason: '样例停用' } } }),
  suspendMember: async (world) => ({ query: 'mutation ($id: ID!, $input: SuspendInput!) { suspendMember(membershipId: $id, input: $input) { id } }', variables: { id: (await memberOf(world)).membership.id, input: { reason: '样例停用' } } }),
  liftSuspension: async (world) => {
    const { suspendPerson } = await world.secretary.run(SUSPEND, { id: (await world.person()).personId, input: { reason: '样例停用' } });
    return { query: 'mutation ($id: ID!) { liftSuspension(id: $id) { id } }', variables: { id: suspendPerson.suspension.id } };
  },
  markMessages: async (world) => {
    const { keeper } = await asked(world);
    return { who: keeper, query: 'mutation ($input: MarkMessagesInput!) { markMessages(input: $input) { id } }', variables: { input: { ids: [await world.message(keeper)], read: true } } };
  },
  markAllMessages: async (world) => ({ who: world.park, query: 'mutation ($until: DateTime!) { markAllMessages(until: $until) }', variables: { until: at(1, 8) } }),
  updateMessageSettings: async (world) => ({
    who: world.park,
    query: 'mutation ($input: MessageSettingsInput!) { updateMessageSettings(input: $input) { language } }',
    variables: { input: { language: 'zh-CN', timeZone: 'Asia/Shanghai', digestHour: 9, quietFrom: null, quietUntil: null, mail: [] } },
  }),
  openMail: async (world) => ({ who: world.operator, query: 'mutation ($id: ID!) { openMail(id: $id) { id } }', variables: { id: await world.mail('WAITING') } }),
  retryMail: async (world) => ({ who: world.operator, query: 'mutation ($id: ID!) { retryMail(id: $id) { id } }', variables: { id: await world.mail('FAILED') } }),
  createResource: async (world) => ({ query: CREATE_RESOURCE, variables: { input: resourceInput(world) } }),
  updateResource: async (world) => ({ query: 'mutation ($id: ID!, $version: Int!, $input: UpdateResourceInput!) { updateResource(id: $id, version: $version, input: $input) { id } }', variables: { ...(await makeResource(world)), input: { place: '二楼' } } }),
  revealPersonalData: async (world) => ({ query: 'mutation ($id: ID!) { revealPersonalData(resourceId: $id) { phone } }', variables: { id: (await makeResource(world, { kind: 'TEACHER' })).id } }),
  createBooking: async (world) => ({ who: world.park, query: BOOK, variables: { input: bookingInput(world, (await makeResource(world)).id) } }),
  updateBooking: async (world) => {
    const { id, version } = await book(world);
    return { who: world.park, query: 'mutation ($id: ID!, $version: Int!, $input: UpdateBookingInput!) { updateBooking(id: $id, version: $version, input: $input) { __typename } }', variables: { id, version, input: { title: '样例预约改' } } };
  },
  cancelBooking: async (world) => {
    const { id, version } = await book(world);
    return { who: world.park, query: 'mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }', variables: { id, version } };
  },
  restoreBooking: async (world) => {
    const { id, version } = await book(world);
    const { cancelBooking } = await world.park.run('mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { ... on Booking { id version } } }', { id, version });
    return { who: world.park, query: 'mutation ($id: ID!, $version: Int!) { restoreBooking(id: $id, version: $version) { __typename } }', variables: cancelBooking };
  },
  decideBooking: async (world) => {
    const { keeper, id } = await asked(world);
    return { who: keeper, query: 'mutation ($id: ID!) { decideBooking(id: $id, decision: APPROVE) { __typename } }', variables: { id } };
  },
  createMaintenance: async (world) => ({ who: world.park, query: MAINTAIN, variables: { input: { resourceId: (await makeResource(world)).id, startsAt: at(1, 8), endsAt: at(1, 18), reason: '样例检修' } } }),
  cancelMaintenance: async (world) => {
    const { createMaintenance: { id, version } } = await world.park.run(MAINTAIN, { input: { resourceId: (await makeResource(world)).id, startsAt: at(1, 8), endsAt: at(1, 18), reason: '样例检修' } });
    return { who: world.park, query: 'mutation ($id: ID!, $version: Int!) { cancelMaintenance(id: $id, version: $version) { id } }', variables: { id, version } };
  },
  startImport: async (world) => ({ query: START_IMPORT, variables: await importOf(world) }),
  updateImportMapping: async (world) => ({ query: 'mutation ($id: ID!, $input: ImportMappingInput!) { updateImportMapping(id: $id, input: $input) { id } }', variables: { ...(await readImport(world)), input: { headingRow: 1 } } }),
  applyImport: async (world) => ({ query: 'mutation ($id: ID!) { applyImport(id: $id) { id } }', variables: await readImport(world) }),
  discardImport: async (world) => ({ query: 'mutation ($id: ID!) { discardImport(id: $id) }', variables: await readImport(world) }),
  acknowledgeNotice: async (world) => ({ who: await world.person(), query: 'mutation { acknowledgeNotice(version: 1) { version } }' }),
  giveConsent: async (world) => ({ who: await world.person(), query: 'mutation { giveConsent(item: "PHOTO") { state } }' }),
  withdrawConsent: async (world) => {
    const who = await world.person();
    await who.run('mutation { giveConsent(item: "PHOTO") { state } }');
    return { who, query: 'mutation { withdrawConsent(item: "PHOTO") { state } }' };
  },
  closeAccount: async (world) => ({ who: await world.person(), query: 'mutation { closeAccount { needsDecision } }' }),
  withdrawClosing: async (world) => {
    const who = await world.person();
    await who.run('mutation { closeAccount { needsDecision } }');
    return { who, query: 'mutation { withdrawClosing { needsDecision } }' };
  },
  decideClosing: async (world) => {
    const who = await world.person();
    await who.run('mutation { closeAccount { needsDecision } }');
    return { query: 'mutation ($id: ID!, $input: DecideClosingInput!) { decideClosing(personId: $id, input: $input) { state } }', variables: { id: who.personId, input: { approve: false, reason: '样例' } } };
  },
  askMinorAccess: async (world) => ({ query: ASK_MINOR, variables: { input: { resourceId: await aMinor(world), reason: '样例核对' } } }),
  decideMinorAccess: async (world) => {
    const { askMinorAccess: { id } } = await world.secretary.run(ASK_MINOR, { input: { resourceId: await aMinor(world), reason: '样例核对' } });
    const who = await world.consortium.person(['ORGANISATION_ADMINISTRATOR'], world.lead.id, '样例单位管理员');
    return { who, query: 'mutation ($id: ID!, $input: DecideMinorAccessInput!) { decideMinorAccess(id: $id, input: $input) { state } }', variables: { id, input: { approve: true } } };
  },
  askCorrection: async (world) => ({ who: await world.person(), query: ASK_CORRECTION, variables: { input: { field: 'PHONE', wanted: '13800000000' } } }),
  withdrawCorrection: async (world) => {
    const who = await world.person();
    const { askCorrection } = await who.run(ASK_CORRECTION, { input: { field: 'PHONE', wanted: '13800000000' } });
    return { who, query: 'mutation ($id: ID!) { withdrawCorrection(id: $id) { state } }', variables: askCorrection };
  },
  answerCorrection: async (world) => {
    const { askCorrection: { id } } = await (await world.person()).run(ASK_CORRECTION, { input: { field: 'PHONE', wanted: '13800000000' } });
    return { query: 'mutation ($id: ID!, $input: AnswerCorrectionInput!) { answerCorrection(id: $id, input: $input) { state } }', variables: { id, input: { done: true } } };
  },
  revealMyData: async (world) => ({ who: await world.person(), query: 'mutation { revealMyData { key } }' }),
  claimOwnEntry: async (world) => {
    const { who, input } = await ownEntry(world);
    return { who, query: CLAIM, variables: { input } };
  },
  releaseOwnEntry: async (world) => {
    const { who, input } = await ownEntry(world);
    await who.run(CLAIM, { input });
    return { who, query: 'mutation ($id: ID!) { releaseOwnEntry(resourceId: $id) { mine } }', variables: { id: input.resourceId } };
  },
};
