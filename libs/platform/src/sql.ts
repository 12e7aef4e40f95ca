/** A piece of SQL with its values apart from it. Made by the sql tag only, so that no value ever becomes text. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
    /** Planned once per connection instead of each time. */
    readonly isPrepared = false,
  ) {}

  /** The same statement, to be planned once: for writes and reads by key, whose best plan does not depend on the values. */
  prepared(): Sql {
    return new Sql(this.strings, this.values, true);
  }

  /** As node-postgres takes it: `$1` for each value, nested pieces flattened. */
  render(): { text: string; values: unknown[] } {
    if (!this.values.some((value) => value instanceof Sql)) return { text: flatText(this.strings), values: [...this.values] };
    const values: unknown[] = [];
    const write = (piece: Sql): string =>
      piece.strings.reduce((text, part, index) => {
        if (index === 0) return part;
        const value = piece.values[index - 1];
        if (value instanceof Sql) return text + write(value) + part;
        values.push(value);
        return `${text}$${values.length}${part}`;
      }, '');
    return { text: write(this), values };
  }
}

const flatTexts = new WeakMap<readonly string[], string>();

/** The strings of a template are the same object each time, so its text is put together once. */
function flatText(strings: readonly string[]): string {
  let text = flatTexts.get(strings);
  if (text === undefined) {
    text = strings.reduce((whole, part, index) => (index === 0 ? part : `${whole}$${index}${part}`), '');
    flatTexts.set(strings, text);
  }
  return text;
}

/** sql`state = any(${states}) and ${other}`: values become parameters, pieces nest. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(strings, values);
}

/** An identifier, quoted. For names that come from our own metadata, never from a request. */
export function name(...path: string[]): Sql {
  return new Sql([path.map((part) => `"${part.replaceAll('"', '""')}"`).join('.')], []);
}

/** Text that is SQL already, such as a literal LIMIT that the planner should see. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

export function join(pieces: readonly Sql[], between: string): Sql {
  if (pieces.length === 0) return raw('');
  return new Sql(['', ...pieces.slice(1).map(() => between), ''], pieces);
}

/** All of them; nothing asked means true. */
export function all(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('true') : sql`(${join(conditions, ' and ')})`;
}

/** Any of them; nothing allowed means false. */
export function any(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? raw('false') : sql`(${join(conditions, ' or ')})`;
}
