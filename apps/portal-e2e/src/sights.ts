import { describe, expect, it } from '@jest/globals';
import type { Client } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { barriers } from './browser/axe.ts';
import { type Look, again } from './browser/browser.ts';

/** Something of the portal that people look at. */
export interface Sight {
  name: string;
  who?: () => Client | null;
  path: () => string;
  look?: Look;
  /** What has to be done, and be there, before one looks. */
  reach: (page: Page) => Promise<unknown>;
}

export const heading = (name: string) => (page: Page) => page.getByRole('heading', { name, exact: true }).first().waitFor();
export const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
export const opened = (name: string | RegExp, reply: string | RegExp) => async (page: Page) => {
  await button(page, name).click();
  await page.getByRole('dialog', { name: reply }).waitFor();
};

const OTHER = { light: 'dark', dark: 'light' } as const;
const schemes = new WeakMap<Page, keyof typeof OTHER>();

async function wear(page: Page, scheme: keyof typeof OTHER): Promise<void> {
  if (schemes.get(page) === scheme) return;
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-scheme=${scheme}]`).waitFor({ state: 'attached' });
  schemes.set(page, scheme);
}

/** Each sight by all rules in light or in dark, whichever its window wears, and then in the other, in which nothing else than the colours is another. */
export function nothingInTheWay(sights: readonly Sight[], usual: () => Client): void {
  describe('nothing stands in the way of anybody, in light and in dark:', () => {
    it.each(sights.map((sight) => [sight.name, sight] as const))('%s', async (_, { who = usual, path, look = {}, reach }) => {
      const page = await again(who(), path(), look);
      const first = schemes.get(page) ?? 'light';
      await wear(page, first);
      await reach(page);
      expect(await barriers(page)).toEqual([]);
      await wear(page, OTHER[first]);
      expect(await barriers(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
    });
  });
}
