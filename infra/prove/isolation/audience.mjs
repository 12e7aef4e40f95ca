/**
 * Who may be shown what, said once more and in another way than in the product: by whose a thing is and what somebody is to them.
 * `a` is who asks (role, organisation, consortium; `live` while they have a seat), `r` a row with its consortium, the organisations
 * and people whose it is, where it is known and to whom it is lent. Nothing here is shared with the product.
 */
const ADMINISTRATORS = ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'];

export const any = (...all) => (a, r) => all.some((one) => one(a, r));
export const both = (...all) => (a, r) => all.every((one) => one(a, r));
const is = (...roles) => (a) => roles.includes(a.role);
const not = (one) => (a, r) => !one(a, r);

export const nobody = () => false;
/** Of the same consortium. */
export const inside = (a, r) => a.live && a.tenant !== null && a.tenant === r.tenant;
/** For whoever works with what a consortium shares: the three administrators do not. */
export const working = both(inside, not(is(...ADMINISTRATORS)));
/** Of the organisation whose it is. */
export const ours = (a, r) => inside(a, r) && r.organisations.has(a.organisation);
export const mine = (a, r) => a.live && a.person !== null && r.people.has(a.person);
export const operator = both((a) => a.live, is('PLATFORM_OPERATOR'));
/** The consortium has something to do with it: as its member, its person, its partner. */
export const known = (a, r) => a.live && r.known.has(a.tenant);

export const office = both(working, is('SECRETARY', 'PARK_ADMINISTRATOR'));
export const watching = both(inside, is('COUNCIL_MEMBER', 'AUDITOR'));
export const accounts = both(inside, is('SECRETARY', 'SYSTEM_ADMINISTRATOR'));
export const roles = both(inside, is('SECRETARY', 'SECURITY_ADMINISTRATOR'));
/** Operators have a log as well: of what they do for the installation. */
export const log = both(inside, is('SECRETARY', 'AUDITOR', 'AUDIT_ADMINISTRATOR', 'PLATFORM_OPERATOR'));
export const administrator = both(ours, is('ORGANISATION_ADMINISTRATOR'));
export const keeper = both(ours, is('ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER'));
export const auditor = both(inside, is('AUDITOR'));
export const everybodysPeople = any(office, watching, accounts, roles);
const oursAndWorking = both(ours, working);
const party = both(ours, working, not(is('STUDENT')));

/** Lent by a grant in force, or booked: to the organisation that borrows, and to those who answer for its consortium. */
export const lent = (a, r) => a.live && a.tenant !== r.tenant && r.known.has(a.tenant) && !ADMINISTRATORS.includes(a.role) && (r.lent.has(a.organisation) || is('SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR')(a));

/** Whoever lets people and members go sees what hangs on them. */
export const handingOver = any(accounts, roles, office, administrator);
/** Signed, or being signed: not what parties still draft. */
const signed = (_a, r) => ['SIGNING', 'SIGNED'].includes(r.row.state);
export const agreement = any(party, both(any(office, watching), signed));
/** The parts of an agreement are reached through it; which of its parts are drafts is told by the agreement itself. */
const partOfAgreement = any(party, office, watching);
const booking = any(office, watching, oursAndWorking, both(mine, working));
/** The books of a clause stand with its giver, and both sides read them. */
const bothSides = (a, r) => a.live && !ADMINISTRATORS.includes(a.role) && (r.organisations.has(a.organisation) || (r.known.has(a.tenant) && is('SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR')(a)));
const use = any(office, watching, bothSides, both(mine, working));
const image = (_a, r) => r.row.media_type?.startsWith('image/');

