/**
 * The one way to write a JSON value down: keys sorted, no blanks, numbers as ECMAScript writes them (RFC 8785).
 * What the database hands back, and what an export says, gives the same text again; so hashes can be compared.
 * Every record that anybody changes passes through here, hence loops instead of chains.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : JSON.stringify(value);
  if (Array.isArray(value)) {
    let text = '[';
    for (let index = 0; index < value.length; index++) text += (index === 0 ? '' : ',') + canonical(value[index]);
    return `${text}]`;
  }
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return canonical((value as { toJSON(): unknown }).toJSON());
  const record = value as Record<string, unknown>;
  let text = '{';
  for (const key of Object.keys(record).sort()) {
    const each = record[key];
    if (each === undefined || typeof each === 'function') continue;
    text += `${text.length === 1 ? '' : ','}${quoted(key)}:${canonical(each)}`;
  }
  return `${text}}`;
}

const keys = new Map<string, string>();

/** Names of columns come again and again; other keys, which people choose, are not kept. */
function quoted(key: string): string {
  let text = keys.get(key);
  if (text === undefined) {
    text = JSON.stringify(key);
    if (keys.size < 2000) keys.set(key, text);
  }
  return text;
}
