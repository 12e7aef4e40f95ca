import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { AllocationStore } from './allocation-store.ts';
import type { TimelineAllocationFragment } from './timeline.generated.ts';

// The clock is moved by hand: a busy machine must not decide what was asked for.
beforeAll(() => void jest.useFakeTimers());
afterAll(() => void jest.useRealTimers());
const rest = () => jest.advanceTimersByTimeAsync(100);
const found = (id: string, round: number) => ({ id: `${id}-${round}`, resource: { id } }) as TimelineAllocationFragment;

function aStore() {
  const asked: string[][] = [];
  let failing = false;
  const store = new AllocationStore((ids) => {
    asked.push(ids);
    return failing ? Promise.reject(new Error('down')) : Promise.resolve(ids.map((id) => found(id, asked.length)));
  });
  return { store, asked, fail: (on: boolean) => void (failing = on) };
}
const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => `r${from + index}`);

describe('what takes the resources on the screen', () => {
  test('is asked for where a scroll ends, in chunks', async () => {
    const { store, asked } = aStore();
    store.show(0, 10);
    for (let from = 0; from <= 300; from += 10) store.need(ids(from, 50));
    await rest();
    expect(asked.map((chunk) => chunk.length)).toEqual([40, 10]);
    expect(asked[0]![0]).toBe('r300');
    expect(store.snapshot().rows.get('r349')).toHaveLength(1);
  });

  test('is not asked for twice', async () => {
    const { store, asked } = aStore();
    store.show(0, 10);
    store.need(ids(0, 10));
    await rest();
    store.need(ids(5, 10));
    await rest();
    expect(asked).toEqual([ids(0, 10), ids(10, 5)]);
  });

  test('is read again after a change, when it is seen, and stays meanwhile', async () => {
    const { store, asked } = aStore();
    store.show(0, 10);
    store.need(ids(0, 3));
    await rest();
    store.need(['r0', 'r1']);
    store.changed(['r1', 'r2', 'r77']);
    expect(store.snapshot().rows.get('r1')).toEqual([found('r1', 1)]);
    await rest();
    expect(asked[1]).toEqual(['r1']);
    store.need(ids(0, 3));
    await rest();
    expect(asked[2]).toEqual(['r2']);
  });

  test('of a range seen before is there at once, and read again', async () => {
    const { store, asked } = aStore();
    store.show(0, 10);
    store.need(['r0']);
    await rest();
    store.show(10, 20);
    expect(store.snapshot().rows.size).toBe(0);
    await rest();
    store.show(0, 10);
    expect(store.snapshot().rows.get('r0')).toEqual([found('r0', 1)]);
    await rest();
    expect(asked).toHaveLength(3);
    expect(store.snapshot().rows.get('r0')).toEqual([found('r0', 3)]);
  });

  test('keeps what it has when the line is down, says so, and tries again when told', async () => {
    const { store, fail } = aStore();
    store.show(0, 10);
    store.need(['r0']);
    await rest();
    fail(true);
    store.changed(null);
    await rest();
    expect(store.snapshot().error).toBeInstanceOf(Error);
    expect(store.snapshot().rows.get('r0')).toEqual([found('r0', 1)]);
    fail(false);
    store.retry();
    await rest();
    expect(store.snapshot()).toMatchObject({ error: null });
  });
});
