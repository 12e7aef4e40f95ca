import { chromium } from 'playwright-core';
import { executable } from '../../apps/portal-e2e/src/browser/executable.ts';
import setup from './setup.mjs';
import teardown from './teardown.mjs';

/** Once for all files: the product, and one browser, which every test opens profiles of its own in. */
export default async function browserSetup() {
  await setup();
  try {
    const { path, env } = executable();
    // Where no language is set, Chromium cannot write a file's Chinese name.
    globalThis.gongjianBrowser = await chromium.launchServer({ host: '127.0.0.1', executablePath: path, env: { ...process.env, LC_ALL: 'C.UTF-8', ...env }, args: ['--no-sandbox', '--disable-gpu'] });
  } catch (error) {
    await teardown();
    throw error;
  }
  process.env.GONGJIAN_BROWSER = globalThis.gongjianBrowser.wsEndpoint();
}
