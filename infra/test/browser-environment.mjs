import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

// It is part of jest, and not a package of ours.
const require = createRequire(createRequire(import.meta.url).resolve('jest/package.json'));
const { TestEnvironment } = createRequire(require.resolve('jest-config/package.json'))('jest-environment-node');

/** Hands the browser to the tests of a file. Out here the library that leads it is loaded once per worker, and not once per file. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.browser = await chromium.connect(process.env.GONGJIAN_BROWSER);
    this.global.browser = this.browser;
  }

  async teardown() {
    await this.browser?.close();
    await super.teardown();
  }
}
