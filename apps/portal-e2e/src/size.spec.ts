import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { profile, useBrowser } from './browser/browser.ts';
import { Park } from './kit.ts';

useBrowser();

const KB = 1000;

/** The script that a first visit brings, in bytes after gzip, whatever the server and the browser have agreed upon. */
async function scripts(who: Client | null, path: string, arrived: (page: Page) => Promise<void>): Promise<{ bytes: number; plain: string[] }> {
  const page = await (await profile(who)).newPage();
  const bodies: Promise<{ url: string; size: number; compressed: boolean }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    bodies.push(response.body().then((body) => ({ url: response.url(), size: gzipSync(body).length, compressed: body.length < 1024 || 'content-encoding' in response.headers() })));
  });
  await page.goto(path);
  await arrived(page);
  const all = await Promise.all(bodies);
  return { bytes: all.reduce((sum, { size }) => sum + size, 0), plain: all.filter(({ compressed }) => !compressed).map(({ url }) => url) };
}

/** Nothing is left to do, so nothing more will be fetched. */
const atRest = (page: Page) => page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));

describe('the portal', () => {
  it('brings at most 260 kB of script before sign-in, compressed', async () => {
    const { bytes, plain } = await scripts(null, '/', async (page) => {
      await page.getByRole('heading', { name: '登录共建' }).waitFor();
      await atRest(page);
    });
    expect(bytes).toBeGreaterThan(50 * KB);
    expect(bytes).toBeLessThanOrEqual(260 * KB);
    expect(plain).toEqual([]);
  });

  it('brings at most 400 kB of script to the timeline', async () => {
    const park = await Park.open();
    await park.resource('数控车床');
    const { bytes } = await scripts(park.administrator, '/timeline', async (page) => {
      await page.getByRole('rowheader', { name: '数控车床' }).waitFor();
      await atRest(page);
    });
    expect(bytes).toBeGreaterThan(100 * KB);
    expect(bytes).toBeLessThanOrEqual(400 * KB);
  });
});
