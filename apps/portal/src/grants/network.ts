import type { AgreementNetworkQuery } from './grants.generated.ts';

export type NetworkAgreement = AgreementNetworkQuery['agreements']['nodes'][number];

export interface Node {
  id: string;
  name: string;
  shortName: string;
  /** Null is the viewer's own consortium. */
  consortium: string | null;
  x: number;
  y: number;
  agreements: NetworkAgreement[];
}

export interface Edge {
  key: string;
  from: Node;
  to: Node;
  /** The strongest of them: in force before to come before suspended. */
  state: 'IN_FORCE' | 'COMING' | 'SUSPENDED';
  agreements: NetworkAgreement[];
}

const COUNTS = new Set(['IN_FORCE', 'COMING', 'DRAFT', 'SIGNING', 'SUSPENDED']);
const stateOf = (state: string): Edge['state'] => (state === 'IN_FORCE' || state === 'SUSPENDED' ? state : 'COMING');
const RANK: Record<Edge['state'], number> = { IN_FORCE: 0, COMING: 1, SUSPENDED: 2 };

/** Organisations on a circle, those of one consortium beside each other, and a line for each pair that has an agreement. */
export function networkOf(all: readonly NetworkAgreement[], size: number): { nodes: Node[]; edges: Edge[] } {
  const agreements = all.filter(({ state }) => COUNTS.has(state));
  const nodes = new Map<string, Node>();
  for (const agreement of agreements) {
    for (const { organisation, consortium } of agreement.parties) {
      const node = nodes.get(organisation.id) ?? { ...organisation, consortium: consortium?.name ?? null, x: 0, y: 0, agreements: [] };
      node.agreements.push(agreement);
      nodes.set(organisation.id, node);
    }
  }
  const inOrder = [...nodes.values()].sort((a, b) => (a.consortium ?? '').localeCompare(b.consortium ?? '', 'zh-CN') || a.shortName.localeCompare(b.shortName, 'zh-CN'));
  const radius = size / 2 - 70;
  inOrder.forEach((node, index) => {
    const angle = (2 * Math.PI * index) / inOrder.length - Math.PI / 2;
    node.x = size / 2 + radius * Math.cos(angle);
    node.y = size / 2 + radius * Math.sin(angle);
  });
  const edges = new Map<string, Edge>();
  for (const agreement of agreements) {
    const ids = agreement.parties.map(({ organisation }) => organisation.id).sort();
    for (const [index, from] of ids.entries()) {
      for (const to of ids.slice(index + 1)) {
        const key = `${from} ${to}`;
        const edge = edges.get(key) ?? { key, from: nodes.get(from)!, to: nodes.get(to)!, state: stateOf(agreement.state), agreements: [] };
        edge.agreements.push(agreement);
        if (RANK[stateOf(agreement.state)] < RANK[edge.state]) edge.state = stateOf(agreement.state);
        edges.set(key, edge);
      }
    }
  }
  return { nodes: inOrder, edges: [...edges.values()] };
}
