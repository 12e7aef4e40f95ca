import { describe, expect, test } from '@jest/globals';
import { assignLanes, laneBox, rowHeight } from './lanes.ts';
import { GROUP_HEIGHT, layoutRows, neighbourRow, placeWindow, resourcesBetween, rowIndexAt, rowWindow } from './layout.ts';
import { aBar, aResource } from './testing.ts';

const resources = Array.from({ length: 1000 }, (_, index) => aResource({ id: `r${index}`, group: index < 400 ? 'a' : 'b', groupLabel: index < 400 ? '甲' : '乙' }));
const one = () => 1;

describe('rows', () => {
  test('lie below each other without gaps, a heading before each group', () => {
    const { rows, indexOf, height } = layoutRows(resources, one, true);
    expect(rows).toHaveLength(1002);
    expect(rows[0]).toMatchObject({ type: 'group', label: '甲', count: 400, height: GROUP_HEIGHT });
    expect(rows[401]).toMatchObject({ type: 'group', label: '乙', count: 600 });
    rows.slice(1).forEach((row, index) => expect(row.top).toBe(rows[index]!.top + rows[index]!.height));
    expect(height).toBe(1000 * 44 + 2 * GROUP_HEIGHT);
    expect(indexOf.get('r400')).toBe(402);
  });

  test('those that are still to come keep their room', () => {
    expect(layoutRows(resources.slice(0, 200), one, false, 800).height).toBe(1000 * 44);
    expect(layoutRows(resources.slice(0, 200), one, false, 800).loadedHeight).toBe(200 * 44);
  });

  test('are found by their place', () => {
    const { rows } = layoutRows(resources, one, false);
    expect(rowIndexAt(rows, 0)).toBe(0);
    expect(rowIndexAt(rows, 43.9)).toBe(0);
    expect(rowIndexAt(rows, 44)).toBe(1);
    expect(rowIndexAt(rows, 1_000_000)).toBe(999);
    expect(rowIndexAt([], 10)).toBe(0);
  });

  test('only those near the window are drawn', () => {
    const { rows } = layoutRows(resources, one, false);
    const [first, last] = rowWindow(rows, 4400, 5200);
    expect(first).toBeLessThanOrEqual(94);
    expect(last).toBeGreaterThanOrEqual(124);
    expect(last - first).toBeLessThan(45);
    expect(rowWindow([], 0, 500)).toEqual([0, -1]);
    // A few pixels on, nothing is drawn anew.
    expect(rowWindow(rows, 4404, 5204)).toEqual([first, last]);
  });

  test('the place window covers more than what is seen, in steps', () => {
    expect(placeWindow(0, 1000)).toEqual([-480, 1440]);
    expect(placeWindow(3, 1003)).toEqual([-480, 1440]);
  });
});

describe('across rows', () => {
  const { rows } = layoutRows(resources, one, true);

  test('a drag takes the resources between, headings not, twenty at most', () => {
    expect(resourcesBetween(rows, 399, 403, 20).map(({ id }) => id)).toEqual(['r398', 'r399', 'r400', 'r401']);
    expect(resourcesBetween(rows, 3, 1, 20).map(({ id }) => id)).toEqual(['r2', 'r1', 'r0']);
    expect(resourcesBetween(rows, 1, 900, 20)).toHaveLength(20);
  });

  test('keys step over headings and stop at the edges', () => {
    expect(neighbourRow(rows, 400, 1)).toBe(402);
    expect(neighbourRow(rows, 402, -1)).toBe(400);
    expect(neighbourRow(rows, 1, -1)).toBe(1);
    expect(neighbourRow(rows, 5, 10)).toBe(15);
    expect(neighbourRow(rows, 1000, 10)).toBe(1001);
  });
});

describe('lanes', () => {
  test('bars that do not overlap share one', () => {
    expect(assignLanes([aBar({ start: 0, end: 10 }), aBar({ start: 10, end: 20 })])).toEqual({ lane: [0, 0], count: 1 });
  });

  test('overlapping bars lie below each other and free lanes are used again', () => {
    const bars = [aBar({ start: 0, end: 30 }), aBar({ start: 5, end: 15 }), aBar({ start: 20, end: 40 })];
    expect(assignLanes(bars)).toEqual({ lane: [0, 1, 1], count: 2 });
  });

  test('a row grows with its lanes and holds them', () => {
    expect(rowHeight(1)).toBe(44);
    for (const lanes of [2, 3, 5]) {
      const { top, height } = laneBox(lanes - 1, lanes);
      expect(top + height).toBeLessThan(rowHeight(lanes));
    }
  });
});
