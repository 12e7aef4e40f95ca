import { directory } from '@gongjian/directory';
import type { SubgraphDefinition } from '@gongjian/platform';
import { scheduling } from '@gongjian/scheduling';

/** All there are. A new one is a line here. */
export const subgraphs: readonly SubgraphDefinition[] = [directory, scheduling];
