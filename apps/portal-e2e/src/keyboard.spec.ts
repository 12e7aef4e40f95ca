import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, operator } from '@gongjian/platform/testing';
import type { Page } from 'playwright-core';
import { drafted, parties } from './agreeing.ts';
import { useBrowser, visit } from './browser/browser.ts';
import { Park } from './kit.ts';

useBrowser();

let park: Park;
let both: Awaited<ReturnType<typeof parties>>;
let agreement: string;
let founder: Client;

beforeAll(async () => {
  park = await Park.open();
  both = await parties(park.consortium);
  agreement = await drafted(both, '设备共享协议', false);
  founder = await operator();
});

const as = { secretary: () => park.consortium.secretary, administrator: () => both.school, operator: () => founder, stranger: () => null };

/** Where people sign in, and where they administer: what is there before one has gone on. */
const PAGES: [who: keyof typeof as, path: string, sign: string | RegExp][] = [
  ['stranger', '/sign-in', '登录'], ['stranger', '/sign-in/find', '查找单位'], ['stranger', '/forgot', '忘记密码'], ['stranger', '/privacy', /隐私/],
  ['secretary', '/members', '成员单位'], ['secretary', '/people', '人员与角色'], ['secretary', '/people/invitations', '邀请'], ['secretary', '/people/invitations/list', '上传一份人员名单'],
  ['administrator', '/people/registrations', '自助注册'], ['secretary', '/settings', '联合体设置'], ['secretary', '/identity-providers', '统一身份认证'],
  ['secretary', '/calendar?owner=consortium', '校历'], ['secretary', '/holidays', '节假日'], ['secretary', '/audit', '审计记录'], ['secretary', '/audit/mine', '与我有关的记录'], ['secretary', '/data-protection', '数据保护'],
  ['administrator', '/developers', '接口密钥'], ['administrator', '/developers/webhooks', 'Webhook'], ['secretary', '/messages', '消息'], ['secretary', '/account/messages', '消息设置'],
  ['secretary', '/account/security', '登录会话'], ['secretary', '/account/data', '我的'], ['operator', '/', '联合体'], ['operator', '/found', '成立要求'], ['operator', '/outbox', '发件箱'],
  ['administrator', '/agreements', '设备共享协议'], ['administrator', '/pools', '五轴加工资源池'],
  ['administrator', '/agreements/network', '协议网络'], ['administrator', '/agreements/uses', '待决预约'], ['administrator', '/grants', '授权查询'], ['administrator', '/resources/shared', '外部共享资源'],
];

declare global {
  interface Window {
    /** How an element and what is around it look at this moment. */
    lookOf?: (element: Element) => string;
    /** The same before anything was come to, by number. */
    looks?: Map<string, string>;
  }
}

interface Reached {
  /** Controls that Tab does not come to, by what they are called. */
  missed: string[];
  /** Those on which nobody sees that they are there. */
  unseen: string[];
  count: number;
}

/**
 * Goes through the page by Tab from its beginning, and says what was not reached. Of a group that is walked through by arrows
 * (tabs, radio buttons, rows, menus) one member is enough.
 */
