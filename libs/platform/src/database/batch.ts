// oxlint-disable-next-line typescript/triple-slash-reference -- a module of a package without types is declared in a file that is no module itself
/// <reference path="./pg-utils.d.ts" />
import pg from 'pg';
import { serialize } from 'pg-protocol';
import { prepareValue } from 'pg/lib/utils.js';

/** One statement with its values; one with a name is parsed and planned once per connection. */
export interface Statement {
  text: string;
  values: unknown[];
  name?: string;
}

export interface Answer {
  rows: object[];
  rowCount: number | null;
  /** The first word of what PostgreSQL says it did: INSERT, COMMIT … */
  command: string;
}

/** Of node-postgres' connection only the socket is needed: it is written to once. */
interface Wire {
  stream: { writable: boolean; write(bytes: Buffer): boolean };
}

interface Field {
  name: string;
  dataTypeID: number;
}

/** How the rows of a statement are read; unknown until PostgreSQL has described them. */
interface Shape {
  fields: readonly { name: string; read: (text: string) => unknown }[] | null;
  /** A row with nothing in it: copied, all rows have one form from the start, and V8 is five times as fast with them. */
  empty: Record<string, unknown>;
  /** A failure leaves open whether PostgreSQL has kept the statement; it is closed before it is parsed again. */
  doubtful: boolean;
}

interface Asked extends Statement {
  shape: Shape;
  parsed: boolean;
  rows: object[];
  rowCount: number | null;
  command: string;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

const shapesOf = new WeakMap<Wire, Map<string, Shape>>();

/**
 * Several statements behind one Sync: one write, one answer, and after a failure none of those that follow is run. What
 * PostgreSQL has described once on a connection it is not asked for again: a resource has forty columns.
 * Handed to `client.query`, which takes anything that can `submit` itself.
 */
export class Batch implements pg.Submittable {
  private readonly asked: Asked[] = [];
  private at = 0;

  constructor(private readonly ended: () => void) {}

  add({ text, values, name }: Statement): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // Here, where a value that cannot be written down fails alone.
      this.asked.push({ text, values: values.map(prepareValue), name, shape: { fields: null, empty: {}, doubtful: false }, parsed: false, rows: [], rowCount: null, command: '', resolve, reject });
    });
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    const shapes = shapesOf.get(wire) ?? new Map<string, Shape>();
    shapesOf.set(wire, shapes);
    const messages = [...this.asked.flatMap((one) => messagesOf(shapes, one)), serialize.sync()];
    // Where it is not, node-postgres is about to tell all who wait.
    if (wire.stream.writable) wire.stream.write(Buffer.concat(messages));
  }

  handleRowDescription({ fields }: { fields: Field[] }): void {
    const { shape } = this.asked[this.at]!;
    shape.fields = fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown }));
    shape.empty = Object.fromEntries(fields.map(({ name }) => [name, null]));
  }

  handleDataRow({ fields: cells }: { fields: (string | null)[] }): void {
    const { shape, rows } = this.asked[this.at]!;
    const row = { ...shape.empty };
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!;
      if (cell === null) continue;
      const { name, read } = shape.fields![index]!;
      row[name] = read(cell);
    }
    rows.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const one = this.asked[this.at++]!;
    const words = text.split(' ');
    one.command = words[0]!;
    one.rowCount = words.length > 1 ? Number(words.at(-1)) : null;
  }

  handleEmptyQuery(): void {
    this.at++;
  }

  handleReadyForQuery(): void {
    for (const { rows, rowCount, command, resolve } of this.asked) resolve({ rows, rowCount, command });
    this.ended();
  }

  /** What came before stands, as far as the transaction does; the one that failed and those behind it tell why. */
  handleError(error: unknown): void {
    for (const [index, { shape, parsed, rows, rowCount, command, resolve, reject }] of this.asked.entries()) {
      if (index < this.at) {
        resolve({ rows, rowCount, command });
        continue;
      }
      if (parsed) shape.doubtful = true;
      reject(error);
    }
    this.ended();
  }
}

/** Of the extended query protocol. */
function messagesOf(shapes: Map<string, Shape>, one: Asked): Buffer[] {
  const { text, values, name = '' } = one;
  const known = name === '' ? undefined : shapes.get(name);
  const bound = () => serialize.bind({ statement: name, values });
  if (known && !known.doubtful) {
    one.shape = known;
    return [bound(), serialize.execute()];
  }
  if (name !== '') shapes.set(name, one.shape);
  one.parsed = true;
  return [...(known ? [serialize.close({ type: 'S', name })] : []), serialize.parse({ name, text }), bound(), serialize.describe({ type: 'P' }), serialize.execute()];
}
