import { DomainError } from '../errors.ts';

/** How long anybody stands in line, in milliseconds: a little less than a gateway waits for its subgraphs. */
export const PATIENCE = 9000;

/**
 * Lets so many through at once, and the others in the order in which they came. A change holds what it locks until it is done: a
 * few that are done soon keep nobody waiting, while hundreds at once hold it for seconds each, and nobody gets anywhere.
 */
export class Turnstile {
  private readonly line: (() => void)[] = [];
  private inside = 0;

  constructor(private readonly most: number) {}

  /** @throws DATABASE_UNAVAILABLE after nine seconds in line */
  async pass<T>(run: () => Promise<T>): Promise<T> {
    if (this.inside < this.most) this.inside++;
    else await this.turn();
    try {
      return await run();
    } finally {
      const next = this.line.shift();
      if (next) next();
      else this.inside--;
    }
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        this.line.splice(this.line.indexOf(enter), 1);
        reject(new DomainError('DATABASE_UNAVAILABLE'));
      }, PATIENCE);
      this.line.push(enter);
    });
  }
}
