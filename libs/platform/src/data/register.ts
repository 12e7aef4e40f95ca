import type { Basis, DataClass, DataKind, DataRegister, Disposal, MaskForm, Protection, Purpose, RegisteredColumn, RetentionFrom, Shown, Whose } from './register.types.ts';

/** How long a table's rows are kept, and what happens then. */
export interface Retention {
  /** Days after `from`; null is: as long as what it belongs to. */
  days: number | null;
  from: RetentionFrom;
  finally: Disposal;
  /** The column that tells when `from` was: with it, the daily check finds what is overdue. */
  clock?: string;
  /** A condition on rows of the table: only of these the clock counts. */
  only?: string;
  /** The law, notice or decision of our own that says so. */
  source: string;
}

/** Columns of one table that are treated alike. What is left out is as the table says. */
export interface ColumnGroup {
  names: readonly string[];
  class: DataClass;
  kind?: DataKind;
  protection?: Protection;
  whose?: Whose;
  purpose?: Purpose;
  basis?: Basis;
  kept?: Retention;
  /** How it is shown to whoever sees it, but not in full. */
  mask?: MaskForm;
  /** To whom, where that is not decided by who may read the record. */
  shown?: Shown;
}

/** What a table keeps: why, on what ground, about whom, for how long. Every column is in one of its groups. */
export interface TableData {
  /** `schema.table` */
  table: string;
  purpose: Purpose;
  basis: Basis;
  /** The person to whom personal columns belong, where a column does not say otherwise. */
  whose?: Whose;
  kept: Retention;
  columns: readonly ColumnGroup[];
}

const words = (names: string): string[] => names.trim().split(/\s+/);
type Details = Omit<ColumnGroup, 'names' | 'class' | 'kind'>;

/** Keys, times and versions: nothing that means anything by itself. */
export const plain = (names: string): ColumnGroup => ({ names: words(names), class: 'NONE' });
/** What a consortium does, as far as it speaks of nobody. */
export const internal = (names: string, details: Details = {}): ColumnGroup => ({ names: words(names), class: 'INTERNAL', ...details });
/** PIPL §4: relates to a person who is identified or can be. */
export const personal = (kind: DataKind, names: string, details: Details = {}): ColumnGroup => ({ names: words(names), class: 'PERSONAL', kind, ...details });
/** PIPL §28: its leak easily harms a person's dignity, body or property. */
export const sensitive = (kind: DataKind, names: string, details: Details = {}): ColumnGroup => ({ names: words(names), class: 'SENSITIVE', kind, ...details });
/** Data for authentication: whoever has it can be somebody else. Nobody is ever shown it. */
export const secret = (names: string, details: Details & { protection: Protection }): ColumnGroup => ({ names: words(names), class: 'SECRET', kind: 'CREDENTIAL', ...details });

/** Paths to people. */
export const person = (column: string): Whose => ({ column, is: 'PERSON' });
export const account = (column: string): Whose => ({ column, is: 'ACCOUNT' });
/** The teacher or engineer whom a resource describes: no account stands behind it. */
export const resource = (column: string): Whose => ({ column, is: 'RESOURCE' });
/** The people of whom a row of another table speaks. */
export const rowOf = (column: string, table: string): Whose => ({ column, is: 'ROW', table });

/** As long as the record that the row is a part of. */
export const withRecord = (source = '自定'): Retention => ({ days: null, from: 'RECORD_ENDS', finally: 'DELETE', source });
/** A consortium's books: as long as it is here, also when somebody leaves. */
export const forBooks = (source = '网络安全法 §21；共同账目，自定'): Retention => ({ days: null, from: 'CONSORTIUM_ENDS', finally: 'DELETE', source });
/** As long as the account or the affiliation; then it can be erased, while the books keep a name that says nothing. */
export const untilDeparture = (source = '个人信息保护法 §19、§47'): Retention => ({ days: null, from: 'DEPARTURE', finally: 'ANONYMISE', source });
/** So many days after `clock`, deleted by a round of ours. */
export const forDays = (days: number, clock: string, source: string, more: Partial<Retention> = {}): Retention => ({ days, from: 'WRITTEN', finally: 'DELETE', clock, source, ...more });

/** One line for each column, with what its table says filled in. */
export function columnsOf(tables: readonly TableData[]): RegisteredColumn[] {
  return tables.flatMap(({ table, columns, purpose, basis, whose, kept }) =>
    columns.flatMap(({ names, class: dataClass, ...group }) =>
      names.map((column): RegisteredColumn => {
        const speaks = dataClass === 'PERSONAL' || dataClass === 'SENSITIVE' || dataClass === 'SECRET';
        return {
          table,
          column,
          class: dataClass,
          kind: group.kind ?? null,
          purpose: group.purpose ?? purpose,
          basis: group.basis ?? (speaks ? basis : 'NOT_PERSONAL'),
          whose: speaks ? (group.whose ?? whose ?? null) : null,
          kept: group.kept ?? kept,
          protection: group.protection ?? 'PLAIN',
          mask: group.mask ?? null,
          shown: group.shown ?? null,
        };
      }),
    ),
  );
}

/** What is wrong with a register by itself: a column twice, a personal one that is nobody's. */
export function faultsOf(register: DataRegister): string[] {
  const seen = new Set<string>();
  return register.flatMap(({ table, column, class: dataClass, kind, whose, protection }) => {
    const name = `${table}.${column}`;
    const faults: string[] = [];
    if (seen.has(name)) faults.push(`${name}: registered twice`);
    seen.add(name);
    if ((dataClass === 'PERSONAL' || dataClass === 'SENSITIVE') && (!whose || !kind)) faults.push(`${name}: personal, but it is not said whose it is and of what kind`);
    if (dataClass === 'SENSITIVE' && protection === 'PLAIN') faults.push(`${name}: sensitive, but not protected`);
    if (dataClass === 'SECRET' && protection === 'PLAIN') faults.push(`${name}: secret, but not protected`);
    return faults;
  });
}
