/** How many questions one statement answers. */
const MOST = 200;

interface Waiting<V> {
  answer(value: V | undefined): void;
  fail(error: unknown): void;
}

/**
 * Asks for many at once. Whoever comes while a statement is under way goes with the next one, so no answer is older than
 * its question, and a crowd costs hardly more statements than one. Nothing is remembered: what was taken away a moment ago,
 * by whichever process, is gone for the next request.
 */
export class AskedTogether<V> {
  private waiting = new Map<string, Waiting<V>[]>();
  private working = false;

  /** @param find the values of those keys that have one */
  constructor(private readonly find: (keys: string[]) => Promise<ReadonlyMap<string, V>>) {}

  ask(key: string): Promise<V | undefined> {
    return new Promise((answer, fail) => {
      const others = this.waiting.get(key);
      if (others) others.push({ answer, fail });
      else this.waiting.set(key, [{ answer, fail }]);
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.waiting.size > 0) await this.answerSome();
    this.working = false;
  }

  private async answerSome(): Promise<void> {
    const some = [...this.waiting].slice(0, MOST);
    for (const [key] of some) this.waiting.delete(key);
    try {
      const found = await this.find(some.map(([key]) => key));
      for (const [key, asking] of some) for (const { answer } of asking) answer(found.get(key));
    } catch (error) {
      for (const [, asking] of some) for (const { fail } of asking) fail(error);
    }
  }
}
