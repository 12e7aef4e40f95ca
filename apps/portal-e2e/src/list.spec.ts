import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { profile, until, useBrowser } from './browser/browser.ts';
import { type Made, Park } from './kit.ts';

useBrowser();

const row = (page: Page, name: string) => page.getByRole('table', { name: '资源列表' }).getByRole('link', { name });
const searched = (page: Page) => new URL(page.url()).searchParams.get('search');

/**
 * Somebody has typed into the search of a list and clicked on a row before the search began, which it does while the page of the row is
 * still on its way. Time stands still in the browser, so that this is the order whatever the machine is busy with.
 */
async function leaving(): Promise<{ page: Page; machine: Made; arrive: () => void }> {
  const park = await Park.open();
  const [machine] = await Promise.all([park.resource('激光切割机'), park.resource('数控车床')]);
  const page = await (await profile(park.administrator)).newPage();
  await page.clock.install();
  await page.goto('/resources');
  await row(page, '激光切割机').waitFor();
  let arrive = () => undefined as void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/assets/ResourcePage-*.js', async (route) => {
    await arrived;
    await route.continue().catch(() => undefined);
  });
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await page.getByRole('searchbox', { name: /^名称、拼音/ }).fill('数控');
  await Promise.all([page.waitForRequest('**/assets/ResourcePage-*.js'), row(page, '激光切割机').click()]);
  await page.clock.runFor(1000);
  return { page, machine, arrive };
}

describe('what was typed into the search of a list a moment ago', () => {
  it('does not call anybody back from the row that they have clicked', async () => {
    const { page, machine, arrive } = await leaving();
    arrive();
    await page.clock.resume();
    await page.waitForURL(`**/resources/${machine.id}`);
    await page.getByRole('heading', { name: '激光切割机' }).first().waitFor();
    expect(searched(page)).toBeNull();
  });

  it('is searched for by whoever stays on the list after all', async () => {
    const { page, arrive } = await leaving();
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '资源台账' }).click();
    await page.clock.resume();
    await until(() => searched(page), (search) => search === '数控');
    await row(page, '激光切割机').waitFor({ state: 'detached' });
    await row(page, '数控车床').waitFor();
    expect(await page.getByRole('searchbox', { name: /^名称、拼音/ }).inputValue()).toBe('数控');
    arrive();
  });
});
