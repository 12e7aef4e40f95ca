import { columns, type TableData } from '@gongjian/platform';

const { account, forBooks, forDays, internal, person, personal, plain, secret, untilDeparture, withRecord } = columns;

const STAMP = 'created_at updated_at version';
const EXPIRED = '自定：过期即删';

/** Organisations, people and what they may: read by everybody whom a name concerns. */
const people: readonly TableData[] = [
  { table: 'directory.consortium', purpose: 'GOVERN', basis: 'NOT_PERSONAL', kept: forBooks(), columns: [plain(`id ${STAMP}`), internal('name short_name kind time_zone separated languages default_language default_opening_hours logo_file_id second_factor_for_administrators')] },
  { table: 'directory.founding', purpose: 'GOVERN', basis: 'NOT_PERSONAL', kept: forBooks(), columns: [plain(`tenant_id id ${STAMP}`), internal('documents qualifications')] },
  { table: 'directory.organisation', purpose: 'GOVERN', basis: 'NOT_PERSONAL', kept: forBooks(), columns: [plain(`id ${STAMP}`), internal('name short_name kind uscc sort_name search')] },
  ...['directory.membership', 'directory.past_membership'].map((table): TableData => ({ table, purpose: 'GOVERN', basis: 'NOT_PERSONAL', kept: forBooks(), columns: [plain(`tenant_id id ${STAMP}`), internal('organisation_id kind since until')] })),
  {
    table: 'directory.person',
    purpose: 'IDENTIFY',
    basis: 'CONTRACT',
    whose: person('id'),
    kept: untilDeparture(),
    columns: [plain(`id ${STAMP}`), personal('NAME', 'name sort_name search')],
  },
  { table: 'directory.affiliation', purpose: 'GOVERN', basis: 'CONTRACT', whose: person('person_id'), kept: untilDeparture(), columns: [plain('tenant_id'), personal('ROLE', 'person_id created_at')] },
  { table: 'directory.role_grant', purpose: 'GOVERN', basis: 'CONTRACT', whose: person('person_id'), kept: forBooks(), columns: [plain(`tenant_id id ${STAMP}`), personal('ROLE', 'person_id organisation_id role since until')] },
  { table: 'directory.role_narrowing', purpose: 'GOVERN', basis: 'NOT_PERSONAL', kept: forBooks(), columns: [plain(`tenant_id id ${STAMP}`), internal('organisation_id role denied')] },
  {
    table: 'directory.suspension',
    purpose: 'SECURE',
    basis: 'CONTRACT',
    whose: person('person_id'),
    kept: forBooks(),
    columns: [plain(`tenant_id id ${STAMP}`), personal('ROLE', 'person_id organisation_id since until'), personal('FREE_TEXT', 'reason'), personal('ACTIVITY', 'suspended_by_id', { whose: person('suspended_by_id') })],
  },
];

/** What people were told and agreed to, and what they asked for. */
const rights: readonly TableData[] = [
  {
    table: 'directory.consent',
    purpose: 'PERSONS_RIGHTS',
    basis: 'LEGAL_DUTY',
    whose: person('person_id'),
    kept: forBooks('个人信息保护法 §14—§17；证明告知与同意，自定不少于三年'),
    columns: [plain(`tenant_id id ${STAMP}`), personal('CONSENT', 'person_id item item_version decision language')],
  },
  {
    table: 'directory.correction',
    purpose: 'PERSONS_RIGHTS',
    basis: 'LEGAL_DUTY',
    whose: person('person_id'),
    kept: forBooks('个人信息保护法 §46、§50；证明请求与答复，自定不少于三年'),
    columns: [
      plain(`tenant_id id ${STAMP}`),
      internal('reminded_at'),
      personal('ACTIVITY', 'person_id organisation_id field state answer_by answered_at'),
      personal('ACTIVITY', 'answered_by_id', { whose: person('answered_by_id') }),
      personal('FREE_TEXT', 'wanted_sealed', { protection: 'SEALED' }),
      personal('FREE_TEXT', 'reason answer'),
    ],
  },
  {
    table: 'directory.erasure',
    purpose: 'PERSONS_RIGHTS',
    basis: 'LEGAL_DUTY',
    whose: person('person_id'),
    kept: forBooks('个人信息保护法 §47、§50；证明请求与答复，自定不少于三年'),
    columns: [
      plain(`tenant_id id ${STAMP}`),
      internal('blocked_by reminded_at'),
      personal('ACTIVITY', 'person_id pseudonym state answer_by due_at keep_until decided_at'),
      personal('ACTIVITY', 'decided_by_id', { whose: person('decided_by_id') }),
      personal('FREE_TEXT', 'reason'),
    ],
  },
];

