import { runSubgraph } from '@gongjian/platform';
import { directory } from './index.ts';

/** This subgraph as a process of its own, behind the gateway. */
await runSubgraph(directory, 'DIRECTORY_URL');