async function walk(page: Page): Promise<Reached> {
  const expected = await page.evaluate(async () => {
    (document.activeElement as HTMLElement | null)?.blur();
    for (let frames = 0; frames < 30; frames++) await new Promise(requestAnimationFrame);
    const GROUPS = '[role=tablist],[role=radiogroup],[role=group][aria-label],[role=grid],[role=menu],[role=listbox],[role=toolbar],table,fieldset';
    const interactive = [...document.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary,[role=button],[role=tab],[role=checkbox],[role=switch],[role=combobox],[tabindex]')];
    const shown = interactive.filter((element) => {
      const box = element.getBoundingClientRect();
      const disabled = (element as HTMLButtonElement).disabled || element.getAttribute('aria-disabled') === 'true' || element.closest('[inert],[aria-hidden=true]');
      return !disabled && box.width > 0 && getComputedStyle(element).visibility !== 'hidden' && !(element instanceof HTMLInputElement && element.type === 'hidden');
    });
    // What shows where one is may be drawn by the element, by what it stands in, or by the frame beside it.
    window.lookOf = (element) =>
      [element, element.parentElement, element.parentElement?.parentElement, element.parentElement?.querySelector('fieldset'), element.querySelector('*'), element.closest('label')]
        .map((each) => {
          if (!each) return '';
          const { outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor, borderColor, borderWidth } = getComputedStyle(each);
          return [outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineColor} ${outlineWidth}`, boxShadow, backgroundColor, borderColor, borderWidth].join();
        })
        .join('|');
    window.looks = new Map();
    for (const [number, element] of shown.entries()) {
      element.dataset.walk = String(number);
      window.looks.set(String(number), window.lookOf(element));
    }
    // Taken out of the order on purpose: another member of its group is in it, or what it does is done by a control beside it.
    return shown.filter((element) => element.tabIndex >= 0 || !element.closest(GROUPS)).filter((element) => element.tabIndex >= 0 || !['DIV', 'MAIN'].includes(element.tagName)).map((element) => [element.dataset.walk!, (element.getAttribute('aria-label') ?? element.textContent ?? element.getAttribute('name') ?? '').trim().slice(0, 40) || element.outerHTML.slice(0, 90), element.tabIndex] as const);
  });
  const reached = new Set<string>();
  const unseen: string[] = [];
  for (let presses = 0; presses < expected.length * 2 + 40; presses++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(async () => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return null;
      const id = element.dataset.walk ?? '';
      const drawn = () => !id || window.lookOf!(element) !== window.looks!.get(id);
      // Frames change their colour by and by.
      for (let frames = 0; !drawn() && frames < 40; frames++) await new Promise(requestAnimationFrame);
      return { id, drawn: drawn(), name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) || element.outerHTML.slice(0, 90) };
    });
    // Between the end of the page and its beginning, where one comes by who has begun in the middle.
    if (!now) continue;
    if (now.id && reached.has(now.id)) break;
    if (now.id) reached.add(now.id);
    if (!now.drawn) unseen.push(now.name);
  }
  return { missed: expected.filter(([id]) => !reached.has(id)).map(([, name, index]) => `${name} (${index})`), unseen: [...new Set(unseen)], count: reached.size };
}

describe('by keyboard alone', () => {
  it.each(PAGES)('%s comes on %s to everything, and sees where they are', async (who, path, sign) => {
    const page = await visit(as[who](), path);
    await page.getByText(sign).first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    const { missed, unseen, count } = await walk(page);
    expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
    expect(count).toBeGreaterThan(1);
  });

  it('would be told of a control that nobody comes to, and of one on which nobody sees that they are', async () => {
    const page = await visit(park.consortium.secretary, '/members');
    await page.getByText('成员单位').first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await page.evaluate(() => {
      const plain = new CSSStyleSheet();
      plain.replaceSync('* { outline: none !important; box-shadow: none !important; transition: none !important } a, button, input, [tabindex] { background: none !important; border-color: red !important } fieldset { border: none !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, plain];
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '添加单位')!;
      // It looks as before, and is asked for by no key.
      button.addEventListener('focus', () => button.blur());
      button.tabIndex = 0;
    });
    const { missed, unseen } = await walk(page);
    expect(missed).toEqual(['添加单位 (0)']);
    expect(unseen.length).toBeGreaterThan(5);
  });

  it.each([
    ['secretary', '/members', '添加单位'], ['secretary', '/people', '邀请人员'], ['secretary', '/people', '添加人员'], ['administrator', '/developers', '新建密钥'],
    ['administrator', '/agreements', '起草协议'], ['administrator', '/pools', '新建资源池'],
  ] as const)('%s opens on %s “%s”, stays within what has opened, and comes back to where they were', async (who, path, name) => {
    const page = await visit(as[who](), path);
    const opener = page.getByRole('button', { name, exact: true }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('whoever administers accepts and comments on an agreement', async () => {
    const page = await visit(both.enterprise, `/agreements/${agreement}`);
    await page.getByRole('button', { name: '接受 第 1 条' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '收回接受 第 1 条' }).waitFor();
    await page.getByLabel('提出意见').focus();
    await page.keyboard.type('同意');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('同意', { exact: true }).first().waitFor();
  });
});
