import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, expect } from '@jest/globals';
import { type Client } from '@gongjian/platform/testing';
import type { Browser, BrowserContext, BrowserContextOptions, Download, Page } from 'playwright-core';

declare global {
  /** The one that all files share: infra/test/browser-environment.mjs. */
  var browser: Browser;
}

/** How long anything on a page may take to happen. Generous: it is only waited for in full when a test fails. */
export const PATIENCE = 30_000;

const url = () => process.env.GONGJIAN_URL!;

let contexts: BrowserContext[] = [];
let complaints: string[] = [];

/** Chromium says so itself whenever an answer is an error; what the page makes of it is what a test looks at. */
const ANSWERED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** A new profile for each test, in the browser that all share. A test fails when a page throws, complains or breaks the content policy. */
export function useBrowser(): void {
  afterEach(async () => {
    const [open, news] = [contexts, complaints.slice(told)];
    contexts = [];
    complaints = [];
    told = 0;
    if (process.env.PICTURES) await picture(open, process.env.PICTURES);
    await Promise.all(open.map((context) => context.close()));
    expect(news).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all([...windows.values()].map(async (page) => (await page).context().close()));
  });
}

let told = 0;

/** What pages have complained of in this test; whoever asks has taken note of it. */
export function heard(): string[] {
  const all = [...complaints];
  told = all.length;
  return all;
}

/** PICTURES=folder keeps what each test saw last. */
async function picture(open: readonly BrowserContext[], folder: string): Promise<void> {
  const name = expect.getState().currentTestName!.replace(/[^\w ]/g, '').slice(0, 80);
  await Promise.all(open.flatMap((context) => context.pages()).map((page, index) => page.screenshot({ path: `${folder}/${name} ${index + 1}.png` })));
}

export type Look = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'hasTouch' | 'isMobile' | 'timezoneId' | 'locale'>;

export const PHONE: Look = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A browser profile of somebody's own: of a stranger, or of one who has signed in. It ends with the test, unless it shall last. */
export async function profile(who: Client | null, look: Look = {}, lasts = false): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true, ...look });
  if (!lasts) contexts.push(context);
  context.setDefaultTimeout(PATIENCE);
  if (who) await context.addCookies([{ name: 'gj_session', value: who.cookie.slice(who.cookie.indexOf('=') + 1), url: url(), httpOnly: true, sameSite: 'Lax' }]);
  context.on('weberror', (error) => complaints.push(`${error.error().stack ?? error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !ANSWERED.test(message.text())) complaints.push(message.text());
  });
  return context;
}

/** A page of the portal, opened by somebody. */
export async function visit(who: Client | null, path = '/', look: Look = {}): Promise<Page> {
  const page = await (await profile(who, look)).newPage();
  await page.goto(path);
  return page;
}

const windows = new Map<string, Promise<Page>>();

/** A page of the portal in the window that somebody has open in this file already: its beginning is another test's matter, and most of the time. */
export async function again(who: Client | null, path = '/', look: Look = {}): Promise<Page> {
  const key = JSON.stringify([who?.cookie, look]);
  if (!windows.has(key)) windows.set(key, profile(who, look, true).then((context) => context.newPage()));
  const page = (await windows.get(key))!;
  await go(page, path);
  return page;
}

/** Leads a page that is open already elsewhere, as a link does: much sooner than by loading all anew, and nothing is left of what was open. */
async function go(page: Page, path: string): Promise<void> {
  if (page.url() === 'about:blank') return void (await page.goto(path));
  const follow = (to: string) =>
    page.evaluate((next) => {
      history.pushState(null, '', next);
      dispatchEvent(new PopStateEvent('popstate'));
    }, to);
  // By way of a page that stands outside of the shell and is the same for everybody.
  await follow('/privacy');
  await page.getByRole('heading', { name: '您的权利', exact: true }).waitFor();
  // What a tab keeps of the links of mails is the last visitor's.
  await page.evaluate(() => sessionStorage.clear());
  await follow(path);
}

/** What a file holds that a page has given to download. */
export const contentOf = async (download: Download): Promise<Buffer> => buffer(await download.createReadStream());

/** Waits until something is so. */
export async function until<T>(ask: () => Promise<T> | T, right: (answer: T) => boolean = Boolean, what = String(ask)): Promise<T> {
  const ends = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > ends) throw new Error(`It did not become so: ${what}; last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
