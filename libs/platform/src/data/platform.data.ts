import { forDays, internal, person, personal, plain, rowOf, secret, type TableData, withRecord } from './register.ts';

const LOGS = '网络安全法 §21（日志不少于六个月）';
const KEPT_LOGS = { days: null, from: 'WRITTEN', finally: 'DELETE', source: LOGS } as const;

/** What the platform keeps for every subgraph. */
export const platformData: readonly TableData[] = [
  {
    table: 'platform.audit_entry',
    purpose: 'ACCOUNT_FOR',
    basis: 'LEGAL_DUTY',
    whose: person('person_id'),
    kept: KEPT_LOGS,
    columns: [plain('tenant_id id change_count digest mac'), internal('operation kind by_system request_id result code'), personal('ACTIVITY', 'at person_id organisation_id roles'), personal('DEVICE', 'address')],
  },
  {
    table: 'platform.audit_change',
    purpose: 'ACCOUNT_FOR',
    basis: 'LEGAL_DUTY',
    whose: rowOf('entry_id', 'platform.audit_entry'),
    kept: KEPT_LOGS,
    // Names, numbers and what else says who somebody is are left out of before and after; what people wrote is in them.
    columns: [plain('tenant_id entry_id ordinal'), internal('action'), personal('ACTIVITY', 'subject_type subject_id'), personal('FREE_TEXT', 'before after')],
  },
  ...['platform.audit_chain', 'platform.audit_checkpoint', 'platform.audit_seal', 'platform.audit_unsealed'].map((table): TableData => ({
    table,
    purpose: 'ACCOUNT_FOR',
    basis: 'LEGAL_DUTY',
    kept: KEPT_LOGS,
    columns: [plain({ audit_chain: 'tenant_id seq hash sealed_at public_key signature anchor_seq anchor_hash adopting', audit_checkpoint: 'tenant_id seq hash at public_key signature', audit_seal: 'tenant_id seq entry_id state digest hash', audit_unsealed: 'tenant_id entry_id' }[table.slice(9)]!)],
  })),
  {
    table: 'platform.idempotency',
    purpose: 'OPERATE',
    basis: 'CONTRACT',
    whose: person('person_id'),
    kept: forDays(30, 'created_at', '自定：足够重发一次请求'),
    columns: [plain('tenant_id key result_id created_at'), internal('operation'), personal('ACTIVITY', 'person_id')],
  },
  {
    table: 'platform.file',
    purpose: 'REGISTERS',
    basis: 'CONTRACT',
    whose: person('person_id'),
    kept: withRecord('自定：与引用它的记录一致；无人引用的台账文件 30 天后删除'),
    columns: [plain('tenant_id id created_at updated_at version'), internal('media_type size sha256 organisation_id'), personal('FREE_TEXT', 'name'), personal('DOCUMENT', 'content', { protection: 'SEALED' }), personal('ACTIVITY', 'person_id')],
  },
  {
    table: 'platform.mail',
    purpose: 'INFORM',
    basis: 'CONTRACT',
    // Whose mail it is stands in the sealed recipient alone.
    whose: { column: 'recipient', is: 'ADDRESS' },
    kept: forDays(180, 'created_at', '自定：查询投递情况'),
    columns: [
      plain('tenant_id id created_at updated_at version'),
      internal('about language state tries trouble due_at good_until sent_at'),
      personal('CONTACT', 'recipient', { protection: 'SEALED', mask: 'ADDRESS' }),
      personal('FREE_TEXT', 'content', { protection: 'SEALED', kept: forDays(30, 'created_at', '自定：发出后即删，最长 30 天', { only: 'content is not null' }) }),
    ],
  },
  {
    table: 'platform.message',
    purpose: 'INFORM',
    basis: 'CONTRACT',
    whose: person('person_id'),
    kept: forDays(365, 'created_at', '自定：已读 180 天，未读一年'),
    columns: [plain('tenant_id id created_at updated_at version'), internal('kind organisation_id subject_type subject_id link mail mail_at'), personal('FREE_TEXT', 'params'), personal('ACTIVITY', 'person_id read_at')],
  },
  { table: 'platform.message_kind', purpose: 'OPERATE', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain('kind subgraph position mail texts')] },
  {
    table: 'platform.message_settings',
    purpose: 'INFORM',
    basis: 'CONTRACT',
    whose: person('id'),
    kept: withRecord(),
    columns: [plain('tenant_id created_at updated_at version'), personal('ACTIVITY', 'id language time_zone digest_hour quiet_from quiet_until mail')],
  },
  { table: 'platform.migration', purpose: 'OPERATE', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain('name taken_at')] },
  {
    table: 'platform.data_key',
    purpose: 'SECURE',
    basis: 'NOT_PERSONAL',
    kept: withRecord('密钥记录，备查'),
    columns: [plain('tenant_id number todo done progress_at'), internal('state master created_at settled_at destroyed_at'), secret('wrapped', { protection: 'SEALED_BY_INSTALLATION' })],
  },
  {
    table: 'platform.data_column',
    purpose: 'ACCOUNT_FOR',
    basis: 'NOT_PERSONAL',
    kept: withRecord(),
    columns: [plain('table_name column_name position class kind purpose basis whose kept protection mask shown')],
  },
  {
    table: 'platform.webhook',
    purpose: 'INTEGRATE',
    basis: 'CONTRACT',
    whose: person('created_by_id'),
    kept: withRecord(),
    columns: [
      plain('tenant_id id created_at updated_at version from_seq listens_since previous_until'),
      internal('organisation_id url host events state off_reason'),
      secret('secret previous_secret', { protection: 'SEALED' }),
      personal('ACTIVITY', 'created_by_id'),
    ],
  },
  { table: 'platform.webhook_cursor', purpose: 'INTEGRATE', basis: 'NOT_PERSONAL', kept: withRecord(), columns: [plain('tenant_id webhook_id subgraph seq')] },
  {
    // Which record, and nothing that stands in it.
    table: 'platform.webhook_delivery',
    purpose: 'INTEGRATE',
    basis: 'NOT_PERSONAL',
    kept: forDays(90, 'created_at', '自定：足够重发与排查'),
    columns: [plain('tenant_id id webhook_id seq ordinal created_at updated_at version'), internal('event subject_id subject_version happened_at state tries due_at first_tried_at delivered_at')],
  },
  {
    table: 'platform.webhook_attempt',
    purpose: 'INTEGRATE',
    basis: 'NOT_PERSONAL',
    kept: forDays(90, 'at', '自定：随推送记录删除'),
    columns: [plain('tenant_id id delivery_id'), internal('at status trouble milliseconds answer')],
  },
];

