import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * npm test: builds, then every suite. Ends with one line of counts.
 * `npm test -- NAME …` runs those that are named; what is `asked` for runs by its name alone, and before every landing (.ci/run).
 */
const runs = [
  { name: 'unit', what: 'unit', suite: 'unit' },
  { name: 'api', what: 'API, one process', suite: 'api', env: { GONGJIAN_MODE: 'one' } },
  { name: 'browser', what: 'browser', suite: 'browser', env: { GONGJIAN_MODE: 'one' } },
  { name: 'keyboard', what: 'browser, by keyboard alone, separate processes', suite: 'keyboard', env: { GONGJIAN_MODE: 'services' }, asked: true },
  // The tests of the API once more: what differs is how the graph is joined.
  { name: 'services', what: 'API, separate processes', suite: 'api', env: { GONGJIAN_MODE: 'services' }, asked: true },
  { name: 'isolation', what: 'isolation, of some people', suite: 'isolation', env: { GONGJIAN_MODE: 'one' }, asked: true },
];

const only = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = only.filter((name) => !runs.some((run) => run.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}: ${runs.map(({ name }) => name).join(', ')}\n`);
  process.exit(1);
}
const chosen = only.length > 0 ? runs.filter((run) => only.includes(run.name)) : runs.filter((run) => !run.asked);

const build = spawnSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);

let passed = 0;
let failed = 0;
for (const run of chosen) {
  process.stdout.write(`\n== ${run.what}\n`);
  const report = join(tmpdir(), `gongjian-${process.pid}.json`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...process.argv.slice(2).filter((argument) => argument.startsWith('-'))], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...run.env, SUITE: run.suite, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  });
  const counts = read(report);
  passed += counts.passed;
  // A suite that could not even be loaded has no failed test, and has failed all the same.
  failed += counts.failed || (status === 0 ? 0 : 1);
  process.stdout.write(`${run.what}: ${counts.passed} passed, ${counts.failed} failed, ${Math.round((Date.now() - started) / 1000)} s\n`);
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function read(report) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
}
