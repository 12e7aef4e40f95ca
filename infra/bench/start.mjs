import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../libs/platform/dist/index.js';
import { median } from '../prove/common/numbers.mjs';
import { ROOT } from '../prove/common/run.mjs';
import { groupOf, serversIn } from './start/processes.mjs';

export const about = 'npm start to the first page, and Ctrl-C to nothing left';
export const options = { rounds: { type: 'string', default: '3' } };

/** What has been built stays built: a first start after `npm ci` takes the build's time on top, which is told apart. */
const TARGETS = { empty: 25, existing: 8, stop: 5 };
const PATIENCE = 180_000;

/** Each round starts on an empty folder with the demo, stops, starts on what is there now, and stops. */
export async function measure(bed) {
  const rounds = bed.number('rounds');
  const seconds = { empty: [], existing: [], stop: [] };
  let left = 0;
  for (let round = 1; round <= rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'gongjian-start-'));
    // PostgreSQL runs as another user where this runs as root.
    chmodSync(folder, 0o755);
    bed.keep(() => rmSync(folder, { recursive: true, force: true }));
    for (const what of ['empty', 'existing']) {
      const product = await start(bed, folder);
      const stopped = await interrupt(product);
      seconds[what].push(product.seconds);
      seconds.stop.push(stopped);
      left += serversIn(folder).length;
      bed.say(`round ${round}, ${what}: first page after ${product.seconds.toFixed(1)} s (of which build ${product.built.toFixed(1)} s), all ended ${stopped.toFixed(1)} s after Ctrl-C`);
    }
  }
  const { report } = bed;
  report.section(`npm start to the first page, ${rounds} rounds`);
  report.line('empty database with the demo, median', median(seconds.empty), { atMost: TARGETS.empty, unit: ' s' });
  report.line('existing database, median', median(seconds.existing), { atMost: TARGETS.existing, unit: ' s' });
  report.line('slowest of both', Math.max(...seconds.empty, ...seconds.existing), { unit: ' s' });
  report.section('Ctrl-C');
  report.line('until every process had ended, slowest', Math.max(...seconds.stop), { atMost: TARGETS.stop, unit: ' s' });
  report.line('PostgreSQL servers left', left, { exactly: 0 });
}

/** `npm start` in a process group of its own, as a terminal does it, until the portal's page and its script are there. */
async function start(bed, folder) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const env = { ...process.env, PORT: String(port), PUBLIC_URL: url, DATA_DIR: folder, DATABASE_URL: '', NODE_OPTIONS: '', NODE_ENV: '', DEMO: '' };
  const child = spawn('npm', ['start'], { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = [];
  let built = 0;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void lines.push(String(chunk)));
  bed.keep(() => kill(child.pid, 'SIGKILL'));
  while (!(await hasPage(url))) {
    if (child.exitCode !== null || performance.now() - started > PATIENCE) throw new Error(`npm start did not come up:\n${lines.join('')}`);
    if (!built && groupOf(child.pid).some(({ command }) => /^\S*node\S* \S*gateway\/dist\/main\.js/.test(command))) built = (performance.now() - started) / 1000;
    await wait(50);
  }
  return { child, seconds: (performance.now() - started) / 1000, built };
}

async function hasPage(url) {
  try {
    const page = await fetch(url);
    const script = /<script[^>]+src="([^"]+)"/.exec(await page.text())?.[1];
    return page.ok && script !== undefined && (await fetch(new URL(script, url))).ok;
  } catch {
    return false;
  }
}

/** Ctrl-C as a terminal sends it, to every process of the group. @returns seconds until the last of them was gone */
async function interrupt({ child }) {
  const started = performance.now();
  kill(child.pid, 'SIGINT');
  while (groupOf(child.pid).length > 0 && performance.now() - started < PATIENCE) await wait(50);
  return (performance.now() - started) / 1000;
}

function kill(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // gone already, which is all that was wanted
  }
}