/** What the door keeps. The role that serves requests reads none of it. */
const accounts: readonly TableData[] = [
  {
    table: 'directory.account',
    purpose: 'IDENTIFY',
    basis: 'CONTRACT',
    whose: person('person_id'),
    kept: untilDeparture(),
    columns: [
      plain('id created_at'),
      internal('operator'),
      personal('LOGIN', 'person_id login'),
      personal('CONTACT', 'email', { purpose: 'INFORM', mask: 'ADDRESS' }),
      secret('password_hash', { purpose: 'SECURE', protection: 'HASHED' }),
      personal('ACTIVITY', 'password_changed_at last_tenant_id last_organisation_id'),
    ],
  },
  {
    table: 'directory.account_token',
    purpose: 'SECURE',
    basis: 'CONTRACT',
    whose: account('account_id'),
    kept: forDays(0, 'expires_at', EXPIRED, { from: 'EXPIRED' }),
    columns: [plain('expires_at'), internal('purpose'), secret('token_hash', { protection: 'HASHED' }), personal('LOGIN', 'account_id'), personal('CONTACT', 'email', { mask: 'ADDRESS' })],
  },
  {
    table: 'directory.device',
    purpose: 'SECURE',
    basis: 'LEGAL_DUTY',
    whose: account('account_id'),
    kept: forDays(400, 'last_seen_at', '自定：认得一年前用过的设备', { from: 'LAST_USED' }),
    columns: [plain('id'), secret('token_hash', { protection: 'HASHED' }), personal('LOGIN', 'account_id'), personal('DEVICE', 'agent ip'), personal('ACTIVITY', 'created_at last_seen_at')],
  },
  {
    table: 'directory.session',
    purpose: 'SECURE',
    basis: 'CONTRACT',
    whose: account('account_id'),
    kept: forDays(0, 'expires_at', EXPIRED, { from: 'EXPIRED' }),
    columns: [
      plain('id expires_at challenge_until'),
      secret('token_hash', { protection: 'HASHED' }),
      internal('tenant_id organisation_id challenge'),
      personal('LOGIN', 'account_id'),
      personal('DEVICE', 'ip agent device_id'),
      personal('ACTIVITY', 'created_at last_seen_at proven_at'),
    ],
  },
  {
    table: 'directory.pending_sign_in',
    purpose: 'SECURE',
    basis: 'CONTRACT',
    whose: account('account_id'),
    kept: forDays(0, 'expires_at', EXPIRED, { from: 'EXPIRED' }),
    columns: [plain('expires_at'), internal('challenge'), secret('token_hash', { protection: 'HASHED' }), personal('LOGIN', 'account_id')],
  },
  {
    table: 'directory.invitation',
    purpose: 'GOVERN',
    basis: 'CONTRACT',
    whose: person('person_id'),
    kept: forDays(180, 'expires_at', '自定：到期半年后删除', { from: 'EXPIRED' }),
    columns: [
      plain(`tenant_id id mail_id expires_at ${STAMP}`),
      internal('since until language good_days'),
      internal('address_print', { protection: 'FINGERPRINT' }),
      secret('token_hash', { protection: 'HASHED' }),
      personal('CONTACT', 'invitee_sealed', { protection: 'SEALED', mask: 'HIDDEN' }),
      personal('ROLE', 'person_id organisation_id roles state accepted_at'),
      personal('ACTIVITY', 'invited_by_id sent_at', { whose: person('invited_by_id') }),
    ],
  },
  {
    table: 'directory.self_registration',
    purpose: 'GOVERN',
    basis: 'CONTRACT',
    whose: person('changed_by_id'),
    kept: forBooks(),
    columns: [plain(`tenant_id id ${STAMP}`), internal('organisation_id'), internal('link_sealed', { protection: 'SEALED' }), secret('token_hash', { protection: 'HASHED' }), personal('ACTIVITY', 'changed_by_id')],
  },
  {
    table: 'directory.registration',
    purpose: 'GOVERN',
    basis: 'CONTRACT',
    whose: person('person_id'),
    kept: forDays(1, 'expires_at', '自定：邮件链接 24 小时、等待答复 30 天，答复后只留结果 30 天，过期即删', { from: 'EXPIRED' }),
    columns: [
      plain(`tenant_id id expires_at ${STAMP}`),
      internal('language notice_version'),
      internal('address_print', { protection: 'FINGERPRINT' }),
      secret('token_hash', { protection: 'HASHED' }),
      personal('NAME', 'name_sealed', { protection: 'SEALED', mask: 'HIDDEN' }),
      personal('CONTACT', 'email_sealed', { protection: 'SEALED', mask: 'HIDDEN' }),
      personal('FREE_TEXT', 'note_sealed', { protection: 'SEALED', mask: 'HIDDEN' }),
      personal('ROLE', 'person_id organisation_id wished_role state'),
      personal('ACTIVITY', 'proven_at'),
      personal('ACTIVITY', 'decided_by_id decided_at', { whose: person('decided_by_id') }),
    ],
  },
  {
    table: 'directory.join_code',
    purpose: 'GOVERN',
    basis: 'CONSENT',
    whose: person('person_id'),
    kept: forDays(0, 'expires_at', EXPIRED, { from: 'EXPIRED' }),
    columns: [plain('expires_at'), secret('code_hash', { protection: 'HASHED' }), personal('ACTIVITY', 'person_id')],
  },
  {
    table: 'directory.letter',
    purpose: 'INFORM',
    basis: 'CONTRACT',
    whose: account('account_id'),
    kept: forDays(1, 'created_at', '自定：半小时内写成邮件，否则作废'),
    columns: [plain('id created_at'), internal('kind language'), personal('LOGIN', 'account_id'), personal('CONTACT', 'asked', { protection: 'SEALED_BY_INSTALLATION', mask: 'HIDDEN' }), personal('DEVICE', 'facts')],
  },
  {
    table: 'directory.passkey',
    purpose: 'SECURE',
    basis: 'CONTRACT',
    whose: account('account_id'),
    kept: withRecord(),
    columns: [plain('id counter'), internal('public_key transports synced'), personal('LOGIN', 'account_id'), personal('DEVICE', 'credential_id name'), personal('ACTIVITY', 'created_at last_used_at')],
  },
  {
    table: 'directory.recovery_code',
    purpose: 'SECURE',
    basis: 'CONTRACT',
    whose: account('account_id'),
    kept: withRecord(),
    columns: [plain('created_at'), secret('code_hash', { protection: 'FINGERPRINT' }), personal('LOGIN', 'account_id')],
  },
  {
    table: 'directory.totp',
    purpose: 'SECURE',
    basis: 'CONTRACT',
    whose: account('account_id'),
    kept: withRecord(),
    columns: [plain('last_step'), secret('secret', { protection: 'SEALED_BY_INSTALLATION' }), personal('LOGIN', 'account_id'), personal('ACTIVITY', 'confirmed_at created_at')],
  },
  { table: 'directory.attempt', purpose: 'SECURE', basis: 'NOT_PERSONAL', kept: forDays(2, 'paid_until', '自定：过后一天即删', { from: 'EXPIRED' }), columns: [plain('paid_until'), internal('key', { protection: 'HASHED' })] },
  { table: 'directory.sign_in_attempt', purpose: 'SECURE', basis: 'NOT_PERSONAL', kept: withRecord('已停用'), columns: [plain('points expire'), internal('key', { protection: 'HASHED' })] },
];

