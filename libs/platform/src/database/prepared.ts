/** More plans than this would cost each connection more memory than they save time. */
const MOST = 300;
const names = new Map<string, string>();

/**
 * The name under which a statement is planned once per connection instead of each time. Only for statements whose best
 * plan does not depend on the values: writes, and reads by key. None when there are too many already.
 */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST) return known;
  const name = `gj_${names.size + 1}`;
  names.set(text, name);
  return name;
}
