import { OPERATIONS } from '../booking/words.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const RECENT = 80;
const WEIGHTS = { create: 50, move: 18, cancel: 18, restore: 6, decide: 8 };
/** Answers that are no fault: somebody else was faster. */
const FAIR = ['BOOKING_CLOSED', 'BOOKING_OVER', 'ALREADY_DECIDED', 'RESTORE_TOO_LATE', 'NOT_FOUND', 'FORBIDDEN'];

/** People of two consortia who book what was lent to them, by the product's door, while the mass goes at the same books. */
export class Crowd {
  counts = {};
  faults = [];
  refusals = {};
  #known = [];

  constructor({ world, chance, door, url }) {
    Object.assign(this, { world, chance, door, url });
  }

  async run(tries, clients) {
    let left = tries;
    const client = async () => {
      while (left-- > 0) await this.#oneTry(this.chance.weighted(WEIGHTS));
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  #aTime() {
    const start = (Math.floor(Date.now() / DAY) + 2 + this.chance.below(80)) * DAY + this.chance.below(22) * HOUR;
    return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + (1 + this.chance.below(4)) * (HOUR / 2)).toISOString() };
  }

  async #oneTry(kind) {
    const { chance, world } = this;
    const booking = kind === 'create' ? null : this.#known.length > 0 ? chance.pick(this.#known) : null;
    if (!booking) {
      const { lending, resourceIds } = chance.pick(world.pools);
      // Now and then of two clauses at once.
      const other = chance.next() < 0.3 ? chance.pick(world.pools.filter((pool) => pool.lending === lending && pool.resourceIds !== resourceIds)) : null;
      const wanted = [...chance.some(resourceIds, 1 + chance.below(2)), ...(other ? chance.some(other.resourceIds, 1) : [])];
      const input = { title: '接口实训', purpose: 'PRACTICE_TEACHING', organisationId: lending.taker.id, resourceIds: wanted, ...this.#aTime() };
      return this.#make('create', lending, lending.taker.who.cookie, 'createBooking', { input });
    }
    const { id, version, lending } = booking;
    const who = lending.taker.who.cookie;
    switch (kind) {
      case 'move':
        return this.#make(kind, lending, who, 'updateBooking', { id, version, input: this.#aTime() });
      case 'cancel':
        return this.#make(kind, lending, who, 'cancelBooking', { id, version, reason: '改期' });
      case 'restore':
        return this.#make(kind, lending, who, 'restoreBooking', { id, version });
      default:
        return this.#make(kind, lending, world.giver.who.cookie, 'decideBooking', { id, ...(chance.next() < 0.7 ? { decision: 'APPROVE' } : { decision: 'REJECT', reason: '检修' }) });
    }
  }

  async #make(kind, lending, cookie, operation, variables) {
    const { status, data, errors } = await this.door.ask(this.url, cookie, OPERATIONS[operation], variables);
    const answer = errors ? null : data?.[operation];
    const count = (outcome) => {
      const counts = (this.counts[kind] ??= { accepted: 0, refused: 0, conflict: 0, late: 0, fault: 0 });
      counts[outcome]++;
    };
    if (status === 200 && answer) {
      if (answer.__typename === 'Booking') this.#note(answer, lending);
      for (const { code } of answer.reasons ?? []) this.refusals[code] = (this.refusals[code] ?? 0) + 1;
      return count(answer.__typename === 'Booking' ? 'accepted' : answer.__typename === 'BookingConflict' ? 'conflict' : 'refused');
    }
    const code = errors?.[0]?.extensions?.code ?? `HTTP ${status}`;
    if (status < 500 && status > 0 && FAIR.includes(code)) return count('late');
    this.faults.push({ kind, status, code, message: errors?.[0]?.message });
    return count('fault');
  }

  #note({ id, version }, lending) {
    const known = this.#known.find((one) => one.id === id);
    if (known) known.version = Math.max(known.version, version);
    else this.#known.push({ id, version, lending });
    if (this.#known.length > RECENT) this.#known.shift();
  }
}
