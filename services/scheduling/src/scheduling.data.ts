import { columns, type Shown, type TableData, type Viewer } from '@gongjian/platform';

const { forBooks, forDays, internal, person, personal, plain, resource, rowOf, sensitive, withRecord } = columns;

const STAMP = 'created_at updated_at version';
const ROW = `tenant_id id ${STAMP}`;

/** ID number and telephone of teachers and engineers. Students see nothing of them; permissions and masks follow from this. */
export const PERSONAL_SHOWN: Shown = {
  full: [{ role: 'SECRETARY' }, { role: 'ORGANISATION_ADMINISTRATOR', own: true }],
  masked: ['SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'COORDINATOR', 'TEACHER', 'ENGINEER', 'AUDITOR'].map((role) => ({ role }) as Viewer),
};

/** Teachers and engineers stand in the registers of those who employ them: PIPL §13 (2), the management of staff. */
const registers: readonly TableData[] = [
  {
    table: 'scheduling.resource',
    purpose: 'REGISTERS',
    basis: 'CONTRACT',
    whose: resource('id'),
    kept: forBooks('自定：台账，至撤出联合体'),
    columns: [
      plain(ROW),
      internal(`kind kind_rank model manufacturer place capacity owner_id state opening_hours buffer_before buffer_after needs_approval hold_hours max_minutes horizon_days sharing unit_price
        purchased_on funding_source place_key`),
      // Of teachers and engineers the resource's own name; of things, whoever keeps them.
      personal('NAME', 'name name_key search_text keeper'),
      // Of a thing its kind, of a teacher what they teach.
      personal('PROFESSION', 'code code_key category department profession'),
      personal('FREE_TEXT', 'note'),
      personal('DOCUMENT', 'photo_file_id'),
      sensitive('ID_NUMBER', 'id_number_sealed', { protection: 'SEALED', mask: 'ENDS', shown: PERSONAL_SHOWN }),
      sensitive('ID_NUMBER', 'identity_hash', { protection: 'FINGERPRINT', mask: 'HIDDEN' }),
      personal('CONTACT', 'phone_sealed', { protection: 'SEALED', mask: 'ENDS', shown: PERSONAL_SHOWN }),
      // The account of the teacher or engineer, once they have shown that it is them.
      personal('ACTIVITY', 'person_id'),
    ],
  },
  {
    table: 'scheduling.minor_access',
    purpose: 'PERSONS_RIGHTS',
    basis: 'LEGAL_DUTY',
    whose: person('asked_by_id'),
    kept: forBooks('未成年人网络保护条例 §36、§37；年度合规审计'),
    columns: [
      plain(ROW),
      internal('resource_id owner_id'),
      personal('ACTIVITY', 'asked_by_id state decided_at until looks last_look_at'),
      personal('ACTIVITY', 'decided_by_id', { whose: person('decided_by_id') }),
      personal('FREE_TEXT', 'reason answer'),
    ],
  },
  {
    table: 'scheduling.erasure',
    purpose: 'PERSONS_RIGHTS',
    basis: 'LEGAL_DUTY',
    whose: person('person_id'),
    kept: forBooks('个人信息保护法 §47；证明已经删除'),
    // Under a pseudonym: whoever this was has no name here any more.
    columns: [plain('tenant_id'), internal('person_id done_at entry_until')],
  },
  {
    table: 'scheduling.resource_search',
    purpose: 'REGISTERS',
    basis: 'CONTRACT',
    whose: resource('resource_id'),
    kept: withRecord(),
    // Names and codes alone; numbers that are sealed above are never found by.
    columns: [plain('tenant_id resource_id'), personal('NAME', 'said pieces')],
  },
  {
    table: 'scheduling.import',
    purpose: 'REGISTERS',
    basis: 'CONTRACT',
    whose: person('requested_by_id'),
    kept: forDays(365, 'updated_at', '自定：导入结果备查一年', { from: 'DONE' }),
    columns: [
      plain(ROW),
      internal('file_id register owner_id any_owner state run progress error_code error_params mapping heading_row counts'),
      // Sheets are named by people, and columns come with samples of what stands in them; numbers of people masked.
      personal('FREE_TEXT', 'file_name sheets sheet further_sheets'),
      personal('DOCUMENT', 'columns'),
      personal('ACTIVITY', 'requested_by_id'),
    ],
  },
  {
    table: 'scheduling.import_row',
    purpose: 'REGISTERS',
    basis: 'CONTRACT',
    // Lines of teachers and engineers who may not be resources yet: whoever uploaded them answers for them.
    whose: rowOf('import_id', 'scheduling.import'),
    kept: forDays(180, 'updated_at', '自定：退回的行改好再导，半年足够', { from: 'DONE' }),
    columns: [
      plain(`${ROW} import_id number units`),
      internal('owner_id state'),
      // Numbers of people are masked here and sealed in full.
      personal('DOCUMENT', 'cells problems changes draft'),
      sensitive('ID_NUMBER', 'sealed', { protection: 'SEALED', mask: 'ENDS' }),
    ],
  },
];

const pools: readonly TableData[] = [
  { table: 'scheduling.pool', purpose: 'AGREEMENTS', basis: 'NOT_PERSONAL', kept: forBooks(), columns: [plain(ROW), internal('owner_id name note')] },
  { table: 'scheduling.pool_resource', purpose: 'AGREEMENTS', basis: 'NOT_PERSONAL', kept: forBooks(), columns: [plain('tenant_id'), internal('pool_id resource_id')] },
];

const grants: readonly TableData[] = [
  { table: 'scheduling.reach', purpose: 'AGREEMENTS', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain('tenant_id id'), internal('taker_id whole home_id resource_id owner_id grant_id agreement_id kind kind_rank name_key search_text valid_from valid_until')] },
  {
    table: 'scheduling.grant_use',
    purpose: 'AGREEMENTS',
    basis: 'CONTRACT',
    whose: person('kept_by_id'),
    kept: forBooks('自定：与预约一致'),
    columns: [plain(`${ROW} booking_id`), internal('grant_id period minutes beyond fee state asked_at'), personal('ACTIVITY', 'kept_at kept_by_id')],
  },
  { table: 'scheduling.ledger_entry', purpose: 'AGREEMENTS', basis: 'NOT_PERSONAL', kept: forBooks('自定：与预约一致'), columns: [plain('tenant_id id booking_id'), internal('grant_id period kind debit credit minutes at')] },
  { table: 'scheduling.ledger_balance', purpose: 'AGREEMENTS', basis: 'NOT_PERSONAL', kept: forBooks('自定：与预约一致'), columns: [plain('tenant_id'), internal('grant_id period allotted beyond available reserved used')] },
];

