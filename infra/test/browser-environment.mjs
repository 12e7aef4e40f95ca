import { chromium } from 'playwright-core';
import { jestPart } from './jest-part.mjs';

const { TestEnvironment } = jestPart('@jest/core', 'jest-config', 'jest-environment-node');

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
