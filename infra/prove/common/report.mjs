/** What was found, line by line, beside what it should be. */
export class Report {
  #lines = 0;
  #missed = [];

  section(title) {
    process.stdout.write(`\n${title}\n`);
  }

  /**
   * @param {string} name
   * @param {number | string} value
   * @param {{ exactly?: number, atMost?: number, atLeast?: number, unit?: string }} [target] a line without one only tells
   */
  line(name, value, target = {}) {
    const { exactly, atMost, atLeast, unit = '' } = target;
    const wanted = exactly !== undefined ? `${exactly}` : atMost !== undefined ? `at most ${atMost}` : atLeast !== undefined ? `at least ${atLeast}` : '';
    const met = exactly !== undefined ? value === exactly : atMost !== undefined ? value <= atMost : atLeast !== undefined ? value >= atLeast : true;
    this.#lines++;
    if (!met) this.#missed.push(name);
    const shown = typeof value === 'number' ? `${written(value)}${unit}` : value;
    process.stdout.write(`  ${name.padEnd(62)} ${shown.padStart(14)}   ${wanted ? `${wanted}${unit}`.padEnd(16) : ''.padEnd(16)} ${wanted ? (met ? 'ok' : 'MISSED') : ''}`.trimEnd() + '\n');
  }

  /** @returns whether everything was as it should be */
  end() {
    if (this.#lines === 0) this.#missed.push('nothing was measured');
    process.stdout.write(this.#missed.length === 0 ? '\nall as it should be\n' : `\n${this.#missed.length} missed: ${this.#missed.join('; ')}\n`);
    return this.#missed.length === 0;
  }
}

/** Counts whole, times and ratios with as many digits as mean something. */
function written(value) {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}
