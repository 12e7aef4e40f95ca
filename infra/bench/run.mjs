import { runNamed } from '../prove/common/run.mjs';

/** npm run bench -- NAME: times and ratios measured side by side. Exits 1 where a target is missed. */
await runNamed(import.meta.dirname, 'bench');
