import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { profile, until, useBrowser } from './browser/browser.ts';
import { type Made, Park } from './kit.ts';

useBrowser();

const row = (page: Page, name: string) => page.getByRole('table', { name: '资源列表' }).getByRole('link', { name });
const searched = (page: Page) => new URL(page.url()).searchParams.get('search');

/**
 * Somebody has typed into the search of a list and clicked on a row before the search began, which it does while the page of the row is
 * still on its way. The row is among those searched for: on a machine so slow that the search comes first it can be clicked all the same.
 */
async function leaving(): Promise<{ page: Page; machine: Made; arrive: () => void }> {
  const park = await Park.open();
  const [machine] = await Promise.all([park.resource('数控激光机'), park.resource('数控车床'), park.resource('牛头刨床')]);
  const page = await (await profile(park.administrator)).newPage();
  await page.goto('/resources');
  await row(page, '牛头刨床').waitFor();
  let arrive = () => undefined as void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/assets/ResourcePage-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  const asked = page.waitForRequest('**/assets/ResourcePage-*.js');
  // Both in one turn of the page: nothing of the search can come between them.
  await page.evaluate((name) => {
    const box = document.querySelector<HTMLInputElement>('main input[type=search]')!;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, '数控');
    box.dispatchEvent(new Event('input', { bubbles: true }));
    [...document.querySelectorAll<HTMLAnchorElement>('main a')].find((link) => link.textContent!.includes(name))!.click();
  }, machine.name);
  await asked;
  // Longer than a search waits for the next letter.
  await page.waitForTimeout(1000);
  return { page, machine, arrive };
}

describe('what was typed into the search of a list a moment ago', () => {
  it('does not call anybody back from the row that they have clicked', async () => {
    const { page, machine, arrive } = await leaving();
    arrive();
    await page.waitForURL(`**/resources/${machine.id}`);
    await page.getByRole('heading', { name: machine.name }).first().waitFor();
    expect(searched(page)).toBeNull();
  });

  it('is searched for by whoever stays on the list after all', async () => {
    const { page, machine, arrive } = await leaving();
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '资源台账' }).click();
    await until(() => searched(page), (search) => search === '数控');
    await row(page, '牛头刨床').waitFor({ state: 'detached' });
    await row(page, machine.name).waitFor();
    expect(await page.getByRole('searchbox', { name: /^名称、拼音/ }).inputValue()).toBe('数控');
    arrive();
  });
});
