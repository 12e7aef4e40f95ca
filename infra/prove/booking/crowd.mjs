import { FAIR, OPERATIONS } from './words.mjs';
import { TRIES, takeAlternative, WEIGHTS } from './tries.mjs';

/** How often somebody who was refused takes one of the alternatives. */
const TAKES = 0.3;

/** Many clients that want the same things at once, through several processes. */
export class Crowd {
  /** Outcome by kind: { create: { accepted, refused, conflict, late } }. */
  counts = {};
  /** Answers that no user should ever see. */
  faults = [];
  milliseconds = [];
  /** Ids of bookings and maintenance of which a client was told that they were made. */
  fewAlternatives = 0;

  /** @param {{ world: object, ledger: object, chance: object, door: object, urls: string[] }} parts */
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Makes so many tries with so many clients at once. */
  async run(tries, clients) {
    let left = tries;
    const client = async () => {
      while (left-- > 0) await this.#oneTry();
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  async #oneTry() {
    const { world, ledger, chance } = this;
    const kind = chance.weighted(WEIGHTS);
    const tried = TRIES[kind](world, ledger, chance);
    // Nothing to move or cancel yet: book something.
    if (!tried) return this.make('create', TRIES.create(world, ledger, chance));
    const answer = await this.make(kind, tried);
    if (answer?.__typename === 'BookingRefusal' && kind === 'create' && answer.alternatives.length > 0 && chance.next() < TAKES) {
      await this.make('take an alternative', takeAlternative(answer, tried, chance));
    }
  }

  /** @returns the answer, null when it was an error */
  async make(kind, { by, operation, variables }) {
    const result = await this.door.ask(this.chance.pick(this.urls), by.cookie, OPERATIONS[operation], variables);
    this.milliseconds.push(result.milliseconds);
    const answer = result.errors ? null : result.data?.[operation];
    this.#count(kind, this.#outcome(kind, result, answer, variables));
    if (answer?.__typename === 'Booking') this.ledger.note(answer, by);
    else if (answer?.__typename === 'Maintenance') this.ledger.noteBlock(answer);
    return answer;
  }

  #outcome(kind, { status, errors }, answer, variables) {
    if (status === 200 && answer) {
      if (answer.__typename === 'BookingConflict') return 'conflict';
      if (answer.__typename === 'MaintenanceHits') return 'refused';
      if (answer.__typename === 'BookingRefusal' || answer.reasons?.length > 0) {
        if (answer.alternatives.length < 3) this.fewAlternatives++;
        return 'refused';
      }
      return 'accepted';
    }
    const code = errors?.[0]?.extensions?.code ?? errors?.[0]?.message ?? `HTTP ${status}`;
    if (status < 500 && FAIR[kind]?.includes(code)) return code === 'STALE_VERSION' ? 'conflict' : 'late';
    this.faults.push({ kind, status, code, message: errors?.[0]?.message, variables });
    return 'fault';
  }

  #count(kind, outcome) {
    const counts = (this.counts[kind] ??= { accepted: 0, refused: 0, conflict: 0, late: 0, fault: 0 });
    counts[outcome]++;
  }
}