/** Organisations' own sign-in. Of who somebody is there only a fingerprint is kept. */
const identities: readonly TableData[] = [
  { table: 'directory.identity_provider', purpose: 'SECURE', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain(`tenant_id id ${STAMP}`), internal('organisation_id name code issuer client_id domains enabled'), secret('client_secret_sealed', { protection: 'SEALED_BY_INSTALLATION' })] },
  { table: 'directory.sign_in_code', purpose: 'SECURE', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain('tenant_id provider_id'), internal('code')] },
  {
    table: 'directory.identity_link',
    purpose: 'SECURE',
    basis: 'CONSENT',
    whose: account('account_id'),
    kept: withRecord(),
    columns: [plain('tenant_id id'), internal('provider_id'), secret('subject', { protection: 'FINGERPRINT' }), personal('LOGIN', 'account_id'), personal('ACTIVITY', 'created_at last_used_at')],
  },
  {
    table: 'directory.provider_visit',
    purpose: 'SECURE',
    basis: 'CONTRACT',
    whose: account('account_id'),
    kept: forDays(0, 'expires_at', EXPIRED, { from: 'EXPIRED' }),
    columns: [plain('tenant_id expires_at'), internal('provider_id back'), secret('token_hash browser_hash', { protection: 'HASHED' }), personal('LOGIN', 'account_id'), personal('CONTACT', 'sealed', { protection: 'SEALED_BY_INSTALLATION', mask: 'HIDDEN' })],
  },
];

