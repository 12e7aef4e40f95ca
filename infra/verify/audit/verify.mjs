import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { canonical, isHeadSigned, isSigned, sha256 } from './crypto.mjs';

const STATES = new Set(['PROVEN', 'ADOPTED', 'FORGED', 'MISSING']);
/** Fields of an entry as they stand under its digest. */
const FIELDS = ['tenantId', 'id', 'at', 'operation', 'kind', 'personId', 'organisationId', 'bySystem', 'roles', 'address', 'requestId', 'result', 'code'];
const MOST_FAULTS = 1000;

/**
 * Reads an export line by line and compares everything that can be compared.
 * @param {string} file
 * @param {{ keys?: string[], heads?: object[], checks?: Partial<Record<'chain' | 'content' | 'signatures' | 'extent', boolean>> }} options
 *   `checks` takes single checks away, for a proof that wants to know whether they are needed
 */
export async function verifyFile(file, options = {}) {
  const verifier = new Verifier(options);
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) verifier.read(text);
  return verifier.end();
}

export class Verifier {
  counts = { entries: 0, changes: 0, checkpoints: 0, adopted: 0 };
  facts = {};
  faults = [];
  keysSeen = new Set();
  #at = 0;
  #last = null;
  #signedUpTo = null;
  #proven = false;
  #ended = null;
  #ids = new Set();
  #hashes = new Map();

  constructor({ keys = [], heads = [], checks = {} } = {}) {
    this.keys = keys;
    this.heads = heads;
    this.checks = { chain: true, content: true, signatures: true, extent: true, ...checks };
    this.wanted = new Set(heads.map(({ seq }) => seq));
  }

