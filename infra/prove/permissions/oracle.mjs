/**
 * Who may do what, said a second time and in another way: one line for each right, as somebody would answer who knows the
 * rules and has never seen the code. `who` is asked of the actor, `row` of the record; a right without `row` is to all records
 * of its kind. Nothing here is shared with the product.
 */
const ADMINISTRATORS = ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'];
const is = (...roles) => (a) => a.roles.some((role) => roles.includes(role));
const either = (...all) => (a) => all.some((one) => one(a));
const both = (...all) => (a) => all.every((one) => one(a));
const not = (one) => (a) => !one(a);

const operator = is('PLATFORM_OPERATOR');
const anybody = not(operator);
const working = (a) => a.roles.some((role) => role !== 'PLATFORM_OPERATOR' && !ADMINISTRATORS.includes(role));
const office = both(working, is('SECRETARY', 'PARK_ADMINISTRATOR'));
const keeper = both(working, is('ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER'));
const administrator = is('ORGANISATION_ADMINISTRATOR');
const watching = is('COUNCIL_MEMBER', 'AUDITOR');
const beyondStudent = (a) => a.roles.some((role) => role !== 'STUDENT');
/** A duty falls to its administrator; while the three are not separated, to others as well. */
const accounts = (a) => a.roles.includes('SYSTEM_ADMINISTRATOR') || (!a.separated && a.roles.includes('SECRETARY'));
const roles = (a) => a.roles.includes('SECURITY_ADMINISTRATOR') || (!a.separated && a.roles.includes('SECRETARY'));
const log = (a) => a.roles.includes('AUDIT_ADMINISTRATOR') || (!a.separated && is('SECRETARY', 'AUDITOR')(a));
const everybodysPeople = either(is('SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR'), accounts, roles);
const ownRoles = (a) => ['TEACHER', 'ENGINEER', 'COORDINATOR', 'RESOURCE_KEEPER', 'STUDENT', ...(a.separated ? [] : ['ORGANISATION_ADMINISTRATOR'])];

const ours = (key) => (row, a) => row[key] === a.organisationId;
const mine = (key) => (row, a) => row[key] === a.personId;
const among = (list, test) => (row, a) => row[list].some((part) => test(part, a));
const all = (...tests) => (row, a) => tests.every((test) => test(row, a));

const party = among('parties', ours('organisationId'));
const content = (...types) => types.map((type) => ({ type, may: 'read', who: both(anybody, working) }));

