import { chromium } from 'playwright-core';
import { executable, launching } from '../../apps/portal-e2e/src/browser/executable.ts';
import setup from './setup.mjs';
import teardown from './teardown.mjs';

/** Once for all files: the product, and one browser, which every test opens profiles of its own in. */
export default async function browserSetup() {
  await setup();
  try {
    globalThis.gongjianBrowser = await chromium.launchServer({ host: '127.0.0.1', ...launching(executable()) });
  } catch (error) {
    await teardown();
    throw error;
  }
  process.env.GONGJIAN_BROWSER = globalThis.gongjianBrowser.wsEndpoint();
}