  #fault(what, seq = this.#last?.seq) {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ what, seq, at: this.#at });
  }

  read(text) {
    this.#at++;
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return this.#fault('not JSON');
    }
    if (this.#ended) return this.#fault('a line behind the end');
    if (this.#at === 1) return this.#header(value);
    if (value?.line === 'entry') return this.#entry(value);
    if (value?.line === 'checkpoint') return this.#checkpoint(value);
    if (value?.line === 'end') return this.#end(value);
    return this.#fault('a line of unknown kind');
  }

  #header({ line, format, tenantId, from }) {
    if (line !== 'header' || format !== 'gongjian-audit/1' || !from) return this.#fault('no header of an audit export');
    this.facts.tenantId = tenantId;
    this.from = from;
    this.#last = { seq: from.seq, hash: from.hash };
  }

  #entry({ seq, state, digest, hash, entryId, entry, changes }) {
    this.counts.entries++;
    this.counts.changes += changes?.length ?? 0;
    this.facts.first ??= seq;
    this.facts.last = seq;
    if (this.checks.chain) this.#link({ seq, state, digest, hash, entryId });
    this.#state(seq, state);
    if (this.#ids.has(entryId)) this.#fault('the same entry twice', seq);
    this.#ids.add(entryId);
    if (this.checks.content) this.#content({ seq, state, digest, entryId, entry, changes: changes ?? [] });
    if (entry && (!this.facts.from || entry.at < this.facts.from)) this.facts.from = entry.at;
    if (entry && (!this.facts.until || entry.at > this.facts.until)) this.facts.until = entry.at;
    if (this.wanted.has(seq)) this.#hashes.set(seq, hash);
    this.#last = { seq, hash };
  }

  #link({ seq, state, digest, hash, entryId }) {
    const expected = (this.#last?.seq ?? 0) + 1;
    if (seq !== expected) this.#fault(seq > expected ? `entries are missing: ${expected} should follow` : `out of order: ${expected} should follow`, seq);
    else if (sha256(`${this.#last.hash}\n${seq}\n${entryId}\n${state}\n${digest}`) !== hash) this.#fault('the link does not hold what came before', seq);
  }

  #state(seq, state) {
    if (!STATES.has(state)) this.#fault('of unknown state', seq);
    if (state === 'PROVEN') this.#proven = true;
    if (state === 'ADOPTED') {
      this.counts.adopted++;
      if (this.#proven) this.#fault('an entry from before the chain behind ones of the chain', seq);
    }
    if (state === 'FORGED') this.#fault('was not written by the installation', seq);
    if (state === 'MISSING') this.#fault('was taken away before it was sealed', seq);
  }

  #content({ seq, state, digest, entryId, entry, changes }) {
    if (state === 'MISSING') return;
    if (!entry) return this.#fault('the entry is gone', seq);
    if (entry.id !== entryId || entry.tenantId !== this.facts.tenantId) this.#fault('an entry of something else', seq);
    if (entry.changeCount !== changes.length) this.#fault(`${changes.length} changes instead of ${entry.changeCount}`, seq);
    const changesHash = sha256(changes.map(({ ordinal, action, type, id, before, after }) => `${canonical({ ordinal, action, type, id, before, after })}\n`).join(''));
    const content = Object.fromEntries(FIELDS.map((field) => [field, entry[field] ?? null]));
    if (sha256(canonical({ ...content, changeCount: entry.changeCount, changesHash })) !== digest) this.#fault('the content is not what was sealed', seq);
  }

  #checkpoint(head) {
    this.counts.checkpoints++;
    if (!this.checks.signatures) return;
    this.#trust(head.publicKey);
    if (head.tenantId !== this.facts.tenantId || !isHeadSigned(head)) return this.#fault('a signed head whose signature does not fit', head.seq);
    if (head.seq !== this.#last?.seq || head.hash !== this.#last?.hash) return this.#fault('a signed head that says something else than the chain', head.seq);
    this.#signedUpTo = head.seq;
  }

  #trust(publicKey) {
    if (!this.keysSeen.has(publicKey) && this.keys.length > 0 && !this.keys.includes(publicKey)) this.#fault('signed by another key than the given one');
    this.keysSeen.add(publicKey);
  }

  #end({ line: _line, publicKey, signature, ...whole }) {
    this.#ended = whole;
    if (this.checks.signatures) {
      this.#trust(publicKey);
      if (!isSigned(`export\n${canonical(whole)}`, publicKey, signature)) this.#fault('the end was not signed by the installation');
    }
  }

  end() {
    if (!this.#ended) this.#fault('the file ends too early');
    else if (this.checks.extent) this.#extent(this.#ended);
    if (this.checks.signatures && this.counts.entries > 0 && this.#signedUpTo !== this.#last?.seq) this.#fault('no signed head covers the last entries');
    for (const head of this.heads) this.#kept(head);
    return { counts: this.counts, facts: this.facts, faults: this.faults, keysSeen: [...this.keysSeen] };
  }

  #extent({ tenantId, from, to, entries, changes, checkpoints }) {
    const { counts } = this;
    if (tenantId !== this.facts.tenantId || canonical(from ?? null) !== canonical(this.from ?? null)) this.#fault('the end belongs to another beginning');
    if (entries !== counts.entries || changes !== counts.changes || checkpoints !== counts.checkpoints) this.#fault(`${counts.entries} entries, ${counts.changes} changes, ${counts.checkpoints} signed heads; the end says ${entries}, ${changes}, ${checkpoints}`);
    if (to?.seq !== this.#last?.seq || to?.hash !== this.#last?.hash) this.#fault('the end names another last entry');
  }

  /** A head that was kept elsewhere. */
  #kept(head) {
    if (head.tenantId !== this.facts.tenantId) return this.#fault('the kept head is of another consortium', head.seq);
    if (!isHeadSigned(head)) return this.#fault('the kept head is not signed', head.seq);
    this.#trust(head.publicKey);
    if (head.seq > (this.#last?.seq ?? 0)) return this.#fault(`the log was cut off: it once reached ${head.seq}`, this.#last?.seq);
    if (head.seq > (this.from?.seq ?? 0) && this.#hashes.get(head.seq) !== head.hash) this.#fault('not the log of which a head was kept', head.seq);
  }
}
