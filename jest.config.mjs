/** Sources are read as they are: SWC takes the types away, packages are found by their `source` export. */
const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@gongjian/)'],
  modulePathIgnorePatterns: ['/dist/', '/\\.nx/'],
};

/** Everything that the schema takes and gives, asked for by many people. */
const ISOLATION = ['/gateway/test/isolation.spec.ts', '/scheduling/test/foreign.spec.ts'];
const product = { globalSetup: './infra/test/setup.mjs', globalTeardown: './infra/test/teardown.mjs' };

const KEYBOARD = '/portal-e2e/src/keyboard[^/]*\\.spec\\.ts';
/** One browser for all, and a new profile for each test. */
const stories = { globalSetup: './infra/test/browser-setup.mjs', globalTeardown: './infra/test/browser-teardown.mjs', testEnvironment: './infra/test/browser-environment.mjs', testSequencer: '<rootDir>/infra/test/sequencer.mjs', testMatch: ['<rootDir>/apps/portal-e2e/src/**/*.spec.ts'] };

const projects = {
  unit: { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{libs,services,apps,infra}/**/src/**/*.spec.ts', '<rootDir>/infra/**/*.spec.ts'], testPathIgnorePatterns: ['/portal-e2e/'] },
  // What the platform promises by itself is the same whether its hosts are one process or many.
  api: { ...shared, ...product, displayName: 'api', testSequencer: '<rootDir>/infra/test/sequencer.mjs', testPathIgnorePatterns: ISOLATION, testMatch: ['<rootDir>/services/*/test/**/*.spec.ts', ...(process.env.GONGJIAN_MODE === 'services' ? [] : ['<rootDir>/libs/platform/test/**/*.spec.ts'])] },
  // Minutes of work, and subgraphs of its own.
  isolation: { ...shared, ...product, displayName: 'isolation', testMatch: ISOLATION.map((spec) => `<rootDir>/services${spec}`) },
  browser: { ...shared, ...stories, displayName: 'browser', testPathIgnorePatterns: [KEYBOARD] },
  // Every control of every door and dialog, come to by Tab.
  keyboard: { ...shared, ...stories, displayName: 'keyboard', testMatch: ['<rootDir>/apps/portal-e2e/src/**/keyboard*.spec.ts'] },
};

/** One suite a run, chosen by SUITE: they need different things to be started first. */
const suite = process.env.SUITE ?? 'unit';

export default {
  ...projects[suite],
  // More than there are processors: these tests wait for rounds, mails and pages much of the time.
  maxWorkers: suite === 'unit' ? 2 : 3,
  testTimeout: ['browser', 'keyboard'].includes(suite) ? 90_000 : 30_000,
};
