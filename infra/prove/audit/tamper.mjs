import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { canonical, sha256 } from '../../verify/audit/crypto.mjs';

const FIELDS = ['tenantId', 'id', 'at', 'operation', 'kind', 'personId', 'organisationId', 'bySystem', 'roles', 'address', 'requestId', 'result', 'code'];

export const read = (line) => JSON.parse(line);
const entriesOf = (lines) => lines.flatMap((line, index) => (line.startsWith('{"line":"entry"') ? [index] : []));
const changed = (lines, at, change) => {
  const value = read(lines[at]);
  change(value);
  return lines.with(at, JSON.stringify(value));
};

/** What the content of an entry hashes to, as somebody works it out who has changed it. */
function digestOf({ entry, changes }) {
  const changesHash = sha256(changes.map((change) => `${canonical(change)}\n`).join(''));
  return sha256(canonical({ ...Object.fromEntries(FIELDS.map((field) => [field, entry[field] ?? null])), changeCount: changes.length, changesHash }));
}

/** Works out all links anew behind a line, as somebody with the whole file but without the key can. */
function relink(lines) {
  let last = read(lines[0]).from;
  let hash = last.hash;
  let seq = last.seq;
  return lines.map((line) => {
    if (line.startsWith('{"line":"checkpoint"')) return JSON.stringify({ ...read(line), seq, hash });
    if (line.startsWith('{"line":"end"')) return JSON.stringify({ ...read(line), to: { seq, hash } });
    if (!line.startsWith('{"line":"entry"')) return line;
    const value = read(line);
    seq++;
    hash = createHash('sha256').update(`${hash}\n${seq}\n${value.entryId}\n${value.state}\n${value.digest}`).digest('hex');
    last = { ...value, seq, hash };
    return JSON.stringify(last);
  });
}

/** The counts at the end made to fit again; its signature does not. */
const recount = (lines) => {
  const values = lines.map(read);
  const entries = values.filter(({ line }) => line === 'entry');
  const end = { ...values.at(-1), entries: entries.length, changes: entries.reduce((sum, { changes }) => sum + changes.length, 0), checkpoints: values.filter(({ line }) => line === 'checkpoint').length };
  return lines.with(lines.length - 1, JSON.stringify(end));
};

/** All heads signed anew with a key of somebody's own. */
function resign(lines) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const own = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
  const signed = (text) => ({ publicKey: own, signature: sign(null, Buffer.from(text), privateKey).toString('base64') });
  return lines.map((line) => {
    if (line.startsWith('{"line":"checkpoint"')) {
      const head = read(line);
      return JSON.stringify({ ...head, ...signed(canonical({ tenantId: head.tenantId, seq: head.seq, hash: head.hash, at: head.at })) });
    }
    if (!line.startsWith('{"line":"end"')) return line;
    const { line: kind, publicKey: _key, signature: _signature, ...whole } = read(line);
    return JSON.stringify({ line: kind, ...whole, ...signed(`export\n${canonical(whole)}`) });
  });
}

const edits = {
  'who did it': (value) => (value.entry.personId = '00000000-0000-7000-8000-00000000beef'),
  'for which organisation': (value) => (value.entry.organisationId = value.entry.id),
  'when': (value) => (value.entry.at = new Date(Date.parse(value.entry.at) + 1).toISOString()),
  'what it was': (value) => (value.entry.operation += 'x'),
  'from where': (value) => (value.entry.address = '10.9.9.9'),
  'under which number': (value) => (value.entry.requestId = 'x'),
  'how it ended': (value) => (value.entry.result = value.entry.result === 'DONE' ? 'REFUSED' : 'DONE'),
  'with which roles': (value) => value.entry.roles.push('AUDITOR'),
  'before': (value) => (value.changes[0].before = { state: 'SCRAPPED' }),
  'after': (value) => (value.changes[0].after = { ...value.changes[0].after, state: 'SCRAPPED' }),
  'which record': (value) => (value.changes[0].id = 'x'),
  'a change less': (value) => value.changes.pop(),
  'a change more': (value) => value.changes.push({ ...value.changes[0], ordinal: value.changes.length + 1 }),
  'the hash': (value) => (value.hash = sha256('x')),
  'the digest': (value) => (value.digest = sha256('x')),
  'content and digest': (value) => {
    value.entry.address = '10.9.9.9';
    value.digest = digestOf(value);
  },
  'the seal\'s state': (value) => (value.state = 'ADOPTED'),
};

