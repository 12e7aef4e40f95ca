import { type Client, TestConsortium } from '@gongjian/platform/testing';
import { at, type Booked, CREATE, DAY } from './kit.ts';

type Person = Client & { personId: string };

export interface Side {
  consortium: TestConsortium;
  id: string;
  uscc: string;
  /** Administers the organisation: signs, keeps, books. */
  who: Person;
}

const ANSWER = '{ id number state shared: number textHash version clauses { id version } }';
const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10);

async function side(consortium: TestConsortium, organisation: { id: string; uscc: string }, name: string): Promise<Side> {
  return { consortium, id: organisation.id, uscc: organisation.uscc, who: (await consortium.person(['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'COORDINATOR'], organisation.id, name)) as Person };
}

/** An enterprise that lends, and a school that borrows: of one consortium, or of two. */
export class Lending {
  private constructor(
    readonly giver: Side,
    readonly taker: Side,
  ) {}

  static async within(): Promise<Lending> {
    const consortium = await TestConsortium.found();
    const enterprise = await consortium.member('某精密制造有限公司');
    return new Lending(await side(consortium, enterprise, '企方'), await side(consortium, consortium.lead, '校方'));
  }

  /** Of two leads, or of two members. */
  static async across(members = false): Promise<Lending> {
    const [home, away] = await Promise.all([TestConsortium.found('校方联合体'), TestConsortium.found('实践中心', 'PRACTICE_CENTRE')]);
    if (members) return new Lending(await side(away, await away.member('中心企业'), '中心管理员'), await side(home, await home.member('成员学院', 'SCHOOL'), '校方'));
    return new Lending(await side(away, away.lead, '中心管理员'), await side(home, home.lead, '校方'));
  }

  get isAcross(): boolean {
    return this.giver.consortium.id !== this.taker.consortium.id;
  }

  async machine(name = '五轴加工中心', more: object = {}): Promise<string> {
    const input = { kind: 'EQUIPMENT', name, ownerId: this.giver.id, sharing: 'AGREEMENTS', ...more };
    return (await this.giver.who.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input })).createResource.id as string;
  }

  async pool(resourceIds: string[], name = '五轴资源池'): Promise<{ id: string; version: number }> {
    return (await this.giver.who.run('mutation ($input: CreatePoolInput!) { createPool(input: $input) { id version } }', { input: { ownerId: this.giver.id, name, resourceIds } })).createPool as { id: string; version: number };
  }

  use(poolId: string, more: object = {}) {
    return { kind: 'RESOURCE_USE', giverId: this.giver.id, takerId: this.taker.id, resourceUse: { poolId, purposes: ['PRACTICE_TEACHING'], ...more } };
  }

  head(more: object = {}) {
    const guests = this.isAcross ? [{ organisationId: this.taker.id, consortiumId: this.taker.consortium.id }] : [];
    return { title: '设备共享协议', partyIds: [this.giver.id, this.taker.id], guests, since: dayFromNow(0), until: dayFromNow(400), noticeDays: 1, ...more };
  }

  async draft(clauses: object[], more: object = {}): Promise<{ id: string; number: string; state: string; textHash: string; clauses: { id: string; version: number }[] }> {
    const { createAgreement } = await this.giver.who.run(`mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) ${ANSWER} }`, { input: { kind: 'SHARING', ...this.head(more) } });
    let now = createAgreement;
    for (const input of clauses) now = (await this.giver.who.run(`mutation ($id: ID!, $input: ClauseInput!) { addClause(agreementId: $id, input: $input) ${ANSWER} }`, { id: now.id, input })).addClause;
    return now;
  }

  /** Accepted and signed by both. */
  async signed(clauses: object[], more: object = {}): Promise<{ id: string; number: string; clauses: { id: string }[] }> {
    return this.sign(await this.draft(clauses, more));
  }

  async sign(draft: { id: string; number: string; textHash: string; clauses: { id: string; version: number }[] }, taker: Client = this.taker.who) {
    for (const { id, version } of draft.clauses) await taker.run(`mutation ($id: ID!, $version: Int!) { acceptClause(id: $id, version: $version) ${ANSWER} }`, { id, version });
    const sign = `mutation ($id: ID!, $input: SignAgreementInput!) { signAgreement(id: $id, input: $input) ${ANSWER} }`;
    await this.giver.who.run(sign, { id: draft.id, input: { textHash: draft.textHash, office: '总经理' } });
    return (await taker.run(sign, { id: draft.id, input: { textHash: draft.textHash, office: '校长' } })).signAgreement as { id: string; number: string; state: string; clauses: { id: string }[] };
  }

  async book(resourceIds: string[], more: object = {}, who: Client = this.taker.who): Promise<Booked> {
    const input = { title: '五轴实训', purpose: 'PRACTICE_TEACHING', organisationId: this.taker.id, startsAt: at(1, 9), endsAt: at(1, 11), resourceIds, ...more };
    return (await who.run(CREATE, { input })).createBooking as Booked;
  }

  suspend(id: string) {
    return this.giver.who.run('mutation ($id: ID!) { suspendAgreement(id: $id, input: { reason: "年检" }) { id state } }', { id });
  }

  resume(id: string) {
    return this.giver.who.run('mutation ($id: ID!) { resumeAgreement(id: $id) { id state } }', { id });
  }

  async terminate(id: string, days = 1) {
    return this.giver.who.run('mutation ($id: ID!, $input: TerminateAgreementInput!) { terminateAgreement(id: $id, input: $input) { id endsOn } }', { id, input: { on: dayFromNow(days), reason: '设备迁址' } });
  }

  async ledger(agreementId: string, side: Side, year = new Date().getFullYear()) {
    const { ledger } = await side.who.run('query ($id: ID!, $year: Int!) { ledger(agreementId: $id, year: $year) { clauses { grant { id taker { id } inForce } periods { period allotted beyond available reserved used fee } } } }', { id: agreementId, year });
    return ledger.clauses as { grant: { id: string; inForce: boolean }; periods: { period: string; allotted: number; beyond: number; available: number; reserved: number; used: number; fee: number }[] }[];
  }
}

export const THINGS = 'query ($search: String) { sharedThings(filter: { search: $search }) { totalCount nodes { consortium resource { id name consortium unitPrice viewerCanBook viewerCanUpdate owner { id name } } grant { inForce clause { number sentence agreement { number } } } } } }';
export const RESOURCE = 'query ($id: ID!) { resource(id: $id) { id name } }';
export const TAKEN = 'query ($ids: [ID!]!) { allocations(resourceIds: $ids, from: "' + at(0, 0) + '", until: "' + at(30, 0) + '") { startsAt booking { id title } } }';

/** A machine that is lent to another consortium, and what stands beside it at home. */
export async function ready(terms: object = {}, members = false) {
  const lending = await Lending.across(members);
  const machine = await lending.machine('五轴加工中心', { unitPrice: undefined });
  const signed = await lending.signed([lending.use((await lending.pool([machine])).id, terms)]);
  const own = async (kind: string, name: string) => (await lending.taker.who.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind, name, ownerId: lending.taker.id } })).createResource.id as string;
  const [room, teacher] = [await own('VENUE', '实训室'), await own('TEACHER', '王老师')];
  return { lending, machine, signed, room, teacher, bundle: [machine, room, teacher] };
}