const QUEUED = forDays(21, 'created_on', 'pg-boss：完成后 7 天删除，最长保留 14 天');
const JOB = `id name priority state retry_limit retry_count retry_delay retry_backoff retry_delay_max expire_seconds deletion_seconds singleton_key singleton_on group_id group_tier
  start_after created_on started_on completed_on keep_until dead_letter policy heartbeat_on heartbeat_seconds blocked blocking pending_dependencies source_name source_id
  source_created_on source_retry_count source_root_id trace_context upsert_by_key`;

/** The queue's own tables. A job names records and whoever ordered it by their ids, and carries nothing else about them. */
export const queueData: readonly TableData[] = [
  {
    table: 'jobs.job',
    purpose: 'OPERATE',
    basis: 'CONTRACT',
    whose: { column: 'data', is: 'PERSON', key: 'orderedBy.personId' },
    kept: QUEUED,
    columns: [plain(JOB), personal('ACTIVITY', 'data output source_output')],
  },
  ...Object.entries({
    bam: 'id name version status queue table_name command error created_on started_on completed_on',
    instance: `id name host pid version node_version application_name heartbeat_seconds supervise schedule migrate persist_queue_stats persist_warnings pool_max pool_total pool_idle
      pool_waiting workers metrics config crash_restarts crash_restarts_since started_on heartbeat_on stopped_on`,
    job_dependency: 'child_name child_id parent_name parent_id',
    queue: `name policy retry_limit retry_delay retry_backoff retry_delay_max expire_seconds retention_seconds deletion_seconds dead_letter partition table_name deferred_count
      blocked_count queued_count ready_count warning_queued active_count failed_count total_count retained_count retained_on created_delta completed_delta failed_delta delta_on
      delta_seconds wait_bins run_bins ready_oldest_seconds ready_history heartbeat_seconds notify singletons_active monitor_claim_on monitor_on maintain_on created_on updated_on`,
    queue_stats: `id name deferred_count queued_count ready_count active_count failed_count total_count created_delta completed_delta failed_delta delta_seconds delta_on wait_bins
      run_bins ready_oldest_seconds captured_on`,
    schedule: 'name key kind cron timezone data options created_on updated_on last_job_id',
    subscription: 'event name created_on updated_on',
    version: 'version cron_on bam_on flow_on reindex_on monitor_backoff_on',
    warning: 'id type message data created_on',
  }).map(([table, names]): TableData => ({ table: `jobs.${table}`, purpose: 'OPERATE', basis: 'NOT_PERSONAL', kept: withRecord('pg-boss'), columns: [plain(names)] })),
];