/** Every way in which somebody may get at the file. Each takes the lines and a place in them. */
export const TAMPERINGS = {
  ...Object.fromEntries(Object.entries(edits).map(([name, edit]) => [`edited: ${name}`, (lines, at) => changed(lines, at, edit)])),
  'edited, and every link and count worked out anew': (lines, at) => recount(relink(changed(lines, at, edits['content and digest']))),
  'edited, worked out anew and signed with another key': (lines, at) => resign(recount(relink(changed(lines, at, edits['content and digest'])))),
  'dropped: one': (lines, at) => lines.toSpliced(at, 1),
  'dropped: several': (lines, at) => lines.toSpliced(at, Math.min(7, lines.length - at - 3)),
  'dropped, counts made to fit': (lines, at) => recount(lines.toSpliced(at, 1)),
  'dropped, and every link worked out anew': (lines, at) => recount(relink(lines.toSpliced(at, 1))),
  'dropped: the first': (lines) => lines.toSpliced(entriesOf(lines.slice(0, 5))[0], 1),
  'dropped: the last lines': (lines) => lines.slice(0, -20),
  'dropped: the end': (lines) => lines.slice(0, -1),
  'dropped: all signed heads': (lines) => recount(lines.filter((line) => !line.startsWith('{"line":"checkpoint"'))),
  'inserted: a copy': (lines, at) => lines.toSpliced(at, 0, lines[at]),
  'inserted: a copy under another id, all worked out anew': (lines, at) => {
    const value = read(lines[at]);
    value.entryId = value.entry.id = '00000000-0000-7000-8000-00000000cafe';
    value.digest = digestOf(value);
    return recount(relink(lines.toSpliced(at, 0, JSON.stringify(value))));
  },
  'reordered: two neighbours': (lines, at) => {
    const next = entriesOf(lines.slice(at + 1, at + 4))[0] + at + 1;
    return lines.with(at, lines[next]).with(next, lines[at]);
  },
  'reordered: neighbours with their numbers exchanged': (lines, at) => {
    const next = entriesOf(lines.slice(at + 1, at + 4))[0] + at + 1;
    const [a, b] = [read(lines[at]), read(lines[next])];
    return lines.with(at, JSON.stringify({ ...b, seq: a.seq })).with(next, JSON.stringify({ ...a, seq: b.seq }));
  },
  'reordered: far': (lines, at) => lines.toSpliced(at, 1).toSpliced(Math.floor(lines.length / 3), 0, lines[at]),
  'reordered, and every link worked out anew': (lines, at) => relink(lines.toSpliced(at, 1).toSpliced(Math.floor(lines.length / 3), 0, lines[at])),
  'the header of another consortium': (lines) => lines.with(0, JSON.stringify({ ...read(lines[0]), tenantId: '00000000-0000-7000-8000-00000000beef' })),
  'a line that is no JSON': (lines, at) => lines.with(at, lines[at].slice(0, -5)),
};

/** What a verifier without one of its checks does not see: that is what the check is for. */
export const NEEDED = {
  chain: TAMPERINGS['reordered: two neighbours'],
  content: TAMPERINGS['edited: from where'],
  signatures: TAMPERINGS['edited, and every link and count worked out anew'],
  // Behind the first signed head all is gone; what is left is a chain that holds, under an end that says more.
  extent: (lines) => [...lines.slice(0, lines.findIndex((line) => line.startsWith('{"line":"checkpoint"')) + 1), lines.at(-1)],
};
