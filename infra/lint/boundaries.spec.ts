import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const FOLDER = 'planted-by-the-boundary-test';

const forbidden = [
  ['a service does not import another service', 'services/scheduling/src', `import '@gongjian/directory';`],
  ['a service does not reach into another service', 'services/scheduling/src', `import '../../../directory/src/index.ts';`],
  ['the platform imports nothing of ours', 'libs/platform/src', `import '@gongjian/directory';`],
  ['the rules import nothing of ours', 'libs/rules/src', `import '@gongjian/platform';`],
  ['the rules import nothing that only a server or a browser has', 'libs/rules/src', `import 'node:fs';`],
  ['the gateway does not decide by rules', 'services/gateway/src', `import '@gongjian/rules';`],
  ['the shared components know no API', 'libs/ui/src', `import '@gongjian/api';`],
  ['the portal does not import server code', 'apps/portal/src', `import '@gongjian/platform';`],
  ['a feature of the portal does not import another', 'apps/portal/src/timeline', `import '../../resources/ResourcesPage.tsx';`],
  ['the gateway sees of a service only its definition', 'services/gateway/src', `import '../../../scheduling/src/booking/booking.service.ts';`],
] as const;

const allowed = [
  ['a service imports the platform', 'services/scheduling/src', `import '@gongjian/platform';`],
  ['a service imports the rules', 'services/scheduling/src', `import '@gongjian/rules';`],
  ['the portal imports the shared components, the API and the rules', 'apps/portal/src', `import '@gongjian/ui';\nimport '@gongjian/api';\nimport '@gongjian/rules';`],
] as const;

const cases = [...forbidden, ...allowed].map(([rule, at, source], index) => ({ rule, file: `${at}/${FOLDER}/case${index}.ts`, source }));
const fileOf = (rule: string) => cases.find((one) => one.rule === rule)!.file;
let broken: Set<string>;

function clear(): void {
  for (const { file } of cases) rmSync(file.slice(0, file.lastIndexOf('/')), { recursive: true, force: true });
}

/** The project's own rules over planted files: a rule that never fires would be a wish. */
beforeAll(() => {
  for (const { file, source } of cases) {
    mkdirSync(file.slice(0, file.lastIndexOf('/')), { recursive: true });
    writeFileSync(file, source);
  }
  const told = execFileSync('node_modules/.bin/depcruise', [...cases.map(({ file }) => file), '--config', '.dependency-cruiser.mjs', '--output-type', 'json'], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const { summary } = JSON.parse(told) as { summary: { violations: { from: string }[] } };
  broken = new Set(summary.violations.map((violation) => violation.from));
});
afterAll(clear);

describe('who may import whom, by Nx tag', () => {
  test.each(forbidden)('%s', (rule) => {
    expect(broken).toContain(fileOf(rule));
  });

  test.each(allowed)('%s', (rule) => {
    expect(broken).not.toContain(fileOf(rule));
  });
});
