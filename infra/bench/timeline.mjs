import { chromium } from 'playwright-core';
import { executable } from '../../apps/portal-e2e/src/browser/executable.ts';
import { as } from '../test/product.mjs';
import { quantile } from '../prove/common/numbers.mjs';
import { fillBookings } from './booking/fill.mjs';
import { prepareGround } from './booking/ground.mjs';

export const about = 'how smoothly the timeline scrolls with 1,000 resources and 10,000 bookings in range, in a browser without a graphics card';
export const options = { seconds: { type: 'string', default: '6' } };

const RESOURCES = 1000;
/** Half of them are in the two weeks that are shown. */
const BOOKINGS = 24_000;
const IN_RANGE = `select count(distinct booking_id)::int as bookings from scheduling.allocation
  where booking_id is not null and starts_at < date_trunc('week', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' + interval '14 days' and ends_at > date_trunc('week', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`;

/** Scrolls down and up again by the wheel, as a hand does it, and counts the frames that the page comes to draw. */
export async function measure(bed) {
  const database = await bed.database();
  const product = await bed.product({ database });
  const ground = await prepareGround(product, database, RESOURCES, `name = '设备' || lpad(n::text, 4, '0'), name_key = lpad(n::text, 5, '0')`);
  await fillBookings(database, ground, BOOKINGS, { back: 13, ahead: 15 });
  // The page names who asked for each; what is filled in says nobody.
  await as(database.url, (client) => client.query('update scheduling.booking set requested_by_id = $1', [ground.personId]));
  const [{ bookings }] = await as(database.url, async (client) => (await client.query(IN_RANGE)).rows);

  const { path, env } = executable();
  const browser = await chromium.launch({ executablePath: path, env: { ...process.env, ...env }, args: ['--no-sandbox', '--disable-gpu'] });
  bed.keep(() => browser.close());
  const context = await browser.newContext({ baseURL: product.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: 'gj_session', value: ground.personCookie.slice(ground.personCookie.indexOf('=') + 1), url: product.url, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  const opened = performance.now();
  await page.goto('/timeline?view=weeks&kind=EQUIPMENT');
  await page.getByRole('button', { name: /已确认/ }).first().waitFor();
  const shown = performance.now() - opened;
  const rows = await page.getByRole('grid').getAttribute('aria-rowcount');
  await page.mouse.move(900, 500);

  await page.evaluate(() => {
    window.frames_ = [];
    let before = performance.now();
    const count = (now) => {
      window.frames_.push(now - before);
      before = now;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const until = performance.now() + 1000 * bed.number('seconds');
  let [way, empty, looked] = [1, 0, 0];
  while (performance.now() < until) {
    for (let notch = 0; notch < 12; notch++) {
      await page.mouse.wheel(0, 120 * way);
      await page.waitForTimeout(16);
    }
    way = looked % 4 === 3 ? -way : way;
    looked++;
    if ((await page.getByRole('rowheader').count()) === 0) empty++;
  }
  const frames = await page.evaluate(() => window.frames_.slice(2));
  const total = frames.reduce((sum, frame) => sum + frame, 0);

  bed.report.section(`Two weeks of ${RESOURCES.toLocaleString('en')} resources, ${bookings.toLocaleString('en')} bookings in range`);
  bed.report.line('bookings in range', bookings, { atLeast: 10_000 });
  bed.report.line('rows of the grid', Number(rows), { atLeast: RESOURCES });
  bed.report.line('from the address to the first bars', shown, { unit: ' ms' });
  bed.report.line('frames per second while scrolling', (frames.length / total) * 1000, { atLeast: 30 });
  bed.report.line('time of a frame, p95', quantile(frames, 0.95), { atMost: 50, unit: ' ms' });
  bed.report.line('frames of more than a tenth of a second, in a hundred', (100 * frames.filter((frame) => frame > 100).length) / frames.length, { atMost: 1 });
  bed.report.line(`looks of ${looked} that found no rows`, empty, { exactly: 0 });
}
