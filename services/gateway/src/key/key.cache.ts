import type { KeyStanding } from './key.queries.ts';

const SIZE = 5000;

interface Entry {
  standing: KeyStanding | null;
  until: number;
}

/**
 * Remembers for moments what a key is worth, also that it is worth nothing: a program that goes on with an old key does
 * not ask the database each time. Whatever changes the answer is told by the database and forgets it here.
 */
export class KeyCache {
  private readonly entries = new Map<string, Entry>();
  private changes = 0;

  constructor(private readonly life = 2000) {}

  async get(key: string, find: () => Promise<KeyStanding | null>): Promise<KeyStanding | null> {
    const known = this.entries.get(key);
    if (known && known.until > Date.now()) return known.standing;
    const before = this.changes;
    const standing = await find();
    if (before === this.changes) {
      this.entries.delete(key);
      this.entries.set(key, { standing, until: Date.now() + this.life });
      if (this.entries.size > SIZE) this.entries.delete(this.entries.keys().next().value!);
    }
    return standing;
  }

  /** @param news as the directory's triggers write it: `key <id>` or `seat <consortium> <organisation>`; others are about people */
  evict(news: string): void {
    const [what, id, organisationId] = news.split(' ');
    if (what !== 'key' && what !== 'seat' && what !== 'consortium') return;
    this.changes++;
    for (const [key, { standing }] of this.entries) {
      const actor = standing?.actor;
      const concerned = !actor || (what === 'key' ? actor.key.id === id : actor.tenantId === id && (what === 'consortium' || actor.organisationId === organisationId));
      if (concerned) this.entries.delete(key);
    }
  }
}
