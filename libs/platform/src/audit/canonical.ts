/**
 * The one way to write a JSON value down: keys sorted, no blanks, numbers as ECMAScript writes them (RFC 8785).
 * What the database hands back, and what an export says, gives the same text again; so hashes can be compared.
 */
export function canonical(value: unknown): string {
  const plain = hasToJson(value) ? value.toJSON() : value;
  if (Array.isArray(plain)) return `[${plain.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain ?? null);
  const record = plain as Record<string, unknown>;
  const keys = Object.keys(record).filter((key) => record[key] !== undefined && typeof record[key] !== 'function').sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`;
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
}
