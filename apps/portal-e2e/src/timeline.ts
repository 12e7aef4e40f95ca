import type { Locator, Page } from 'playwright-core';
import { nextWeek } from './kit.ts';

/** What the week view shows of a day. */
const OPENS = 7;
const CLOSES = 22;

/** The timeline of next week, as a hand with a mouse works with it. */
export class Timeline {
  constructor(readonly page: Page) {}

  static async of(page: Page, resource: string): Promise<Timeline> {
    const timeline = new Timeline(page);
    await timeline.row(resource).locator('[data-track]:not(.tl-loading)').waitFor();
    return timeline;
  }

  /** Where it is opened. */
  static readonly path = `/timeline?day=${nextWeek(1)}`;

  row(resource: string): Locator {
    return this.page.getByRole('grid', { name: '资源时间轴' }).getByRole('row').filter({ has: this.page.getByRole('rowheader').getByText(resource, { exact: true }) });
  }

  bar(resource: string, title: string): Locator {
    return this.row(resource).getByRole('button', { name: title });
  }

  /** The place of a time in a row, a little behind it, so that it is the step that begins there. */
  async spot(resource: string, weekday: number, time: string): Promise<{ x: number; y: number }> {
    const box = (await this.row(resource).locator('[data-track]').boundingBox())!;
    const [hour, minute] = time.split(':').map(Number) as [number, number];
    const share = weekday - 1 + (hour + minute / 60 - OPENS) / (CLOSES - OPENS);
    return { x: box.x + (share * box.width) / 7 + 1, y: box.y + box.height / 2 };
  }

  /** Presses, moves and lets go. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 3 });
    await mouse.up();
  }

  /** Pulls a bar by so many hours, and onto another row when one is given. */
  async move(resource: string, title: string, hours: number, onto = resource): Promise<void> {
    const bar = (await this.bar(resource, title).boundingBox())!;
    const track = (await this.row(resource).locator('[data-track]').boundingBox())!;
    const target = (await this.row(onto).locator('[data-track]').boundingBox())!;
    const from = { x: bar.x + bar.width / 2, y: bar.y + bar.height / 2 };
    await this.drag(from, { x: from.x + (hours / (CLOSES - OPENS)) * (track.width / 7), y: target.y + target.height / 2 });
  }
}
