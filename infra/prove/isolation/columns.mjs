/** Where a consortium's data stands. */
export const CONSORTIUM_SCHEMAS = ['directory', 'scheduling', 'platform'];

const because = (reason, names) => Object.fromEntries(names.trim().split(/\s+/).map((name) => [name, reason]));

/** Columns in which no canary is put, each with the reason. Another column that has none fails the proof. */
export const WORDS_OF_OURS = {
  ...because('a word of ours, held by a check or read by the program: ids of the row are looked for instead', `
    *.kind *.state *.role *.language *.result *.register *.purpose *.subject_type *.action *.operation *.code_kind *.default_language *.languages *.roles *.scopes *.events *.event
    directory.access_grant.terms directory.api_key.scopes directory.consent.item directory.consent.decision directory.consortium.time_zone directory.correction.field directory.registration.wished_role
    directory.role_narrowing.denied platform.audit_change.subject_id platform.audit_entry.code platform.file.media_type platform.mail.about platform.message.mail platform.message_settings.time_zone platform.message_settings.mail
    platform.webhook.off_reason platform.webhook_cursor.subgraph platform.idempotency.key scheduling.import.error_code scheduling.import.error_params scheduling.import.counts scheduling.import_row.problems
    scheduling.ledger_entry.debit scheduling.ledger_entry.credit scheduling.resource.sharing scheduling.booking.purpose platform.message.link`),
  ...because('no room for a canary: twelve characters; the name beside it has one', 'directory.consortium.short_name'),
  ...because('times and numbers alone', 'directory.lesson_timetable.seasons directory.school_calendar.terms directory.school_calendar.days directory.consortium.default_opening_hours scheduling.resource.opening_hours directory.founding.documents'),
  ...because('what one is known by, with a check character; the samples have it in no second place', 'directory.organisation.uscc'),
  ...because('what proves somebody or something: hashes, keys and fingerprints', `
    *.token_hash *.secret_hash *.previous_hash *.text_hash *.digest *.hash *.mac *.signature *.public_key *.address_print *.identity_hash *.sha256 *.code_hash *.browser_hash *.password_hash *.anchor_hash
    directory.totp.secret directory.session.challenge directory.pending_sign_in.challenge platform.data_key.master platform.data_key.wrapped directory.passkey.credential_id directory.passkey.transports`),
  ...because('of the installation, and of no consortium', `
    directory.attempt.key directory.sign_in_attempt.key directory.sign_in_code.code directory.holiday_year.notice directory.holiday_year.address directory.holiday_year.days directory.letter.asked directory.letter.facts directory.provider_visit.sealed
    platform.migration.name platform.message_kind.subgraph platform.message_kind.mail platform.message_kind.texts platform.data_column.table_name platform.data_column.column_name platform.data_column.class platform.data_column.basis
    platform.data_column.whose platform.data_column.kept platform.data_column.protection platform.data_column.mask platform.data_column.shown`),
  ...because('follows from other columns, in fingerprints that are compared: the product keeps it', 'scheduling.resource_search.said scheduling.booking_search.said'),
  ...because('one’s own and in no subgraph: the door reads it by the session’s token', 'directory.account.email directory.account_token.email directory.passkey.name directory.identity_link.subject'),
  ...because('sealed for the installation, opened by nobody but the door when it asks the provider', 'directory.identity_provider.client_secret_sealed'),
};

/** Columns of which the world has no row with a text; a test of the feature has. */
export const NOTHING_THERE = because('the world of the proof makes none', `
  platform.webhook.previous_secret scheduling.booking.history scheduling.import.sheets scheduling.import.further_sheets scheduling.import.mapping scheduling.import_row.changes scheduling.import_row.sealed
  scheduling.resource.profession directory.founding.qualifications`);

/** Why a column has no canary, if there is a reason. */
export const reasonOf = (name) => WORDS_OF_OURS[name] ?? WORDS_OF_OURS[`*.${name.split('.').at(-1)}`] ?? NOTHING_THERE[name];
