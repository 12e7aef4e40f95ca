import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { still } from './axe.ts';

declare global {
  interface Window {
    /** How an element and what is around it look at this moment. */
    lookOf?: (element: Element) => string;
    /** The same before anything was come to, by number. */
    looks?: Map<string, string>;
  }
}

export interface Reached {
  /** Controls that Tab does not come to, by what they are called. */
  missed: string[];
  /** Those on which nobody sees that they are there. */
  unseen: string[];
  /** What Tab comes to beside the dialog that is open. */
  outside: string[];
  count: number;
}

/** What shows where one is may be drawn by the element, by what it stands in, or by the frame beside it. */
const look = () => {
  window.lookOf = (element) =>
    [element, element.parentElement, element.parentElement?.parentElement, element.parentElement?.querySelector('fieldset'), element.querySelector('*'), element.closest('label')]
      .map((each) => {
        if (!each) return '';
        const { outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor, borderColor, borderWidth } = getComputedStyle(each);
        return [outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineColor} ${outlineWidth}`, boxShadow, backgroundColor, borderColor, borderWidth].join();
      })
      .join('|');
};

/**
 * Goes through the page, or the dialog that is open, by Tab from its beginning, and says what was not reached. Of a group that is
 * walked through by arrows (tabs, radio buttons, rows, menus) one member is enough.
 */
export async function walk(page: Page, isSecond = false): Promise<Reached> {
  await page.evaluate(look);
  await page.evaluate(async () => {
    (document.activeElement as HTMLElement | null)?.blur();
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  });
  await still(page);
  const expected = await page.evaluate(() => {
    // The list of a field that one chooses in is opened by arrows.
    const GROUPS = '[role=tablist],[role=radiogroup],[role=group][aria-label],[role=grid],[role=menu],[role=listbox],[role=toolbar],table,fieldset,.MuiAutocomplete-endAdornment';
    const interactive = [...document.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary,[role=button],[role=tab],[role=checkbox],[role=switch],[role=combobox],[tabindex]')];
    // Of radio buttons the chosen one is come to.
    const beside = (element: HTMLElement) => element instanceof HTMLInputElement && element.type === 'radio' && !element.checked && interactive.some((other) => other instanceof HTMLInputElement && other.name === element.name && other.checked);
    const shown = interactive.filter((element) => {
      const box = element.getBoundingClientRect();
      const disabled = (element as HTMLButtonElement).disabled || element.getAttribute('aria-disabled') === 'true' || element.closest('[inert],[aria-hidden=true]');
      return !disabled && !beside(element) && element.checkVisibility() && box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden' && !(element instanceof HTMLInputElement && element.type === 'hidden');
    });
    window.looks = new Map();
    for (const [number, element] of shown.entries()) {
      element.dataset.walk = String(number);
      window.looks.set(String(number), window.lookOf!(element));
    }
    // Taken out of the order on purpose: another member of its group is in it, or what it does is done by a control beside it.
    return shown.filter((element) => element.tabIndex >= 0 || !element.closest(GROUPS)).filter((element) => element.tabIndex >= 0 || !['DIV', 'MAIN'].includes(element.tagName)).map((element) => [element.dataset.walk!, (element.getAttribute('aria-label') ?? element.textContent ?? element.getAttribute('name') ?? '').trim().slice(0, 40) || element.outerHTML.slice(0, 90), element.tabIndex] as const);
  });
  const reached = new Set<string>();
  const unseen: string[] = [];
  const outside: string[] = [];
  for (let presses = 0; presses < expected.length * 2 + 40; presses++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(async () => {
      const element = document.activeElement as HTMLElement | null;
      const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1);
      const name = (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim().slice(0, 40) || (element?.outerHTML.slice(0, 90) ?? '');
      if (!element || element === document.body) return dialog ? { id: '', drawn: true, out: true, name: 'body' } : null;
      const id = element.dataset.walk ?? '';
      const drawn = () => !id || window.lookOf!(element) !== window.looks!.get(id);
      // Frames change their colour by and by.
      for (let frames = 0; !drawn() && frames < 40; frames++) await new Promise(requestAnimationFrame);
      return { id, drawn: drawn(), out: Boolean(dialog && !dialog.contains(element)), name };
    });
    // Between the end of the page and its beginning, where one comes by who has begun in the middle.
    if (!now) continue;
    if (now.out) outside.push(now.name);
    if (now.id && reached.has(now.id)) break;
    if (now.id) reached.add(now.id);
    if (!now.drawn) unseen.push(now.name);
  }
  // What has gone meanwhile, such as a message that was read, is not missed.
  const there = new Set(await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-walk]')].map((element) => element.dataset.walk!)));
  // All of it has gone: what the page still waited for came and took its place, and that is what has to be walked through.
  if (there.size === 0 && expected.length > 0 && !isSecond) return walk(page, true);
  return { missed: expected.filter(([id]) => there.has(id) && !reached.has(id)).map(([, name, index]) => `${name} (${index})`), unseen: [...new Set(unseen)], outside: [...new Set(outside)], count: reached.size };
}

/** Comes to a control by Tab alone, from wherever one is, and sees that one is there. */
export async function reach(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  await page.evaluate(look);
  // It is looked for by its name once, and again when another stands in its place.
  let handle = await control.elementHandle();
  const here = async () => {
    const [there, focused] = await handle!.evaluate((element) => [element.isConnected, element === document.activeElement]);
    if (!there) handle = await control.elementHandle();
    return focused;
  };
  if (await here()) return;
  const before = await control.evaluate((element) => window.lookOf!(element));
  for (let presses = 0; !(await here()); presses++) {
    if (presses === 250) throw new Error(`Tab does not come to ${String(control)}`);
    await page.keyboard.press('Tab');
  }
  const drawn = await control.evaluate(async (element, plain) => {
    for (let frames = 0; window.lookOf!(element) === plain && frames < 40; frames++) await new Promise(requestAnimationFrame);
    return window.lookOf!(element) !== plain;
  }, before);
  if (!drawn) throw new Error(`Nobody sees that they are on ${String(control)}`);
}

/** Comes to a control and presses a key on it. */
export async function press(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await reach(page, control);
  await page.keyboard.press(key);
}

/** Comes to a field and writes in it, in place of what is there: Tab has chosen all of it, or Control-A does. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Comes to a field that one chooses in, opens its list and takes a choice by arrows. */
export async function choose(page: Page, field: Locator, name: string | RegExp): Promise<void> {
  await press(page, field);
  const wanted = page.getByRole('option', { name, exact: typeof name === 'string' });
  await wanted.waitFor();
  const chosen = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await chosen()); presses++) {
    if (presses === 60) throw new Error(`Arrows do not come to ${String(name)}`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await wanted.waitFor({ state: 'detached' });
}

/** Opens something by keyboard and waits for its dialog. */
export async function opening(page: Page, opener: Locator, name?: string | RegExp): Promise<Locator> {
  await press(page, opener);
  const dialog = page.getByRole('dialog', name === undefined ? undefined : { name, exact: typeof name === 'string' }).last();
  await dialog.waitFor();
  return dialog;
}

/** After a dialog has done its work Tab goes on within the page's content, or to what is told about it, and not at the document's beginning. */
export async function goesOn(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main,[role=status]') ? 'on the page' : (document.activeElement?.outerHTML.slice(0, 90) ?? 'nowhere'))).toBe('on the page');
}

/** Comes to a group of which one is chosen, and walks by arrows to another choice. */
export async function pick(page: Page, group: Locator, name: string): Promise<void> {
  await group.waitFor();
  const inside = () => group.evaluate((element) => element.contains(document.activeElement));
  for (let presses = 0; !(await inside()); presses++) {
    if (presses === 250) throw new Error(`Tab does not come to ${String(group)}`);
    await page.keyboard.press('Tab');
  }
  const wanted = group.getByRole('button', { name }).or(group.getByRole('radio', { name }));
  for (let presses = 0; !(await wanted.evaluate((element) => element === document.activeElement)); presses++) {
    if (presses === 10) throw new Error(`Arrows do not come to ${name}`);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Space');
}

/** All that is in the open page or dialog is come to, one sees where one is, and a dialog lets nobody out. */
export async function walkable(page: Page): Promise<void> {
  const { missed, unseen, outside, count } = await walk(page);
  expect({ missed, unseen, outside }).toEqual({ missed: [], unseen: [], outside: [] });
  expect(count).toBeGreaterThan(0);
}
