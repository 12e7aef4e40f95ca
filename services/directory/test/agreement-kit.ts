import { type Client, TestConsortium } from '@gongjian/platform/testing';
import { dayFromNow } from './kit.ts';

type Person = Client & { personId: string; login: string };

const AGREEMENT = `id number kind title purpose state since until noticeDays version textHash signedAt endsOn suspendReason viewerCanUpdate viewerCanDecide viewerCanSign
  parties { letter accepted organisation { id } signature { office } }
  clauses { id number kind version sentence wording giver { id } taker { id } acceptedBy { id }
    terms { __typename ... on ResourceUseTerms { poolId poolName purposes quota { amount unit per } pricePerHour publicBenefitShare } ... on ExchangeTerms { who amount unit } ... on InternTerms { posts per majors } ... on DataTerms { fields mask } ... on ProgrammeTerms { rights majors } } }
  comments { id clauseId text organisation { id } person { id } settledAt settledBy { id } }
  signatures { office textHash organisation { id } person { id } }
  findings { ruleId verdict } amends { id number } amendedBy { id } renews { id } renewedBy { id } draftedFor { id }`;
const does = (name: string, args: string, pass: string) => `mutation (${args}) { ${name}(${pass}) { ${AGREEMENT} } }`;

export const CREATE = does('createAgreement', '$input: CreateAgreementInput!, $key: String', 'input: $input, idempotencyKey: $key');
export const UPDATE = does('updateAgreement', '$id: ID!, $version: Int!, $input: UpdateAgreementInput!', 'id: $id, version: $version, input: $input');
export const ADD = does('addClause', '$id: ID!, $input: ClauseInput!, $key: String', 'agreementId: $id, input: $input, idempotencyKey: $key');
export const CHANGE = does('updateClause', '$id: ID!, $version: Int!, $input: ClauseInput!', 'id: $id, version: $version, input: $input');
export const REMOVE = does('removeClause', '$id: ID!, $version: Int!', 'id: $id, version: $version');
export const ACCEPT = does('acceptClause', '$id: ID!, $version: Int!', 'id: $id, version: $version');
export const RETRACT = does('withdrawAcceptance', '$id: ID!', 'id: $id');
export const COMMENT = does('commentAgreement', '$input: CommentAgreementInput!, $key: String', 'input: $input, idempotencyKey: $key');
export const SETTLE = does('settleComment', '$id: ID!', 'id: $id');
export const SIGN = does('signAgreement', '$id: ID!, $input: SignAgreementInput!', 'id: $id, input: $input');
export const REOPEN = does('reopenAgreement', '$id: ID!', 'id: $id');
export const WITHDRAW = does('withdrawAgreement', '$id: ID!', 'id: $id');
export const SUSPEND = does('suspendAgreement', '$id: ID!, $input: SuspendAgreementInput!', 'id: $id, input: $input');
export const RESUME = does('resumeAgreement', '$id: ID!', 'id: $id');
export const TERMINATE = does('terminateAgreement', '$id: ID!, $input: TerminateAgreementInput!', 'id: $id, input: $input');
export const AMEND = does('amendAgreement', '$id: ID!, $key: String', 'id: $id, idempotencyKey: $key');
export const RENEW = does('renewAgreement', '$id: ID!, $key: String', 'id: $id, idempotencyKey: $key');
export const READ = `query ($id: ID!) { agreement(id: $id) { ${AGREEMENT} } }`;
export const LIST = 'query ($filter: AgreementFilter) { agreements(filter: $filter) { totalCount nodes { id state } } }';
export const POOL = 'mutation ($input: CreatePoolInput!, $key: String) { createPool(input: $input, idempotencyKey: $key) { id name size version viewerCanUpdate owner { id } resources { id name } } }';

export interface Agreed {
  id: string;
  number: string;
  state: string;
  version: number;
  textHash: string;
  clauses: { id: string; number: number; version: number; sentence: string; acceptedBy: { id: string }[]; terms: Record<string, unknown> }[];
  comments: { id: string; clauseId: string | null; settledAt: string | null }[];
  [field: string]: any;
}

/** A school and an enterprise with an administrator each, in a consortium of their own. */
export class Pair {
  private constructor(
    readonly consortium: TestConsortium,
    readonly enterpriseId: string,
    readonly school: Person,
    readonly enterprise: Person,
  ) {}

  static async open(): Promise<Pair> {
    const consortium = await TestConsortium.found();
    const { id } = await consortium.member('某轨道装备有限公司');
    const [school, enterprise] = await Promise.all([consortium.person(['ORGANISATION_ADMINISTRATOR'], consortium.lead.id, '校方'), consortium.person(['ORGANISATION_ADMINISTRATOR'], id, '企方')]);
    return new Pair(consortium, id, school as Person, enterprise as Person);
  }

  get schoolId(): string {
    return this.consortium.lead.id;
  }

  head(more: object = {}) {
    return { title: '轨道装备校企合作协议', purpose: '共建产教融合实践中心', partyIds: [this.schoolId, this.enterpriseId], since: dayFromNow(0), until: dayFromNow(1200), noticeDays: 30, ...more };
  }

  async draft(more: object = {}): Promise<Agreed> {
    return (await this.school.run(CREATE, { input: { kind: 'COOPERATION', ...this.head(more) } })).createAgreement as Agreed;
  }

  /** A pool of the enterprise with one machine in it. */
  async pool(name = '五轴加工资源池'): Promise<{ id: string; name: string; version: number }> {
    const { createResource } = await this.enterprise.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'EQUIPMENT', name: '五轴加工中心', ownerId: this.enterpriseId } });
    return (await this.enterprise.run(POOL, { input: { ownerId: this.enterpriseId, name, resourceIds: [createResource.id] } })).createPool as { id: string; name: string; version: number };
  }

  use(poolId: string, more: object = {}) {
    return { kind: 'RESOURCE_USE', giverId: this.enterpriseId, takerId: this.schoolId, resourceUse: { poolId, purposes: ['PRACTICE_TEACHING'], quota: { amount: 120, unit: 'MACHINE_HOURS', per: 'MONTH' }, ...more } };
  }

  interns(more: object = {}) {
    return { kind: 'INTERNS', giverId: this.enterpriseId, takerId: this.schoolId, interns: { posts: 20, per: 'YEAR', majors: '数控技术' }, ...more };
  }

  async add(agreement: Agreed, input: object, who: Client = this.school): Promise<Agreed> {
    return (await who.run(ADD, { id: agreement.id, input })).addClause as Agreed;
  }

  async read(id: string, who: Client = this.school): Promise<Agreed> {
    return (await who.run(READ, { id })).agreement as Agreed;
  }

  async acceptAll(agreement: Agreed, who: Client = this.enterprise): Promise<Agreed> {
    let now = agreement;
    for (const { id, version } of agreement.clauses) now = (await who.run(ACCEPT, { id, version })).acceptClause as Agreed;
    return now;
  }

  sign(who: Client, { id, textHash }: Agreed, office = '校长'): Promise<Agreed> {
    return who.run(SIGN, { id, input: { textHash, office } }).then(({ signAgreement }) => signAgreement as Agreed);
  }

  /** Signed by both. */
  async signed(more: object = {}, clause: object = this.interns()): Promise<Agreed> {
    const ready = await this.acceptAll(await this.add(await this.draft(more), clause));
    await this.sign(this.school, ready);
    return this.sign(this.enterprise, ready, '总经理');
  }
}
