import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { chromium } from 'playwright-core';
import { executable, launching, starts, variants } from './executable.ts';

const before = process.env.LD_LIBRARY_PATH;
let folder = '';

afterEach(() => {
  if (before === undefined) delete process.env.LD_LIBRARY_PATH;
  else process.env.LD_LIBRARY_PATH = before;
  rmSync(folder, { recursive: true, force: true });
});

/** As on a machine without NSS: what is found first under its name is no library. */
function withoutNss(): void {
  folder = mkdtempSync(join(tmpdir(), 'no-nss-'));
  for (const name of ['libnss3.so', 'libnssutil3.so', 'libnspr4.so']) writeFileSync(join(folder, name), '');
  process.env.LD_LIBRARY_PATH = folder;
}

describe('the browser from npm', () => {
  it('runs on a system that lacks its libraries, with those packed with it', async () => {
    withoutNss();
    const { system, packed } = variants();
    expect(starts(system)).toMatchObject({ ok: false, said: expect.stringContaining('libn') });
    expect(executable()).toEqual(packed);
    const browser = await chromium.launch(launching(packed));
    const page = await browser.newPage();
    await page.goto(process.env.GONGJIAN_URL!);
    await page.getByRole('heading', { name: '登录共建' }).waitFor();
    await browser.close();
  });
});
