import { createRequire } from 'node:module';

// It is part of jest, and not a package of ours.
const require = createRequire(createRequire(import.meta.url).resolve('jest/package.json'));
const { default: Sequencer } = createRequire(require.resolve('@jest/core'))('@jest/test-sequencer');

/** Files that look at or walk through many pages, or ask everybody everything, by a short list: long, however small. */
const LONG = /\/(pages-\w+|keyboard|keyboard-dialogs|permissions|registration)\.spec\.ts$/;

/** What takes longest begins first. Jest knows that from its last run, and in a clean clone guesses it by the size of a file. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => LONG.test(path)), ...sorted.filter(({ path }) => !LONG.test(path))];
  }
}