/** By table. `columns`: those that are seen by fewer, or by more, than the rest. */
export const TABLES = {
  'directory.consortium': { seen: any(inside, operator), columns: { name: any(inside, operator, known), short_name: any(inside, operator, known), id: any(inside, operator, known) } },
  'directory.founding': { seen: inside },
  'directory.organisation': { seen: known, columns: { name: any(known, operator) } },
  'directory.membership': { seen: inside },
  'directory.past_membership': { seen: inside },
  'directory.person': { seen: any(known, mine) },
  'directory.affiliation': { seen: inside },
  'directory.account': { seen: mine },
  'directory.session': { seen: mine },
  'directory.device': { seen: mine },
  'directory.role_grant': { seen: any(mine, everybodysPeople, both(ours, not(is('STUDENT', 'AUDIT_ADMINISTRATOR')))) },
  'directory.suspension': { seen: any(mine, everybodysPeople, ours) },
  'directory.role_narrowing': { seen: working },
  'directory.invitation': { seen: any(accounts, roles, administrator, mine) },
  'directory.self_registration': { seen: administrator },
  'directory.registration': { seen: any(administrator, mine) },
  'directory.identity_provider': { seen: any(roles, administrator) },
  'directory.api_key': { seen: any(roles, administrator) },
  'directory.agreement': { seen: agreement },
  'directory.agreement_party': { seen: partOfAgreement },
  'directory.agreement_comment': { seen: partOfAgreement },
  'directory.agreement_signature': { seen: partOfAgreement },
  'directory.clause': { seen: partOfAgreement },
  'directory.clause_acceptance': { seen: partOfAgreement },
  'directory.access_grant': { seen: any(oursAndWorking, office, watching) },
  'directory.school_calendar': { seen: inside },
  'directory.lesson_timetable': { seen: inside },
  'directory.consent': { seen: mine },
  'directory.correction': { seen: any(mine, accounts, administrator) },
  'directory.erasure': { seen: any(mine, accounts, administrator) },
  'platform.message': { seen: mine },
  'platform.message_settings': { seen: mine },
  'platform.file': { seen: any(mine, ours, both(inside, image)), columns: { id: any(mine, ours, inside) } },
  'platform.mail': { seen: operator, columns: { recipient: nobody, content: nobody } },
  'platform.audit_entry': { seen: any(log, mine) },
  'platform.audit_change': { seen: any(log, mine) },
  'platform.audit_chain': { seen: log },
  'platform.audit_checkpoint': { seen: log },
  'platform.audit_seal': { seen: log },
  'platform.webhook': { seen: administrator, columns: { secret: nobody } },
  'platform.webhook_delivery': { seen: administrator },
  'platform.webhook_attempt': { seen: administrator },
  'platform.data_key': { seen: roles },
  'platform.data_column': { seen: (a) => a.live },
  'scheduling.resource': {
    seen: any(working, lent),
    columns: {
      name: any(working, lent, handingOver), id: any(working, lent, handingOver),
      // What stays at home: who looks after it, what it cost, what is noted about it.
      keeper: working, department: working, note: working, unit_price: working, purchased_on: working, funding_source: working, photo_file_id: working, profession: working, person_id: working,
      // Shown in part alone; in full by a look that is recorded, or to whom they are about.
      id_number_sealed: mine, phone_sealed: mine,
    },
  },
  'scheduling.resource_search': { seen: nobody },
  'scheduling.pool': { seen: any(working, (a, r) => a.live && !ADMINISTRATORS.includes(a.role) && a.pools?.has(r.id)) },
  'scheduling.pool_resource': { seen: working },
  'scheduling.booking': { seen: booking, columns: { title: any(booking, handingOver), id: any(booking, handingOver) } },
  'scheduling.booking_search': { seen: nobody },
  'scheduling.allocation': { seen: any(working, lent) },
  'scheduling.approval': { seen: booking },
  'scheduling.maintenance': { seen: working },
  'scheduling.grant_use': { seen: use },
  'scheduling.ledger_entry': { seen: any(bothSides, office, watching) },
  'scheduling.ledger_balance': { seen: any(bothSides, office, watching) },
  'scheduling.import': { seen: any(office, keeper, auditor) },
  'scheduling.import_row': { seen: any(office, keeper, auditor) },
  'scheduling.minor_access': { seen: any(mine, roles, log, administrator) },
  'scheduling.reach': { seen: any(office, watching, oursAndWorking, (a, r) => inside(a, r) && r.row.taker_id === a.organisation) },
  'scheduling.erasure': { seen: nobody },
};
