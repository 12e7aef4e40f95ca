import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Secrets, freePort, startEmbedded } from '../../libs/platform/dist/index.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const OPERATOR = { login: 'operator', password: 'Kupfer-Lotse-57-Anker' };

/** How long the product may take to answer for the first time, in milliseconds. */
const PATIENCE = 60_000;

/**
 * A PostgreSQL server for tests: embedded in a folder of its own, or the one that DATABASE_URL names, with a new database in it.
 * @param {{ durable?: boolean, flags?: string[] }} options `durable: false` gives up crash safety for speed
 */
export async function startDatabase({ durable = false, flags = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gongjian-'));
  // PostgreSQL runs as another user where this runs as root.
  chmodSync(folder, 0o755);
  const secretKey = randomBytes(32).toString('base64url');
  const secrets = new Secrets(secretKey);
  const fast = durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
  const embedded = process.env.DATABASE_URL ? null : await startEmbedded(folder, secrets, { flags: [...fast, ...flags] });
  const adminUrl = process.env.DATABASE_URL ?? embedded.url;
  const database = `gongjian_test_${randomBytes(5).toString('hex')}`;
  await as(adminUrl, (client) => client.query(`create database ${database}`));
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return {
    url: url.href,
    secretKey,
    folder,
    stop: async () => {
      if (!embedded) {
        await as(adminUrl, async (client) => {
          await client.query(`drop database if exists ${database} with (force)`);
          for (const role of ['app', 'auth']) await client.query(`drop role if exists ${database}_${role}`);
        });
      }
      await embedded?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs something on a connection of its own. */
export async function as(url, run) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/**
 * Starts the built product on a free port, as `npm start` does, in one process or as separate ones.
 * @param {{ database: Awaited<ReturnType<typeof startDatabase>>, mode?: 'one' | 'services', env?: Record<string, string> }} options
 */
export async function startProduct({ database, mode = 'one', env = {} }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const entry = mode === 'services' ? 'services.js' : 'main.js';
  const child = spawn(process.execPath, [join(ROOT, 'services/gateway/dist', entry)], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'test',
      DEMO: 'off',
      PORT: String(port),
      // A name and not an address: passkeys belong to names.
      PUBLIC_URL: `http://localhost:${port}`,
      DATA_DIR: database.folder,
      DATABASE_URL: database.url,
      SECRET_KEY: database.secretKey,
      // What tests set up for it to ask, such as an identity provider, listens on this machine.
      OUTGOING_NETWORKS: '127.0.0.0/8',
      OPERATOR_LOGIN: OPERATOR.login,
      OPERATOR_PASSWORD: OPERATOR.password,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = [];
  child.stdout.on('data', (chunk) => lines.push(String(chunk)));
  child.stderr.on('data', (chunk) => lines.push(String(chunk)));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const started = Date.now();
  while (!(await answers(url))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() - started > PATIENCE) throw new Error(`The product did not start:\n${lines.join('')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    child,
    log: () => lines.join(''),
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}

async function answers(url) {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
