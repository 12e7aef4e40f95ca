import { jestPart } from './jest-part.mjs';

const { default: Sequencer } = jestPart('@jest/core', '@jest/test-sequencer');

/** Files that look at or walk through many pages, or ask everybody everything, by a short list: long, however small. */
const LONG = /\/(pages-\w+|keyboard|keyboard-dialogs|permissions|registration)\.spec\.ts$/;

/** What takes longest begins first. Jest knows that from its last run, and in a clean clone guesses it by the size of a file. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => LONG.test(path)), ...sorted.filter(({ path }) => !LONG.test(path))];
  }
}