const bookings: readonly TableData[] = [
  {
    table: 'scheduling.booking',
    purpose: 'BOOKINGS',
    basis: 'CONTRACT',
    whose: person('requested_by_id'),
    kept: forBooks('自定：共享记录，考核与结算的依据'),
    columns: [
      plain(ROW),
      internal('purpose organisation_id starts_at ends_at attendees state hold_until cancelled_at home_id tenants'),
      personal('FREE_TEXT', 'title notes state_reason'),
      personal('ACTIVITY', 'requested_by_id history'),
    ],
  },
  {
    table: 'scheduling.booking_search',
    purpose: 'BOOKINGS',
    basis: 'CONTRACT',
    whose: rowOf('booking_id', 'scheduling.booking'),
    kept: withRecord(),
    columns: [plain('tenant_id booking_id'), personal('FREE_TEXT', 'said pieces')],
  },
  {
    table: 'scheduling.approval',
    purpose: 'BOOKINGS',
    basis: 'CONTRACT',
    whose: person('decided_by_id'),
    kept: forBooks('自定：与预约一致'),
    columns: [plain(`${ROW} booking_id`), internal('owner_id state'), personal('ACTIVITY', 'decided_by_id decided_at'), personal('FREE_TEXT', 'reason')],
  },
  {
    table: 'scheduling.maintenance',
    purpose: 'BOOKINGS',
    basis: 'CONTRACT',
    whose: person('created_by_id'),
    kept: forBooks('自定：与预约一致'),
    columns: [plain(`${ROW} resource_id`), internal('owner_id starts_at ends_at cancelled'), personal('FREE_TEXT', 'reason'), personal('ACTIVITY', 'created_by_id')],
  },
  {
    table: 'scheduling.allocation',
    purpose: 'BOOKINGS',
    basis: 'CONTRACT',
    whose: resource('resource_id'),
    kept: forBooks('自定：与预约一致'),
    // When a teacher or an engineer is taken is where they are: known to the consortium, and to nobody else.
    columns: [plain(`${ROW} booking_id maintenance_id`), internal('owner_id state'), personal('ACTIVITY', 'resource_id starts_at ends_at blocked_from blocked_until')],
  },
];

export const schedulingData: readonly TableData[] = [...registers, ...pools, ...grants, ...bookings];
