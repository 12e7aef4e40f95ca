import { as } from '../../test/product.mjs';
import { CANARY, scopeOf } from './canaries.mjs';
import { CONSORTIUM_SCHEMAS } from './columns.mjs';

/** Columns that say whose a row is. */
const ORGANISATIONS = /^(organisation|owner|giver|taker)_id$/;
const PEOPLE = /^(person|requested_by|asked_by)_id$/;

const partiesOf = (agreement) => `select organisation_id from directory.agreement_party p where p.tenant_id = t.tenant_id and p.agreement_id = ${agreement}`;
const ofGrant = `select unnest(array[g.giver_id, g.taker_id]) from directory.access_grant g where g.tenant_id = t.tenant_id and g.id = t.grant_id`;
const ofBooking = `select b.organisation_id from scheduling.booking b where b.tenant_id = t.tenant_id and b.id = t.booking_id`;
const allocated = (booking) => `select owner_id from scheduling.allocation a where a.tenant_id = t.tenant_id and a.booking_id = ${booking}`;
const hook = (id) => `select organisation_id from platform.webhook w where w.tenant_id = t.tenant_id and w.id = ${id}`;

/** Whose something is besides what its own columns say. */
const ALSO_OF = {
  'scheduling.booking': allocated('t.id'),
  'scheduling.approval': `${ofBooking} union ${allocated('t.booking_id')}`,
  'scheduling.grant_use': `${ofGrant} union ${ofBooking} union ${allocated('t.booking_id')}`,
  'scheduling.ledger_entry': ofGrant,
  'scheduling.ledger_balance': ofGrant,
  'directory.agreement': partiesOf('t.id'),
  'directory.agreement_party': partiesOf('t.agreement_id'),
  'directory.agreement_comment': partiesOf('t.agreement_id'),
  'directory.agreement_signature': partiesOf('t.agreement_id'),
  'directory.clause': partiesOf('t.agreement_id'),
  'directory.clause_acceptance': `select organisation_id from directory.agreement_party p join directory.clause c on c.tenant_id = p.tenant_id and c.agreement_id = p.agreement_id where p.tenant_id = t.tenant_id and c.id = t.clause_id`,
  'directory.organisation': 'select t.id',
  'directory.erasure': 'select organisation_id from directory.role_grant g where g.tenant_id = t.tenant_id and g.person_id = t.person_id',
  'platform.webhook_delivery': hook('t.webhook_id'),
  'platform.webhook_attempt': 'select w.organisation_id from platform.webhook w join platform.webhook_delivery d on d.tenant_id = w.tenant_id and d.webhook_id = w.id where w.tenant_id = t.tenant_id and d.id = t.delivery_id',
};

/** Whom it is about besides. */
const ALSO_ABOUT = {
  'scheduling.approval': 'select b.requested_by_id from scheduling.booking b where b.tenant_id = t.tenant_id and b.id = t.booking_id',
  'scheduling.grant_use': 'select b.requested_by_id from scheduling.booking b where b.tenant_id = t.tenant_id and b.id = t.booking_id',
  'directory.person': 'select t.id',
  'directory.account': 'select t.person_id',
  'directory.session': 'select person_id from directory.account a where a.id = t.account_id',
  'directory.device': 'select person_id from directory.account a where a.id = t.account_id',
  'platform.message_settings': 'select t.id',
  'platform.audit_entry': `select c.subject_id from platform.audit_change c where c.tenant_id = t.tenant_id and c.entry_id = t.id and c.subject_type = 'Person'`,
  'platform.audit_change': `select c.subject_id from platform.audit_change c where c.tenant_id = t.tenant_id and c.entry_id = t.entry_id and c.subject_type = 'Person'`,
};

/** The consortia in which somebody or something that stands outside of them is known. */
const KNOWN_IN = {
  'directory.organisation': 'select tenant_id from directory.membership m where m.organisation_id = t.id union select tenant_id from directory.agreement_party p where p.organisation_id = t.id',
  'directory.person': 'select tenant_id from directory.affiliation a where a.person_id = t.id union select tenant_id from directory.agreement_signature s where s.person_id = t.id',
  'directory.consortium': 'select t.id union select tenant_id from directory.agreement_party p where p.home_id = t.id',
  // From elsewhere: where a grant in force reaches it, or a booking has it.
  'scheduling.resource': `select x.tenant_id from scheduling.reach x where x.resource_id = t.id and x.home_id <> x.tenant_id and now() between x.valid_from and x.valid_until
    union select b.tenant_id from scheduling.booking b join scheduling.allocation a on a.booking_id = b.id where a.resource_id = t.id and b.tenant_id <> t.tenant_id`,
};

