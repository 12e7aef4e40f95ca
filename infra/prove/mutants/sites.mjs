import { fileURLToPath } from 'node:url';

/** Where in the code a right is given: file and line of the call, which names the sentence that would be missing. */
function siteOf() {
  const line = new Error().stack.split('\n').find((each) => /permissions\.js|\.entity\.js/.test(each) && !/infra\/prove/.test(each));
  const [, file, row, column] = /\(?(file:\/\/[^)]+?):(\d+):(\d+)\)?$/.exec(line ?? '') ?? [];
  return file ? `${fileURLToPath(file).replace(/^.*\/(services|libs)\//, '$1/')}:${row}:${column}` : 'unknown';
}

/** Every sentence that gives a right, found by asking with every role, with the kinds of records that it speaks of. */
export function sitesOf(definitions, actors) {
  const sites = new Map();
  for (const define of definitions) {
    for (const actor of actors) {
      define((actions, subject) => {
        const site = siteOf();
        for (const action of [actions].flat()) {
          const key = `${site} ${subject.name} ${action}`;
          sites.set(key, { key, site, type: subject.name, action });
        }
      }, actor);
    }
  }
  return [...sites.values()];
}

/** The same definitions without one right of one sentence. */
export function without(definitions, { site, type, action }) {
  return definitions.map((define) => (allow, actor) =>
    define((actions, subject, conditions) => {
      const left = subject.name === type && siteOf() === site ? [actions].flat().filter((each) => each !== action) : [actions].flat();
      if (left.length > 0) allow(left, subject, conditions);
    }, actor));
}
