import { logger } from './log.ts';
import { rest } from './pace.ts';
import type { Platform } from './platform.ts';

/** Something that is looked after again and again, by every process that has it. Whatever it does, two may do it at once. */
export interface Round {
  name: string;
  everySeconds: number;
  run(platform: Platform, now: Date): Promise<void>;
  /** What a run left behind is waited for when the process stops. */
  settle?(platform: Platform): Promise<void>;
}

/** Goes its rounds: each by itself, never twice at the same time within a process. */
export class Rounds {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly platform: Platform,
    private readonly rounds: readonly Round[],
  ) {}

  work(): void {
    for (const round of this.rounds) this.plan(round);
  }

  private plan(round: Round): void {
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const run = round
        .run(this.platform, new Date())
        .catch((error: unknown) => logger.error(round.name, error))
        .finally(() => {
          this.running.delete(run);
          this.plan(round);
        });
      this.running.add(run);
    }, rest(round.everySeconds * 1000));
    this.timers.add(timer);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.running);
    await Promise.all(this.rounds.map((round) => round.settle?.(this.platform)));
  }
}
