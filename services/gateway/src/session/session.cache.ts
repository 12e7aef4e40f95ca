import type { Standing } from './session.queries.ts';

const SIZE = 5000;

interface Entry {
  standing: Standing;
  until: number;
}

/**
 * Remembers for moments who a token stands for, so that the dozen requests of one page ask the database once.
 * Whatever ends a session or changes its worth is told by the database and forgets it here.
 */
export class SessionCache {
  private readonly entries = new Map<string, Entry>();
  private changes = 0;

  constructor(private readonly life: number) {}

  get(key: string): Standing | null {
    const entry = this.entries.get(key);
    return entry && entry.until > Date.now() ? entry.standing : null;
  }

  /** What was true before something changed is not remembered: the answer may have been under way when the news came. */
  async remember(key: string, find: () => Promise<Standing | null>): Promise<Standing | null> {
    const before = this.changes;
    const standing = await find();
    if (standing && before === this.changes && this.life > 0) {
      this.entries.delete(key);
      this.entries.set(key, { standing, until: Date.now() + this.life });
      if (this.entries.size > SIZE) this.entries.delete(this.entries.keys().next().value!);
    }
    return standing;
  }

  /** @param news as the directory's triggers write it: `session <id>`, `person <id>`, `account <id>`, `consortium <id>` or `seat <consortium> <organisation>` */
  evict(news: string): void {
    const [what, id, organisationId] = news.split(' ');
    this.drop(({ standing: { actor } }) => {
      if (what === 'key') return false;
      if (what === 'session') return actor.sessionId === id;
      if (what === 'person') return actor.personId === id;
      if (what === 'account') return actor.accountId === id;
      if (what === 'consortium') return actor.tenantId === id;
      if (what === 'seat') return actor.tenantId === id && actor.organisationId === organisationId;
      return true;
    });
  }

  forget(key: string): void {
    this.changes++;
    this.entries.delete(key);
  }

  private drop(matches: (entry: Entry) => boolean): void {
    this.changes++;
    for (const [key, entry] of this.entries) if (matches(entry)) this.entries.delete(key);
  }
}
