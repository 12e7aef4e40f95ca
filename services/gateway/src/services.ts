import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort, readSettings } from '@gongjian/platform';
import { requireFreePort, untilStopped } from './console.ts';
import { prepareDatabase } from './database.ts';
import { openProduct } from './one-process.ts';
import { subgraphs } from './subgraphs.ts';

/** Each of them starts as a process of its own. */
const ENTRIES = [
  { name: 'directory', file: fileURLToPath(import.meta.resolve('@gongjian/directory/main')) },
  { name: 'scheduling', file: fileURLToPath(import.meta.resolve('@gongjian/scheduling/main')) },
  { name: 'gateway', file: fileURLToPath(new URL('remote.js', import.meta.url)) },
];

/** The same product as separate processes on this machine: this one keeps the database and watches over the others. */
await untilStopped(async () => {
  const settings = readSettings(process.env);
  await requireFreePort(settings);
  const database = await prepareDatabase(settings, subgraphs);
  // The demo is sown before anybody serves it, and only where there is none.
  if (settings.DEMO) await (await openProduct(settings, database)).stop();
  const [directoryPort, schedulingPort] = [await freePort(), await freePort()];
  const env = {
    // Together as many as the one process would have.
    DATABASE_POOL: String(Math.ceil(settings.DATABASE_POOL / 2)),
    ...process.env,
    SECRET_KEY: settings.SECRET_KEY,
    APP_DATABASE_URL: database.appUrl,
    AUTH_DATABASE_URL: database.authUrl,
    DIRECTORY_URL: `http://127.0.0.1:${directoryPort}`,
    SCHEDULING_URL: `http://127.0.0.1:${schedulingPort}`,
  };
  let stopping = false;
  const children = ENTRIES.map(({ name, file }) => {
    const child = fork(file, { env, stdio: 'inherit' });
    child.on('exit', (code) => {
      if (stopping) return;
      process.stderr.write(`${name} ended with ${code}; stopping\n`);
      process.kill(process.pid, 'SIGTERM');
    });
    return child;
  });
  return async () => {
    stopping = true;
    // The door first, so that nobody asks subgraphs that are gone.
    for (const child of children.reverse()) await end(child);
    await database.stop();
  };
});

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
