import { CANARY } from './canaries.mjs';
import { TABLES } from './audience.mjs';
import { FIELDS, TYPES } from './types.mjs';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** A value that is the beginning of another one is not looked for inside of it. */
const BASE64 = /"endCursor":"([\w+/=-]{8,})"/g;

const audienceOf = ({ table }, column) => TABLES[table]?.columns?.[column] ?? TABLES[table]?.seen;

/** Looks at every byte that somebody received, and at every value in it by the type and the row in which it stands. */
export class Judge {
  leaks = [];
  /** Canaries and rows that were shown to whom they may be shown. */
  seen = new Map();
  unclassified = new Set();
  responses = 0;
  bytes = 0;
  values = 0;
  /** Rows that were not there when the world was looked at: they are judged at the end. */
  strangers = [];

  constructor(records) {
    this.records = records;
  }

  /**
   * @param {{ relation: string, role: string }} actor
   * @param {{ name: string, sent?: unknown, told?: (actor, record, column) => boolean }} asked `told`: what this question tells besides
   */
  look(actor, asked, text) {
    this.responses++;
    this.bytes += Buffer.byteLength(text);
    const sent = typeof asked.sent === 'string' ? asked.sent : JSON.stringify(asked.sent ?? '');
    const cursors = [...text.matchAll(BASE64)].map(([, cursor]) => Buffer.from(cursor, 'base64url').toString('utf8')).join(' ');
    for (const [canary] of `${text} ${cursors}`.matchAll(CANARY)) if (!sent.includes(canary)) this.#canary(actor, asked, canary);
    for (const [id] of text.matchAll(UUID)) if (!sent.includes(id)) this.#id(actor, asked, id);
    if (text.startsWith('{"data":{') || text.startsWith('{"errors"')) this.#walk(actor, asked, JSON.parse(text).data, null);
  }

  #canary(actor, asked, canary) {
    const places = this.records.byCanary.get(canary);
    if (!places) return;
    for (const { record, column } of places) {
      const audience = audienceOf(record, column);
      if (!audience) this.unclassified.add(`${record.table}.${column}`);
      else if (audience(actor, record)) return this.#count(`${record.table}.${column}`, actor);
    }
    if (places.some(({ record, column }) => asked.told?.(actor, record, column))) return;
    this.#leak(actor, asked, `${places[0].record.table}.${places[0].column}`, canary);
  }

  #id(actor, asked, id) {
    const records = this.records.byId.get(id);
    if (!records) return;
    for (const record of records) {
      const audience = audienceOf(record, 'id');
      if (!audience) this.unclassified.add(record.table);
      else if (audience(actor, record)) return;
    }
    if (records.some((record) => asked.told?.(actor, record, 'id'))) return;
    this.#leak(actor, asked, `${records[0].table}.id`, id);
  }

  /** @param holder the row in which a part stands */
  #walk(actor, asked, value, holder) {
    if (Array.isArray(value)) {
      for (const each of value) this.#walk(actor, asked, each, holder);
      return;
    }
    if (!value || typeof value !== 'object') return;
    const type = value.__typename;
    const row = this.#row(actor, asked, type, value) ?? holder;
    for (const [name, field] of Object.entries(value)) {
      if (name === '__typename' || field === null) continue;
      this.values++;
      const audience = FIELDS[`${type}.${name}`] ?? FIELDS[`${type}.*`];
      // A list that is empty says nothing.
      if (audience && row && !(Array.isArray(field) && field.length === 0) && !audience(actor, row) && !asked.told?.(actor, row, name)) this.#leak(actor, asked, `${type}.${name}`, row.id);
      this.#walk(actor, asked, field, row);
    }
  }

  /** The row that an object is, judged; undefined where it is none. */
  #row(actor, asked, type, value) {
    const { id } = value;
    if (type && !(type in TYPES) && type !== 'Query' && type !== 'Mutation') this.unclassified.add(type);
    const table = TYPES[type]?.table;
    if (!table || !id) return undefined;
    const rows = (this.records.byId.get(id) ?? []).filter((record) => record.table === table);
    if (rows.length === 0) {
      this.strangers.push({ actor, asked, type, id });
      return undefined;
    }
    // Both sides of what is shared have a row under the same id: it is one's own that one sees.
    const row = rows.find((record) => record.tenant === actor.tenant) ?? rows[0];
    const audience = FIELDS[`${type}.*`] ?? TABLES[table].seen;
    // An id that was sent, and comes back by itself, says nothing.
    const isEcho = Object.entries(value).every(([name, field]) => field === null || name === '__typename' || (name === 'id' && JSON.stringify(asked.sent ?? '').includes(id)));
    if (isEcho) return row;
    if (audience(actor, row) || audienceOf(row, 'id')(actor, row)) this.#count(type, actor);
    else if (!asked.told?.(actor, row, 'id')) this.#leak(actor, asked, type, id);
    return row;
  }

  /** What was made in the meantime, and shown to somebody. */
  late(records) {
    for (const { actor, asked, type, id } of this.strangers) {
      const rows = (records.byId.get(id) ?? []).filter(({ table }) => table === TYPES[type].table);
      const row = rows.find((record) => record.tenant === actor.tenant) ?? rows[0];
      if (row && !TABLES[row.table].seen(actor, row) && !audienceOf(row, 'id')(actor, row) && !asked.told?.(actor, row, 'id')) this.#leak(actor, asked, type, id);
    }
    return this.strangers.length;
  }

  #count(what, { relation }) {
    const key = `${what} ${relation}`;
    this.seen.set(key, (this.seen.get(key) ?? 0) + 1);
  }

  #leak(actor, asked, what, value) {
    this.leaks.push({ relation: actor.relation, role: actor.role, asked: asked.name, what, value });
  }
}

/** Leaks of one kind said once, with how many there are and who got them. */
export function summed(leaks) {
  const groups = new Map();
  for (const { relation, role, asked, what, value } of leaks) {
    const key = `${asked}: ${what}`;
    const group = groups.get(key) ?? { count: 0, who: new Set(), value };
    group.count++;
    group.who.add(`${relation} ${role}`);
    groups.set(key, group);
  }
  return [...groups].map(([key, { count, who, value }]) => `${key} (${count} times, such as ${value}, to ${[...who].slice(0, 6).join(', ')}${who.size > 6 ? ` and ${who.size - 6} more` : ''})`);
}
