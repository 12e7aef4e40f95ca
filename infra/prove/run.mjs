import { runNamed } from './common/run.mjs';

/** npm run prove -- NAME: a promise, tried hard. Prints counts and exits 1 on any violation. */
await runNamed(import.meta.dirname, 'prove');
