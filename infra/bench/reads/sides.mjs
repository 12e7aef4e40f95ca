import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, rolesOf, Secrets, urlAs } from '../../../libs/platform/dist/index.js';
import { ROOT } from '../../prove/common/run.mjs';
import { QUESTIONS } from './questions.mjs';

const PEER = join(ROOT, 'infra/bench/peer');

/** What is measured beside the product is no part of it, and comes from npm when it is first needed. */
function installPeer(bed) {
  if (existsSync(join(PEER, 'node_modules/postgraphile'))) return;
  bed.say('installing what is measured beside …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEER, stdio: 'inherit' });
  if (status !== 0) throw new Error('PostGraphile could not be installed');
}

/** Processes of their own, on the same database, in the runtime role, as the same person. @returns {Promise<{ peer: string, raw: string }>} their addresses */
export async function startSides(bed, database, { tenantId, personId }) {
  installPeer(bed);
  const connectionString = urlAs(database.url, rolesOf(database.url).app, new Secrets(database.secretKey));
  const settings = { 'app.tenant': tenantId, 'app.person': personId, 'app.operator': '' };
  const questions = Object.values(QUESTIONS).map(({ raw }) => raw.text);
  const start = async (script) => {
    const port = await freePort();
    const child = spawn(process.execPath, [script], { env: { ...process.env, NODE_ENV: 'production', PEER: JSON.stringify({ connectionString, settings, port, questions }) }, stdio: ['ignore', 'pipe', 'inherit'] });
    bed.keep(() => child.kill());
    await new Promise((resolve, reject) => {
      child.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve());
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
    });
    return `http://127.0.0.1:${port}`;
  };
  return { peer: await start(join(PEER, 'serve.mjs')), raw: await start(join(ROOT, 'infra/bench/reads/raw.mjs')) };
}
