import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Bed } from './bed.mjs';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What must have been built before a measure can start. */
const BUILT = ['libs/platform/dist/index.js', 'services/directory/dist/index.js', 'services/scheduling/dist/index.js', 'services/gateway/dist/main.js', 'apps/portal/dist/index.html'];

/**
 * Runs the measure that the command line names, and stops whatever it started, however it ends.
 * A measure is a file of the folder: `about`, `options` (as parseArgs takes them), and `measure(bed)`.
 * @param {string} folder
 * @param {string} command its name in package.json, for the help
 */
export async function runNamed(folder, command) {
  const names = readdirSync(folder).filter((file) => file.endsWith('.mjs') && file !== 'run.mjs').map((file) => basename(file, '.mjs'));
  const [name, ...rest] = process.argv.slice(2);
  if (!name || !names.includes(name)) {
    process.stdout.write(`npm run ${command} -- NAME, where NAME is one of:\n\n${names.map((one) => `  ${one}\n`).join('')}`);
    process.exit(name ? 1 : 0);
  }
  build();
  const { measure, options = {}, about } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  const { values } = parseArgs({ args: rest, options });
  const bed = new Bed(values);
  bed.takeSignals();
  process.stdout.write(`${command} ${name}: ${about}\n`);
  let failed = true;
  try {
    await measure(bed);
    failed = !bed.report.end();
  } catch (error) {
    if (!bed.stopping) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  await bed.stop();
  process.exit(failed ? 1 : 0);
}

function build() {
  if (BUILT.every((file) => existsSync(join(ROOT, file)))) return;
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
