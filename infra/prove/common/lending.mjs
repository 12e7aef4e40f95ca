import { foundConsortium } from './people.mjs';

const DAY = 86_400_000;
const ANSWER = '{ id textHash clauses { id version } }';
/** What somebody needs who signs, keeps and books for an organisation. */
const OFFICES = ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'COORDINATOR'];

/** A day of the consortium (Asia/Shanghai has no summer time), so many days from today. */
export const dayFromNow = (days) => new Date(Date.now() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10);

/** An organisation of a consortium with whoever acts for it. */
export async function sideOf(consortium, organisation, name) {
  return { consortium, id: organisation.id, uscc: organisation.uscc, who: await consortium.person(OFFICES, organisation.id, name) };
}

/** One who lends and one who borrows, of one consortium or of two; they make agreements as people do, by the product's own door. */
export class Lending {
  constructor(giver, taker) {
    this.giver = giver;
    this.taker = taker;
  }

  /** Two members of one consortium, neither of them its lead: leads cannot leave. */
  static async within(product, name = '共享验证联合体') {
    const consortium = await foundConsortium(product, name);
    return new Lending(await sideOf(consortium, await consortium.member('出借制造有限公司'), '企方'), await sideOf(consortium, await consortium.member('借用职业学院', 'SCHOOL'), '校方'));
  }

  /** Members of two consortia. */
  static async across(product) {
    const [away, home] = [await foundConsortium(product, '出借方联合体'), await foundConsortium(product, '借用方联合体')];
    return new Lending(await sideOf(away, await away.member('出借实践中心'), '企方'), await sideOf(home, await home.member('借用技师学院', 'SCHOOL'), '校方'));
  }

  get isAcross() {
    return this.giver.consortium.id !== this.taker.consortium.id;
  }

  async machine(name, more = {}) {
    const input = { kind: 'EQUIPMENT', name, ownerId: this.giver.id, sharing: 'AGREEMENTS', horizonDays: 700, maxMinutes: 1440, ...more };
    return (await this.giver.who.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input })).createResource.id;
  }

  async pool(name, resourceIds) {
    return (await this.giver.who.run('mutation ($input: CreatePoolInput!) { createPool(input: $input) { id version } }', { input: { ownerId: this.giver.id, name, resourceIds } })).createPool;
  }

  /** A clause that lends a pool. */
  use(poolId, terms = {}) {
    return { kind: 'RESOURCE_USE', giverId: this.giver.id, takerId: this.taker.id, resourceUse: { poolId, purposes: ['PRACTICE_TEACHING'], ...terms } };
  }

  /** @param forConsortium the taker signs as its consortium's lead, for all members */
  async draft(clauses, forConsortium = false) {
    const guests = this.isAcross ? [{ organisationId: this.taker.id, consortiumId: this.taker.consortium.id, forConsortium }] : [];
    const input = { kind: 'SHARING', title: '设备共享协议', partyIds: [this.giver.id, this.taker.id], guests, since: dayFromNow(0), until: dayFromNow(400), noticeDays: 1 };
    let draft = (await this.giver.who.run(`mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) ${ANSWER} }`, { input })).createAgreement;
    for (const clause of clauses) draft = (await this.giver.who.run(`mutation ($id: ID!, $input: ClauseInput!) { addClause(agreementId: $id, input: $input) ${ANSWER} }`, { id: draft.id, input: clause })).addClause;
    return draft;
  }

  /** The taker accepts each clause, and both sign. */
  async sign(draft) {
    for (const { id, version } of draft.clauses) await this.taker.who.run(`mutation ($id: ID!, $version: Int!) { acceptClause(id: $id, version: $version) ${ANSWER} }`, { id, version });
    for (const [{ who }, office] of [[this.giver, '总经理'], [this.taker, '校长']]) {
      await who.run(`mutation ($id: ID!, $input: SignAgreementInput!) { signAgreement(id: $id, input: $input) ${ANSWER} }`, { id: draft.id, input: { textHash: draft.textHash, office } });
    }
    return draft;
  }

  async signed(clauses, forConsortium = false) {
    return this.sign(await this.draft(clauses, forConsortium));
  }
}
