export interface Substitute {
  id: string;
  sameModel: boolean;
  /** Of a room; Infinity where nobody has counted. */
  seats?: number;
}

export interface Swap {
  originalId: string;
  substitute: Substitute;
}

/** A resource in trouble with its substitutes, best first. Those of one kind share the same ones, each in an order of its own. */
export interface Choice {
  originalId: string;
  kind: string;
  substitutes: readonly Substitute[];
}

/** What a way has to take, and what it must not. */
interface Bounds {
  include: ReadonlySet<string>;
  exclude: ReadonlySet<string>;
}

interface Way extends Bounds {
  /** For each of the choices. */
  taken: Substitute[];
  cost: number;
}

/**
 * Ways to replace every resource that is in trouble: no substitute used twice, better substitutes first, the new rooms
 * large enough together, and no two ways with the same resources. Finds as many as are asked for whenever there are that
 * many: each way found splits the rest into those without its first, those with its first but without its second, …
 */
export function pickSwaps(choices: readonly Choice[], count: number, seats = 0): Swap[][] {
  const open: Way[] = [];
  const look = (bounds: Bounds) => {
    const way = complete(choices, bounds, seats);
    if (way) open.push(way);
  };
  if (choices.length > 0) look({ include: new Set(), exclude: new Set() });
  const found: Swap[][] = [];
  while (open.length > 0 && found.length < count) {
    open.sort((a, b) => a.cost - b.cost);
    const way = open.shift()!;
    found.push(way.taken.map((substitute, index) => ({ originalId: choices[index]!.originalId, substitute })));
    let include = way.include;
    for (const { id } of way.taken) {
      if (include.has(id)) continue;
      look({ include, exclude: new Set([...way.exclude, id]) });
      include = new Set([...include, id]);
    }
  }
  return found;
}

/** A substitute for each original, each the best that leaves enough for those after it. Null when there is no such way. */
function complete(choices: readonly Choice[], bounds: Bounds, seats: number): Way | null {
  const taken: Substitute[] = [];
  const used = new Set<string>();
  let [got, cost] = [0, 0];
  for (const [index, { kind, substitutes }] of choices.entries()) {
    const after = Map.groupBy(choices.slice(index + 1), (choice) => choice.kind);
    const here = stock(substitutes, used, bounds, 1 + (after.get(kind)?.length ?? 0));
    const elsewhere = [...after].flatMap(([other, list]) => (other === kind ? [] : [stock(list[0]!.substitutes, used, bounds, list.length)]));
    if (!here || elsewhere.includes(null)) return null;
    const others = elsewhere.reduce((sum, other) => sum + other!.most, 0);
    const rank = substitutes.findIndex((one) => !used.has(one.id) && !bounds.exclude.has(one.id) && got + others + here.mostWith(one) >= seats);
    if (rank < 0) return null;
    const one = substitutes[rank]!;
    taken.push(one);
    used.add(one.id);
    got += seatsOf(one);
    cost += rank;
  }
  return { ...bounds, taken, cost };
}

/** What is left of a kind for so many originals: the most seats that they can have, in all and with a certain one. */
function stock(substitutes: readonly Substitute[], used: ReadonlySet<string>, { include, exclude }: Bounds, count: number): { most: number; mostWith(one: Substitute): number } | null {
  const left = substitutes.filter(({ id }) => !used.has(id) && !exclude.has(id));
  const [needed, free] = [left.filter(({ id }) => include.has(id)), left.filter(({ id }) => !include.has(id))];
  const extra = count - needed.length;
  if (extra < 0 || left.length < count) return null;
  const largest = free.sort((a, b) => seatsOf(b) - seatsOf(a) || 0).slice(0, extra);
  const among = new Set(largest.map(({ id }) => id));
  const most = total(needed) + total(largest);
  const withOneMore = total(needed) + total(largest.slice(0, -1));
  // One that is needed or among the largest is counted already; another takes the place of the least of them, if there is one.
  const mostWith = (one: Substitute) => (include.has(one.id) || among.has(one.id) ? most : extra > 0 ? withOneMore + seatsOf(one) : -Infinity);
  return { most, mostWith };
}

const seatsOf = ({ seats = 0 }: Substitute): number => seats;
const total = (substitutes: readonly Substitute[]): number => substitutes.reduce((sum, one) => sum + seatsOf(one), 0);
