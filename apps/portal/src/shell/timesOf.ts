/** Each name once, with how many there are of it. */
export const timesOf = (names: readonly string[]): string[] => [...Map.groupBy(names, (name) => name)].map(([name, all]) => (all.length > 1 ? `${name} ×${all.length}` : name));
