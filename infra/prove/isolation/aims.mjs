const DAY = 86_400_000;
const day = (days) => new Date(Date.now() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10);
const instant = (days) => new Date(Date.now() + days * DAY).toISOString();

/** What each question is asked for. `things` are the target's ids by table, those first that were lent. A question without a line here is unclassified. */
const one = (table, name = 'id') => ({ things }) => things(table).map((id) => ({ [name]: id }));
const nothing = () => [{}];
const dates = (from, until) => () => [{ from, until }];

export const AIMS = {
  agreement: one('directory.agreement'),
  auditEntry: one('platform.audit_entry'),
  booking: one('scheduling.booking'),
  import: one('scheduling.import'),
  organisation: one('directory.organisation'),
  person: one('directory.person'),
  pool: one('scheduling.pool'),
  resource: one('scheduling.resource'),
  resourceReach: one('scheduling.resource', 'resourceId'),
  agreementEffects: one('directory.agreement', 'agreementId'),
  webhookDeliveries: one('platform.webhook', 'webhookId'),
  ledger: ({ things }) => things('directory.agreement').map((agreementId) => ({ agreementId, year: Number(day(0).slice(0, 4)) })),
  sharedDataUsage: ({ things }) => things('directory.access_grant').map((grantId) => ({ grantId, year: Number(day(0).slice(0, 4)) })),
  ledgerEntries: ({ grants }) => grants().map(({ id, period }) => ({ grantId: id, period })),
  resourceAccess: ({ things }) => things('scheduling.resource').map((resourceId) => ({ resourceId, personId: things('directory.person')[0] })),
  allocations: ({ things }) => things('scheduling.resource').map((id) => ({ resourceIds: [id], from: instant(-1), until: instant(60) })),
  checkBooking: ({ things }) => things('scheduling.resource').map((id) => ({ input: { resourceIds: [id], startsAt: instant(40), endsAt: instant(40.04), purpose: 'PRACTICE_TEACHING' } })),
  lessonTimetable: one('directory.organisation', 'organisationId'),
  schoolCalendars: one('directory.organisation', 'organisationId'),
  lessonPeriods: ({ things }) => [{ day: '2027-09-07', organisationId: things('directory.organisation')[0] }],
  calendarDays: ({ things }) => [{ from: '2027-09-01', until: '2027-09-20', organisationId: things('directory.organisation')[0] }],
  pools: one('directory.organisation', 'ownerId'),
  partners: ({ uscc }) => [{ uscc }],
  invitationList: ({ things }) => things('platform.file').map((fileId) => ({ input: { fileId } })),
  parkLoad: dates(day(0), day(60)),
  previewHolidays: () => [{ year: 2050, text: '2050-01-01,2050-01-03,元旦,放假' }],
  importFields: () => [{ register: 'TEACHERS' }],
  openingHours: () => [{ text: '周一至周五 8:00-18:00' }],
  searchPeople: ({ sought }) => [{ text: sought.person }],
  searchOrganisations: ({ sought }) => [{ text: sought.organisation }],
  searchResources: ({ sought }) => [{ text: sought.name }, { text: sought.keeper }],
  searchBookings: ({ sought }) => [{ text: sought.title }],
  bookings: ({ things, organisation }) => [{}, { filter: { organisationId: organisation } }, { filter: { resourceId: things('scheduling.resource')[0] } }],
  resources: ({ organisation }) => [{}, { filter: { ownerIds: [organisation] } }],
  people: ({ organisation }) => [{}, { filter: { organisationId: organisation } }],
  ...Object.fromEntries(`agreements apiKeys auditEntries auditChain entriesAboutMe calendarAccess holidayYears missingHolidayYears myClosing consortium consortia myCorrections dataRegister dataOverdue dataKeys identityProviders
    identityProviderOrganisations invitations messages unreadMessageCount messageKinds messageSettings organisations outbox mailServer myData me noticeStanding myConsents selfRegistration registrations webhooks sharedThings sharedData
    usesInQuestion imports minorAccesses minorsAudit myRegisterEntries schedulingAccess`.trim().split(/\s+/).map((name) => [name, nothing])),
};

/** The variables that a question is asked with, or null when nobody has said. */
export function aimsOf(field, target) {
  return AIMS[field.name]?.(target) ?? null;
}
