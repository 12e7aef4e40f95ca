const RECENT = 150;
const MINUTE = 60_000;

/** What the clients know of the bookings that they made: old enough to be wrong now and then, as with people. */
export class Ledger {
  /** By id, with the size of the bundle that was acknowledged. */
  bookings = new Map();
  maintenance = new Map();
  /** The last moment at which a hold that is known ends, in milliseconds. */
  lastHold = 0;
  #open = [];
  #cancelled = [];
  #blocks = [];

  /** @param by whoever asked for it, for the first time */
  note(booking, by) {
    const known = this.bookings.get(booking.id) ?? { id: booking.id, by, size: booking.allocations.length };
    // Answers overtake each other; an older one tells nothing.
    if (known.version >= booking.version) return;
    Object.assign(known, { version: booking.version, state: booking.state, startsAt: booking.startsAt, endsAt: booking.endsAt });
    known.resourceIds = booking.allocations.map(({ resource }) => resource.id);
    known.waiting = booking.approvals.filter(({ state }) => state === 'WAITING').map(({ owner }) => owner.id);
    this.bookings.set(booking.id, known);
    const hold = booking.state === 'PENDING' && booking.holdUntil ? Date.parse(booking.holdUntil) : 0;
    // Most holds last for hours; only those of what begins at once are waited for.
    if (hold < Date.now() + MINUTE) this.lastHold = Math.max(this.lastHold, hold);
    const open = booking.state === 'PENDING' || booking.state === 'CONFIRMED';
    keep(open ? this.#open : this.#cancelled, known);
  }

  noteBlock(maintenance) {
    this.maintenance.set(maintenance.id, maintenance);
    if (!maintenance.cancelled) keep(this.#blocks, maintenance);
  }

  /** One of those that were open when last heard of. */
  open(chance) {
    return this.#open.length > 0 ? chance.pick(this.#open) : null;
  }

  /** One that waits for an answer, as far as is known. */
  waiting(chance) {
    const waiting = this.#open.filter(({ state, waiting: owners }) => state === 'PENDING' && owners.length > 0);
    return waiting.length > 0 ? chance.pick(waiting) : null;
  }

  cancelled(chance) {
    return this.#cancelled.length > 0 ? chance.pick(this.#cancelled.slice(-20)) : null;
  }

  block(chance) {
    return this.#blocks.length > 0 ? chance.pick(this.#blocks) : null;
  }
}

function keep(list, one) {
  if (!list.includes(one)) list.push(one);
  if (list.length > RECENT) list.shift();
}
