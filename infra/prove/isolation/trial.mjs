import { plant } from './canaries.mjs';
import { Judge, summed } from './judge.mjs';
import { schemaOf } from './operations.mjs';
import { recordsOf } from './records.mjs';
import { targetOf, tellPools } from './target.mjs';
import { Voice } from './voice.mjs';
import { settle } from './world.mjs';

/** A world with canaries in it, and everything that is known of it. */
export async function openTrial({ database, product }, options) {
  const settled = await settle(database, options);
  const tenants = [...new Set([...Object.values(settled.sides).map(({ consortium }) => consortium.id), settled.world.other.id])];
  const planted = await plant(database, tenants);
  const records = await recordsOf(database.url, tenants);
  for (const { canary, table, column, tenant, id } of planted.inSealed) {
    const record = records.byId.get(id)?.find((one) => one.table === table && one.tenant === tenant);
    if (record) records.know(canary, record, column);
  }
  tellPools(records, settled.actors);
  const target = targetOf(records, settled, settled.actors);
  return new Trial({ ...settled, sampled: options?.done === false, tenants, database, product, planted, records, target, judge: new Judge(records), schema: await schemaOf(settled.world.secretary), voice: new Voice(product.url) });
}

/** What is asked of the product in one world, by everybody: what was asked, of whom it leaked, and what nobody has said how to judge. */
export class Trial {
  cells = { read: new Set(), filter: new Set(), sort: new Set(), count: new Set(), write: new Set() };
  faults = new Map();
  /** Questions that some roles are refused altogether. */
  refusedTo = new Set();
  /** Asked without an answer that could be judged. */
  codes = new Map();

  constructor(parts) {
    Object.assign(this, parts);
  }

  /** What was lent to another one is not asked for by everybody: by those to whom it was, and where it still counts by all. */
  concerns = ({ relation }, text) => Object.entries(this.agreements).every(([lentTo, { id, machine, pool }]) => lentTo === relation || lentTo.endsWith('_ACTIVE') || ![id, machine, pool].some((each) => text.includes(each)));

  /** Each of these was asked of this kind by somebody. */
  cell(kind, actor, names) {
    for (const name of names) this.cells[kind].add(`${name} ${actor.relation} ${actor.role}`);
  }

  /** An operation as somebody, judged. `names`: what of the schema it asks for. */
  async ask(kind, actor, { name, names, query, variables = {}, told }) {
    const { status, text } = await this.voice.graph(actor, query, variables);
    const code = status === 200 && !text.includes('"errors"') ? 'ok' : (/"code":"(\w+)"/.exec(text)?.[1] ?? String(status));
    this.codes.set(`${name} ${code}`, (this.codes.get(`${name} ${code}`) ?? 0) + 1);
    // What is not understood is not asked, and what broke tells nothing.
    if (/^(OPERATION_|GRAPHQL_|INTERNAL|DATABASE)/.test(code) || (code === 'BAD_INPUT' && !(kind === 'write' && this.sampled)) || status >= 500 || status === 0) this.fault(`${name}: ${code}`, text);
    else this.cell(kind, actor, names ?? [name]);
    this.judge.look(actor, { name: kind === 'read' ? name : `${kind} ${name}`, sent: variables, told }, text);
    return { status, text, code };
  }

  fault(what, text) {
    const fault = this.faults.get(what) ?? { count: 0, text };
    fault.count++;
    this.faults.set(what, fault);
  }

  leak(actor, asked, what, value = '') {
    this.judge.leaks.push({ relation: actor.relation, role: actor.role, asked, what, value });
  }

  get leaks() {
    return summed(this.judge.leaks);
  }
}
