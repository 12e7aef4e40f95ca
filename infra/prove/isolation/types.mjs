import { administrator, any, handingOver, inside, mine, roles, working } from './audience.mjs';

const each = (value, names) => Object.fromEntries(names.trim().split(/\s+/).map((name) => [name, value]));

/** A type is the row of a table; it is judged by that row. */
const ROWS = Object.fromEntries(Object.entries({
  directory: {
    consortium: 'Consortium PartnerConsortium', organisation: 'Organisation', membership: 'Membership', past_membership: 'PastMembership', person: 'Person', role_grant: 'RoleGrant', suspension: 'Suspension',
    invitation: 'Invitation', self_registration: 'SelfRegistration', registration: 'Registration', identity_provider: 'IdentityProvider', api_key: 'ApiKey', agreement: 'Agreement', agreement_party: 'AgreementParty',
    agreement_comment: 'AgreementComment', agreement_signature: 'AgreementSignature', clause: 'Clause', access_grant: 'Grant SharedDataSet', school_calendar: 'SchoolCalendar', lesson_timetable: 'LessonTimetable', correction: 'Correction', erasure: 'Closing',
  },
  platform: { message: 'Message', mail: 'Mail OpenedMail', audit_entry: 'AuditEntry', webhook: 'Webhook', webhook_delivery: 'WebhookDelivery' },
  scheduling: { resource: 'Resource DutyResource SharedDataPerson SharedDataUsage', pool: 'Pool', booking: 'Booking DutyBooking', allocation: 'Allocation', approval: 'Approval', maintenance: 'Maintenance', grant_use: 'GrantUse', ledger_entry: 'LedgerEntry', import: 'Import', minor_access: 'MinorAccess', reach: 'SharedThing' },
}).flatMap(([schema, tables]) => Object.entries(tables).flatMap(([table, types]) => types.split(' ').map((type) => [type, { table: `${schema}.${table}` }]))));

/** Parts of a row and lists of rows: they are judged as what they stand in, or by what stands in them. */
const PARTS = each('part', `
  PageInfo AgreementConnection AuditEntryConnection ConsortiumConnection InvitationConnection MessageConnection OrganisationConnection MailConnection PersonConnection RegistrationConnection WebhookDeliveryConnection BookingConnection
  SharedThingConnection ImportRowConnection ImportConnection MinorAccessConnection ResourceConnection
  Quota ResourceUseTerms ExchangeTerms ProgrammeTerms InternTerms DataTerms AuditSeal AuditChange AuditFieldChange ConsortiumSettings WeeklyHours SchoolTerm SchoolDays LessonPeriod LessonSeason NarrowedRole WebhookAttempt
  OpeningPeriod Profession PersonalData ImportColumn ImportCounts ImportRow ImportProblem ImportChange OrganisationHit ResourceHit BookingHit NewApiKey NewWebhook Duties ResourceReach LedgerPeriod LedgerClause Ledger Effect AgreementEffects SharedDataCounts
  AccessStep AccessAnswer RefusalReason Alternative Replacement BookingRefusal BookingConflict BookingCheck MaintenanceHits Partner InvitationListResult`);

/** What is said of whoever asks, or of the text that they sent; the canaries tell when it is somebody else's. */
const OWN = each('own', `
  Me Seat JoinCode NoticeStanding Consent OwnArea OwnRecord OwnField OwnEntry MyClosing ClosingObstacle MessageKind MessageSettings CalendarAccess SchedulingAccess SettledDuties
  InvitationList InvitationListColumn InvitationListCounts InvitationLine InvitationLineProblem HolidayPreview HolidayProblem`);

/** Rules, days and words that are the same for everybody. */
const WORDS = each('words', 'Finding FindingRequirement FindingInput CalendarDay HolidayDay HolidayYear DataColumn ImportField');

/** Sums over the own consortium: they must not move when another one grows. */
const SUMS = each('sums', 'AuditChain DataOverdue DataKey DataKeys ParkLoad DayLoad KindLoad OwnerLoad MinorsAudit');

/** How a type is judged. One that is not here is unclassified, and fails the proof. */
export const TYPES = { ...ROWS, ...PARTS, ...OWN, ...WORDS, ...SUMS };

/** Fields that fewer, or more, may see than the rest of their type. A value in one is judged by this. */
export const FIELDS = {
  ...each(working, 'Resource.keeper Resource.department Resource.note Resource.unitPrice Resource.purchasedOn Resource.fundingSource Resource.photoUrl Resource.profession Resource.personalData'),
  ...each(handingOver, 'DutyBooking.* DutyResource.*'),
  ...each(any(inside, (a, r) => a.live && r.known.has(a.tenant)), 'PartnerConsortium.*'),
  'Organisation.uscc': (a, r) => a.live && r.known.has(a.tenant),
  'SelfRegistration.link': administrator,
  'ApiKey.prefix': any(roles, administrator),
  'Closing.blockedText': any(mine, handingOver),
  'Consortium.findings': inside,
  'Consortium.settings': inside,
};