/** Programs of members. A key is an organisation's; people stand in it as those who made or ended it. */
const programs: readonly TableData[] = [
  {
    table: 'directory.api_key',
    purpose: 'INTEGRATE',
    basis: 'CONTRACT',
    whose: person('created_by_id'),
    kept: forBooks('自定：密钥使用可追溯'),
    columns: [
      plain(`tenant_id id ${STAMP}`),
      internal('organisation_id person_id name scopes prefix previous_prefix previous_until expires_at last_used_at warned_at'),
      secret('secret_hash previous_hash', { protection: 'HASHED' }),
      personal('ACTIVITY', 'created_by_id'),
      personal('ACTIVITY', 'revoked_by_id revoked_at', { whose: person('revoked_by_id') }),
    ],
  },
  { table: 'directory.key_usage', purpose: 'INTEGRATE', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain('key_id window_start drawn granted')] },
];

/** School years and holidays speak of nobody. */
const calendars: readonly TableData[] = [
  { table: 'directory.holiday_year', purpose: 'CALENDAR', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain(`id ${STAMP}`), internal('year notice address days')] },
  { table: 'directory.lesson_timetable', purpose: 'CALENDAR', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain(`tenant_id id ${STAMP}`), internal('organisation_id seasons')] },
  { table: 'directory.school_calendar', purpose: 'CALENDAR', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain(`tenant_id id ${STAMP}`), internal('organisation_id school_year terms days')] },
];

/** Who drafted, accepted and signed acts for an organisation; contracts are kept as long as the law asks. */
const CONTRACTS = '民法典 §188；合同履行与争议，自定终止后不少于三年';
const agreements: readonly TableData[] = [
  {
    table: 'directory.agreement',
    purpose: 'AGREEMENTS',
    basis: 'CONTRACT',
    whose: person('drafted_by_id'),
    kept: forBooks(CONTRACTS),
    columns: [
      plain(`tenant_id id ${STAMP}`),
      internal('kind number title purpose since until notice_days state drafted_for_id text_signed text_hash signed_at suspended_at suspended_for_id suspend_reason ends_on end_reason amends_id renews_id replaced_on warned_days shared'),
      personal('ACTIVITY', 'drafted_by_id'),
    ],
  },
  { table: 'directory.agreement_party', purpose: 'AGREEMENTS', basis: 'NOT_PERSONAL', kept: forBooks(CONTRACTS), columns: [plain(`tenant_id id ${STAMP}`), internal('agreement_id organisation_id ordinal home_id whole')] },
  { table: 'directory.access_grant', purpose: 'AGREEMENTS', basis: 'NOT_PERSONAL', kept: forBooks(CONTRACTS), columns: [plain('tenant_id id'), internal('agreement_id kind giver_id giver_home_id taker_id taker_home_id whole pool_id terms valid_from valid_until')] },
  { table: 'directory.clause', purpose: 'AGREEMENTS', basis: 'NOT_PERSONAL', kept: forBooks(CONTRACTS), columns: [plain(`tenant_id id ${STAMP}`), internal('agreement_id ordinal kind giver_id taker_id pool_id pool_name terms wording')] },
  { table: 'directory.clause_acceptance', purpose: 'AGREEMENTS', basis: 'CONTRACT', whose: person('person_id'), kept: forBooks(CONTRACTS), columns: [plain(`tenant_id id ${STAMP}`), internal('clause_id organisation_id'), personal('ACTIVITY', 'person_id')] },
  {
    table: 'directory.agreement_comment',
    purpose: 'AGREEMENTS',
    basis: 'CONTRACT',
    whose: person('person_id'),
    kept: forBooks(CONTRACTS),
    columns: [plain(`tenant_id id ${STAMP}`), internal('agreement_id clause_id organisation_id'), personal('FREE_TEXT', 'text'), personal('ACTIVITY', 'person_id'), personal('ACTIVITY', 'settled_by_id settled_at', { whose: person('settled_by_id') })],
  },
  { table: 'directory.agreement_signature', purpose: 'AGREEMENTS', basis: 'CONTRACT', whose: person('person_id'), kept: forBooks(CONTRACTS), columns: [plain(`tenant_id id ${STAMP}`), internal('agreement_id organisation_id text_hash'), personal('ACTIVITY', 'person_id office'), personal('NAME', 'person_name')] },
];

export const directoryData: readonly TableData[] = [...people, ...agreements, ...accounts, ...identities, ...programs, ...calendars, ...rights];
