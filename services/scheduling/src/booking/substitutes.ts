export interface Substitute {
  id: string;
  sameModel: boolean;
}

export interface Swap {
  originalId: string;
  substitute: Substitute;
}

/** For each resource in trouble its substitutes, best first. */
export type Choices = ReadonlyMap<string, readonly Substitute[]>;

interface Way {
  /** Index of the substitute of each original, in the order of the map. */
  ranks: number[];
  /** Originals before this one are fixed to what they have. */
  fixed: number;
  /** What was taken already in ways like this one: `original:rank`. */
  excluded: ReadonlySet<string>;
}

/**
 * Ways to replace every resource that is in trouble, none substitute used twice, better substitutes first.
 * Finds as many as are asked for whenever there are that many: each way found splits the rest into ways that
 * first differ from it at one original.
 */
export function pickSwaps(choices: Choices, count: number): Swap[][] {
  const originals = [...choices.keys()];
  const lists = originals.map((original) => choices.get(original)!);
  const first = originals.length > 0 && assign(lists, [], 0, new Set());
  const open: Way[] = first ? [{ ranks: first, fixed: 0, excluded: new Set() }] : [];
  const found: Swap[][] = [];
  while (open.length > 0 && found.length < count) {
    open.sort((a, b) => cost(a) - cost(b));
    const way = open.shift()!;
    found.push(way.ranks.map((rank, index) => ({ originalId: originals[index]!, substitute: lists[index]![rank]! })));
    for (let index = way.fixed; index < lists.length; index++) {
      const excluded = new Set([...way.excluded, `${index}:${way.ranks[index]}`]);
      const ranks = assign(lists, way.ranks, index, excluded);
      if (ranks) open.push({ ranks, fixed: index, excluded });
    }
  }
  return found;
}

const cost = ({ ranks }: Way): number => ranks.reduce((sum, rank) => sum + rank, 0);

/** A substitute for each original by augmenting paths; the first `fixed` keep theirs. Null when there are too few. */
function assign(lists: readonly (readonly Substitute[])[], known: readonly number[], fixed: number, excluded: ReadonlySet<string>): number[] | null {
  const takenBy = new Map<string, number>();
  const ranks: number[] = [];
  for (let index = 0; index < fixed; index++) {
    ranks[index] = known[index]!;
    takenBy.set(lists[index]![known[index]!]!.id, index);
  }
  const place = (index: number, visited: Set<string>): boolean => {
    for (const [rank, { id }] of lists[index]!.entries()) {
      if (visited.has(id) || excluded.has(`${index}:${rank}`)) continue;
      visited.add(id);
      const holder = takenBy.get(id);
      if (holder !== undefined && (holder < fixed || !place(holder, visited))) continue;
      takenBy.set(id, index);
      ranks[index] = rank;
      return true;
    }
    return false;
  };
  for (let index = fixed; index < lists.length; index++) if (!place(index, new Set())) return null;
  return ranks;
}