KNOWN_IN['scheduling.allocation'] = KNOWN_IN['scheduling.resource'].replaceAll('t.id', 't.resource_id');
/** Where a grant's two sides are at home. */
const SIDES = 'select unnest(array[g.giver_home_id, g.taker_home_id]) from directory.access_grant g where g.id = t.grant_id';
for (const table of ['grant_use', 'ledger_entry', 'ledger_balance']) KNOWN_IN[`scheduling.${table}`] = SIDES;

/** Organisations elsewhere that a grant in force or a booking lets see it. */
const LENT_TO = `select x.taker_id from scheduling.reach x where x.resource_id = t.id and x.home_id <> x.tenant_id and now() between x.valid_from and x.valid_until
  union select b.organisation_id from scheduling.booking b join scheduling.allocation a on a.booking_id = b.id where a.resource_id = t.id and b.tenant_id <> t.tenant_id`;

/**
 * Every row of every table: which consortium's and organisation's it is, whom it is about, and what is written in it.
 * @returns rows by id, and by each canary that stands in one of their columns
 */
export async function recordsOf(databaseUrl, tenants) {
  return as(databaseUrl, async (client) => {
    const { rows: tables } = await client.query(`select n.nspname || '.' || c.relname as table, array_agg(a.attname::text) as columns from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attnum > 0 and not a.attisdropped and c.relkind = 'r' and n.nspname = any($1) group by 1 order by 1`, [CONSORTIUM_SCHEMAS]);
    const all = [];
    for (const { table, columns } of tables) {
      const set = (query) => (query ? `array(${query})::text[]` : `'{}'::text[]`);
      const lent = table === 'scheduling.resource' ? `array(${LENT_TO})::text[]` : table === 'scheduling.allocation' ? `array(${LENT_TO.replaceAll('t.id', 't.resource_id')})::text[]` : `'{}'::text[]`;
      const { rows } = await client.query(`select to_jsonb(t) as row, ${set(ALSO_OF[table])} as organisations, ${set(ALSO_ABOUT[table])} as people, ${set(KNOWN_IN[table])} as known, ${lent} as lent from ${table} t where ${scopeOf({ table, inConsortium: columns.includes('tenant_id') })} and $1::uuid[] is not null`, [tenants]);
      for (const { row, organisations, people, known, lent: takers } of rows) {
        const named = (pattern) => columns.filter((column) => pattern.test(column)).map((column) => row[column]).filter(Boolean);
        all.push({ table, id: row.id, tenant: row.tenant_id ?? (table === 'directory.consortium' ? row.id : null), organisations: new Set([...organisations, ...named(ORGANISATIONS)]), people: new Set([...people, ...named(PEOPLE)]), known: new Set(known), lent: new Set(takers), row });
      }
    }
    return new Records(all);
  });
}

/** A canary that stands in several places was typed in one of them: what is told, searched and logged comes after what it is told of. */
const COPIES = /^(platform\.(audit|message|webhook_)|scheduling\.(booking_search|resource_search)|directory\.(agreement_signature\.person_name|clause\.pool_name))/;

class Records {
  byId = new Map();
  byCanary = new Map();

  constructor(all) {
    this.all = all;
    for (const record of all) {
      if (record.id) this.byId.set(record.id, [...(this.byId.get(record.id) ?? []), record]);
      for (const [column, value] of Object.entries(record.row)) {
        const text = typeof value === 'string' ? value : value && typeof value === 'object' ? JSON.stringify(value) : '';
        for (const [canary] of text.matchAll(CANARY)) this.#place(canary, { record, column });
      }
    }
  }

  #place(canary, place) {
    const known = this.byCanary.get(canary) ?? [];
    const isCopy = ({ record, column }) => COPIES.test(`${record.table}.${column}`);
    if (known.length === 0 || (isCopy(known[0]) && !isCopy(place))) this.byCanary.set(canary, [place]);
    else if (isCopy(known[0]) === isCopy(place)) known.push(place);
  }

  /** Those of a table that are the organisation's own, in its consortium. */
  of(table, tenant, organisation) {
    return this.all.filter((record) => record.table === table && record.tenant === tenant && (record.organisations.size === 0 || record.organisations.has(organisation)));
  }

  /** What is sealed is in no row in clear: put there by who planted it. */
  know(canary, record, column) {
    this.#place(canary, { record, column });
  }
}
