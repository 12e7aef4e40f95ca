import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Report } from './report.mjs';

/** How long one thing may take to stop before the next one is stopped, in milliseconds. */
const PATIENCE = 15_000;

/** Where a measure happens: what it started, what it found, and how it was asked to go. */
export class Bed {
  report = new Report();
  stopping = false;
  #stops = [];

  /** @param {Record<string, string | boolean | undefined>} options of the command line */
  constructor(options) {
    this.options = options;
  }

  /** A number of the command line. */
  number(name) {
    const value = Number(this.options[name]);
    if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} needs a number`);
    return value;
  }

  /** Remembers how something is stopped. The last that was started is the first to stop. */
  keep(stop) {
    this.#stops.push(stop);
    return stop;
  }

  /** A database of infra/test/product.mjs; its folder goes in any case, also when the server was gone before us. */
  async database(options) {
    const { startDatabase } = await import('../../test/product.mjs');
    const database = await startDatabase(options);
    this.takeSignals();
    this.keep(async () => {
      // A server that Ctrl-C has reached first tells nobody that it is gone.
      await Promise.race([database.stop(), wait(PATIENCE / 2)]);
      rmSync(database.folder, { recursive: true, force: true });
    });
    return database;
  }

  /** One process of the built product. */
  async product(options) {
    const { startProduct } = await import('../../test/product.mjs');
    const product = await startProduct(options);
    this.keep(() => product.stop());
    return product;
  }

  say(line) {
    process.stderr.write(`${line}\n`);
  }

  /**
   * Ctrl-C and SIGTERM end everything in order. The library that starts PostgreSQL listens too, and would end the
   * process before the products are stopped; so its ears are taken off.
   */
  takeSignals() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.removeAllListeners(signal);
      process.on(signal, () => void this.stop().then(() => process.exit(130)));
    }
  }

  stop() {
    this.stopping = true;
    this.ended ??= this.#stopAll();
    return this.ended;
  }

  async #stopAll() {
    for (const stop of this.#stops.reverse()) {
      await Promise.race([Promise.resolve(stop()).catch((error) => this.say(`stopping: ${error}`)), wait(PATIENCE)]);
    }
  }
}
