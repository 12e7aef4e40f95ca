import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that it has started, but for PostgreSQL: readers of files are processes of their own. */
export function familyOf(pid) {
  const parents = new Map();
  for (const one of readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) {
    const status = read(`/proc/${one}/status`);
    if (status && !/^Name:\s*postgres/m.test(status)) parents.set(one, Number(/^PPid:\s*(\d+)/m.exec(status)[1]));
  }
  const family = [pid];
  for (let added = true; added; ) {
    const more = [...parents].filter(([one, parent]) => family.includes(parent) && !family.includes(one)).map(([one]) => one);
    added = more.length > 0;
    family.push(...more);
  }
  return family;
}

/** Memory of its own; the files that it maps, its program first of all, are the machine's to keep or to drop. */
export function residentBytes(pid) {
  return Number(/^RssAnon:\s*(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0) * 1024;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
