import { runSubgraph } from '@gongjian/platform';
import { scheduling } from './index.ts';

/** This subgraph as a process of its own, behind the gateway. */
await runSubgraph(scheduling, 'SCHEDULING_URL');