export const RIGHTS = [
  // Things
  ...content('Resource', 'Allocation', 'Maintenance', 'Pool', 'GrantUse'),
  { type: 'Resource', may: 'export', who: both(working, (a) => a.roles.length > 1 || !a.roles.includes('STUDENT')) },
  { type: 'Resource', may: 'create update import', who: office },
  { type: 'Resource', may: 'create update import block', who: keeper, row: ours('ownerId') },
  { type: 'Resource', may: 'book', who: both(working, either(office, keeper, is('COORDINATOR', 'TEACHER', 'ENGINEER'))) },
  { type: 'Resource', may: 'block', who: both(working, is('PARK_ADMINISTRATOR')) },
  { type: 'Resource', may: 'reveal', who: both(working, is('SECRETARY')) },
  { type: 'Resource', may: 'reveal', who: both(working, administrator), row: ours('ownerId') },
  { type: 'Resource', may: 'handOver', who: either(is('SECRETARY', 'PARK_ADMINISTRATOR'), accounts, roles) },
  { type: 'Resource', may: 'handOver', who: administrator, row: ours('ownerId') },
  { type: 'Maintenance', may: 'create update', who: both(working, is('PARK_ADMINISTRATOR')) },
  { type: 'Maintenance', may: 'create update', who: keeper, row: ours('ownerId') },
  { type: 'Pool', may: 'create update', who: keeper, row: ours('ownerId') },
  { type: 'Import', may: 'read create update', who: office },
  { type: 'Import', may: 'read create update', who: keeper, row: ours('ownerId') },
  { type: 'Import', may: 'read', who: both(working, is('AUDITOR')) },
  { type: 'ImportRow', may: 'read', who: either(office, both(working, is('AUDITOR'))) },
  { type: 'ImportRow', may: 'read', who: keeper, row: ours('ownerId') },
  { type: 'MinorAccess', may: 'read', who: anybody, row: mine('askedById') },
  { type: 'MinorAccess', may: 'read decide', who: both(anybody, roles) },
  { type: 'MinorAccess', may: 'read', who: both(anybody, log) },
  { type: 'MinorAccess', may: 'read decide', who: both(anybody, administrator), row: ours('ownerId') },

  // Bookings
  { type: 'Booking', may: 'read', who: either(office, both(working, watching)) },
  { type: 'Booking', may: 'read', who: working, row: ours('organisationId') },
  { type: 'Booking', may: 'read', who: working, row: mine('requestedById') },
  { type: 'Booking', may: 'read', who: working, row: among('allocations', ours('ownerId')) },
  { type: 'Booking', may: 'create update cancel', who: office },
  { type: 'Booking', may: 'create update cancel', who: both(working, is('ORGANISATION_ADMINISTRATOR', 'COORDINATOR')), row: ours('organisationId') },
  { type: 'Booking', may: 'create', who: both(working, is('RESOURCE_KEEPER', 'TEACHER', 'ENGINEER')), row: ours('organisationId') },
  { type: 'Booking', may: 'update cancel', who: both(working, is('RESOURCE_KEEPER', 'TEACHER', 'ENGINEER')), row: all(ours('organisationId'), mine('requestedById')) },
  { type: 'Booking', may: 'handOver', who: either(is('SECRETARY', 'PARK_ADMINISTRATOR'), accounts, roles) },
  { type: 'Booking', may: 'handOver', who: administrator, row: ours('organisationId') },
  { type: 'Approval', may: 'read', who: working },
  { type: 'Approval', may: 'decide', who: either(keeper, both(working, is('PARK_ADMINISTRATOR'))), row: ours('ownerId') },

  // Agreements and what they give
  ...['AgreementParty', 'Clause', 'ClauseAcceptance', 'AgreementComment', 'AgreementSignature', 'Grant'].map((type) => ({ type, may: 'read', who: both(anybody, working) })),
  { type: 'Agreement', may: 'read', who: both(anybody, working, beyondStudent), row: party },
  { type: 'Agreement', may: 'read', who: both(anybody, working, beyondStudent), row: all((row) => row.state === 'SIGNED', among('parties', (part, a) => part.homeId === a.tenantId && part.whole)) },
  { type: 'Agreement', may: 'read', who: both(anybody, working, is('SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR')), row: (row) => ['SIGNING', 'SIGNED'].includes(row.state) },
  { type: 'Agreement', may: 'create update decide', who: both(anybody, administrator), row: party },
  { type: 'Reach', may: 'read', who: either(office, both(working, watching)) },
  { type: 'Reach', may: 'read', who: working, row: ours('takerId') },
  { type: 'Reach', may: 'read', who: working, row: (row) => row.whole },
  { type: 'GrantUse', may: 'decide', who: either(keeper, both(working, is('PARK_ADMINISTRATOR'))) },
  { type: 'RoleNarrowing', may: 'read', who: working },
  { type: 'RoleNarrowing', may: 'update', who: both(working, administrator), row: ours('organisationId') },

  // Consortium, members, people
  { type: 'Consortium', may: 'read create', who: operator },
  { type: 'Consortium', may: 'read', who: anybody, row: (row, a) => row.id === a.tenantId },
  { type: 'Consortium', may: 'separate secure', who: both(anybody, roles), row: (row, a) => row.id === a.tenantId },
  { type: 'Consortium', may: 'update', who: both(anybody, accounts), row: (row, a) => row.id === a.tenantId },
  { type: 'Founding', may: 'read', who: anybody },
  ...['Membership', 'PastMembership', 'Organisation', 'Person'].map((type) => ({ type, may: 'read', who: anybody })),
  { type: 'Membership', may: 'create update', who: both(anybody, accounts) },
  { type: 'Person', may: 'update', who: anybody, row: mine('id') },
  { type: 'Person', may: 'create', who: both(anybody, either(accounts, administrator)) },
  { type: 'RoleGrant', may: 'read', who: anybody, row: mine('personId') },
  { type: 'RoleGrant', may: 'read', who: both(anybody, everybodysPeople) },
  { type: 'RoleGrant', may: 'read', who: both(anybody, (a) => a.roles.some((role) => !['STUDENT', 'AUDIT_ADMINISTRATOR'].includes(role))), row: ours('organisationId') },
  { type: 'RoleGrant', may: 'grant', who: both(anybody, roles), row: (row) => row.role !== 'PLATFORM_OPERATOR' },
  { type: 'RoleGrant', may: 'grant', who: both(anybody, administrator), row: all(ours('organisationId'), (row, a) => (roles(a) ? row.role !== 'PLATFORM_OPERATOR' : ownRoles(a).includes(row.role))) },
  { type: 'Suspension', may: 'read', who: both(anybody, everybodysPeople) },
  { type: 'Suspension', may: 'read', who: anybody, row: ours('organisationId') },
  { type: 'Suspension', may: 'read', who: anybody, row: mine('personId') },
  { type: 'Suspension', may: 'create update', who: both(anybody, either(accounts, roles)) },
  { type: 'HolidayYear', may: 'read', who: () => true },
  { type: 'HolidayYear', may: 'import', who: operator },
  { type: 'SchoolCalendar', may: 'read', who: anybody },
  { type: 'LessonTimetable', may: 'read', who: anybody },
  ...['SchoolCalendar', 'LessonTimetable'].flatMap((type) => [{ type, may: 'update', who: both(anybody, either(accounts, is('SECRETARY'))) }, { type, may: 'update', who: both(anybody, administrator), row: ours('organisationId') }]),

  // Ways in
  { type: 'Invitation', may: 'read cancel', who: both(anybody, either(accounts, roles)) },
  { type: 'Invitation', may: 'create update', who: both(anybody, accounts, roles) },
  { type: 'Invitation', may: 'read create update cancel', who: both(anybody, administrator), row: ours('organisationId') },
  { type: 'IdentityProvider', may: 'read create update', who: both(anybody, roles) },
  { type: 'IdentityProvider', may: 'read', who: both(anybody, administrator), row: ours('organisationId') },
  { type: 'IdentityProvider', may: 'create update', who: both(anybody, administrator, (a) => !a.separated), row: ours('organisationId') },
  { type: 'ApiKey', may: 'read create update cancel', who: both(anybody, administrator), row: ours('organisationId') },
  { type: 'ApiKey', may: 'read cancel', who: both(anybody, roles) },
  { type: 'Webhook', may: 'read create update cancel', who: both(anybody, administrator), row: ours('organisationId') },
  { type: 'WebhookDelivery', may: 'read create update', who: both(anybody, administrator) },
  { type: 'SelfRegistration', may: 'read create update', who: both(anybody, administrator), row: ours('organisationId') },
  { type: 'Registration', may: 'read decide', who: both(anybody, administrator), row: ours('organisationId') },

  // What is one's own
  { type: 'Message', may: 'read update', who: anybody, row: mine('personId') },
  { type: 'MessageSettings', may: 'read create update', who: anybody, row: mine('id') },
  { type: 'ConsentDecision', may: 'create read', who: anybody, row: mine('personId') },
  { type: 'Correction', may: 'create read cancel', who: anybody, row: mine('personId') },
  { type: 'Correction', may: 'read decide', who: both(anybody, accounts) },
  { type: 'Correction', may: 'read decide', who: both(anybody, administrator), row: ours('organisationId') },
  { type: 'Erasure', may: 'create read', who: anybody, row: mine('personId') },
  { type: 'Erasure', may: 'read decide', who: both(anybody, either(accounts, administrator)) },
  { type: 'StoredFile', may: 'create', who: anybody },
  { type: 'StoredFile', may: 'read', who: anybody, row: (row) => /^image\/(jpeg|png|webp)$/.test(row.mediaType) },
  { type: 'StoredFile', may: 'read', who: anybody, row: mine('personId') },
  { type: 'StoredFile', may: 'read', who: anybody, row: ours('organisationId') },
  { type: 'Mail', may: 'read update reveal', who: operator },
  { type: 'AuditEntry', may: 'read export', who: either(operator, is('AUDITOR'), log) },
  { type: 'AuditEntry', may: 'read', who: anybody, row: among('changes', (change, a) => change.subjectType === 'Person' && change.subjectId === a.personId) },
].map((right) => ({ ...right, may: right.may.split(' ') }));

/** What an organisation can take from a role: by what one can do without it. */
const TAKEN = {
  BOOK: (action, type) => action === 'book' || (type === 'Booking' && ['create', 'update', 'cancel'].includes(action)),
  DECIDE: (action, type) => action === 'decide' && ['Approval', 'GrantUse'].includes(type),
  BLOCK: (action, type) => action === 'block' || (type === 'Maintenance' && ['create', 'update'].includes(action)),
  KEEP: (action, type) => ['Resource', 'Pool'].includes(type) && ['create', 'update'].includes(action),
  IMPORT: (action) => action === 'import',
  EXPORT: (action) => action === 'export',
  REVEAL: (action) => action === 'reveal',
};

/** The answer, by trying each right. */
export function mayDo(actor, action, type, row) {
  const asked = actor.narrowed ? actor.roles.map((role) => ({ ...actor, roles: [role], taken: actor.narrowed[role] ?? [] })) : [{ ...actor, taken: [] }];
  return asked.some((a) => !a.taken.some((what) => TAKEN[what](action, type)) && RIGHTS.some((right) => right.type === type && right.may.includes(action) && right.who(a) && (!right.row || right.row(row, a))));
}
