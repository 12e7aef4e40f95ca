import { randomUUID } from 'node:crypto';

const DAY = 86_400_000;
const day = (ahead) => new Date(Date.now() + 8 * 3_600_000 + ahead * DAY).toISOString().slice(0, 10);
const PARTS = 'id version textHash clauses { id version } comments { id }';
const does = (name, args, pass) => `mutation (${args}) { ${name}(${pass}) { ${PARTS} } }`;

const DRAFT = does('createAgreement', '$input: CreateAgreementInput!', 'input: $input');
const ADD = does('addClause', '$id: ID!, $input: ClauseInput!', 'agreementId: $id, input: $input');
const ACCEPT = does('acceptClause', '$id: ID!, $version: Int!', 'id: $id, version: $version');
const COMMENT = does('commentAgreement', '$input: CommentAgreementInput!', 'input: $input');
const SIGN = does('signAgreement', '$id: ID!, $input: SignAgreementInput!', 'id: $id, input: $input');
const SUSPEND = does('suspendAgreement', '$id: ID!, $input: SuspendAgreementInput!', 'id: $id, input: $input');
const byId = (name) => does(name, '$id: ID!', 'id: $id');
const BOOK = 'mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename } }';
const POOL = 'mutation ($input: CreatePoolInput!) { createPool(input: $input) { id version } }';

const partners = new WeakMap();
/** The other party of all agreements of a world, and who administers either of them. */
async function sides(world) {
  if (!partners.has(world)) {
    partners.set(world, (async () => {
      const { id } = await world.consortium.member('样例签约公司');
      const person = (organisationId) => world.consortium.person(['ORGANISATION_ADMINISTRATOR'], organisationId, '样例签约人');
      const [ours, theirs] = await Promise.all([person(world.lead.id), person(id)]);
      return { id, ours, theirs };
    })());
  }
  return partners.get(world);
}

const head = async (world) => ({ title: '样例协议', partyIds: [world.lead.id, (await sides(world)).id], since: day(0), until: day(1200) });
/** Majors of its own, so that no two agreements speak of the same. */
const interns = async (world) => ({ kind: 'INTERNS', giverId: (await sides(world)).id, takerId: world.lead.id, interns: { posts: 5, per: 'YEAR', majors: randomUUID() } });

async function draft(world) {
  const { ours } = await sides(world);
  return (await ours.run(DRAFT, { input: { kind: 'COOPERATION', ...(await head(world)) } })).createAgreement;
}

async function withClause(world, by = 'ours') {
  const all = await sides(world);
  const { id } = await draft(world);
  return (await all[by].run(ADD, { id, input: await interns(world) })).addClause;
}

async function ready(world) {
  const { clauses: [clause] } = await withClause(world);
  return (await (await sides(world)).theirs.run(ACCEPT, clause)).acceptClause;
}

const signature = ({ id, textHash }) => ({ id, input: { textHash, office: '样例职务' } });

/** Signed by the other party, or by both. */
async function signed(world, who = ['theirs', 'ours']) {
  const agreement = await ready(world);
  for (const side of who) await (await sides(world))[side].run(SIGN, signature(agreement));
  return agreement;
}

async function pool(world) {
  const { createResource } = await world.secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: { kind: 'VENUE', name: '样例场地', ownerId: world.lead.id } });
  return { name: `样例资源池 ${randomUUID()}`, resourceIds: [createResource.id] };
}
async function aPoolOf(world) {
  const input = { ownerId: world.lead.id, ...(await pool(world)) };
  return { ...(await (await sides(world)).ours.run(POOL, { input })).createPool, resourceId: input.resourceIds[0] };
}
const aPool = async (world) => (await (await sides(world)).ours.run(POOL, { input: { ownerId: world.lead.id, ...(await pool(world)) } })).createPool;

const sharing = new WeakMap();
/** The one clause on data that there can be between the two: what the other party shows. */
function sharedData(world) {
  if (!sharing.has(world)) sharing.set(world, (async () => {
    const { id: giverId, ours, theirs } = await sides(world);
    const { id } = await draft(world);
    const { addClause } = await theirs.run(ADD, { id, input: { kind: 'DATA', giverId, takerId: world.lead.id, data: { fields: ['PERSON_NAME'], mask: 'PARTLY', duties: '样例约定' } } });
    const agreement = (await ours.run(ACCEPT, addClause.clauses[0])).acceptClause;
    for (const who of [theirs, ours]) await who.run(SIGN, signature(agreement));
    return addClause.clauses[0].id;
  })());
  return sharing.get(world);
}

const asked = async (world, query, variables) => ({ who: (await sides(world)).ours, query, variables: await variables });

/** How agreements and pools are made and changed, for the table of permissions and for proofs. */
export const AGREEMENT_SAMPLES = {
  createPool: async (world) => asked(world, POOL, { input: { ownerId: world.lead.id, ...(await pool(world)) } }),
  updatePool: async (world) => asked(world, 'mutation ($id: ID!, $version: Int!, $input: UpdatePoolInput!) { updatePool(id: $id, version: $version, input: $input) { id } }', { ...(await aPool(world)), input: await pool(world) }),
  removePool: async (world) => asked(world, 'mutation ($id: ID!, $version: Int!) { removePool(id: $id, version: $version) }', aPool(world)),
  createAgreement: async (world) => asked(world, DRAFT, { input: { kind: 'COOPERATION', ...(await head(world)) } }),
  updateAgreement: async (world) => {
    const { id, version } = await draft(world);
    return asked(world, does('updateAgreement', '$id: ID!, $version: Int!, $input: UpdateAgreementInput!', 'id: $id, version: $version, input: $input'), { id, version, input: await head(world) });
  },
  addClause: async (world) => asked(world, ADD, { id: (await draft(world)).id, input: await interns(world) }),
  updateClause: async (world) => {
    const { clauses: [clause] } = await withClause(world);
    return asked(world, does('updateClause', '$id: ID!, $version: Int!, $input: ClauseInput!', 'id: $id, version: $version, input: $input'), { ...clause, input: await interns(world) });
  },
  removeClause: async (world) => asked(world, does('removeClause', '$id: ID!, $version: Int!', 'id: $id, version: $version'), (await withClause(world)).clauses[0]),
  acceptClause: async (world) => asked(world, ACCEPT, (await withClause(world, 'theirs')).clauses[0]),
  withdrawAcceptance: async (world) => asked(world, byId('withdrawAcceptance'), { id: (await withClause(world)).clauses[0].id }),
  commentAgreement: async (world) => asked(world, COMMENT, { input: { agreementId: (await draft(world)).id, text: '样例意见' } }),
  settleComment: async (world) => {
    const { id } = await draft(world);
    const { commentAgreement: { comments: [comment] } } = await (await sides(world)).theirs.run(COMMENT, { input: { agreementId: id, text: '样例意见' } });
    return asked(world, byId('settleComment'), { id: comment.id });
  },
  signAgreement: async (world) => asked(world, SIGN, signature(await ready(world))),
  reopenAgreement: async (world) => asked(world, byId('reopenAgreement'), { id: (await signed(world, ['theirs'])).id }),
  withdrawAgreement: async (world) => asked(world, byId('withdrawAgreement'), { id: (await draft(world)).id }),
  suspendAgreement: async (world) => asked(world, SUSPEND, { id: (await signed(world)).id, input: { reason: '样例原因' } }),
  resumeAgreement: async (world) => {
    const { id } = await signed(world);
    await (await sides(world)).ours.run(SUSPEND, { id, input: { reason: '样例原因' } });
    return asked(world, byId('resumeAgreement'), { id });
  },
  terminateAgreement: async (world) => asked(world, does('terminateAgreement', '$id: ID!, $input: TerminateAgreementInput!', 'id: $id, input: $input'), { id: (await signed(world)).id, input: { on: day(60), reason: '样例原因' } }),
  narrowRole: async (world) => asked(world, 'mutation ($id: ID!) { narrowRole(organisationId: $id, role: STUDENT, denied: [EXPORT]) { id } }', { id: world.lead.id }),
  /** A booking whose agreement its giver let rest. */
  decideUse: async (world) => {
    const { id: takerId, ours, theirs } = await sides(world);
    const { id: poolId, resourceId } = await aPoolOf(world);
    const { id: draftId } = await draft(world);
    const { addClause: { clauses: [clause] } } = await ours.run(ADD, { id: draftId, input: { kind: 'RESOURCE_USE', giverId: world.lead.id, takerId, resourceUse: { poolId, purposes: ['PRACTICE_TEACHING'] } } });
    const agreement = (await theirs.run(ACCEPT, clause)).acceptClause;
    for (const who of [theirs, ours]) await who.run(SIGN, signature(agreement));
    const startsAt = Date.now() + 2 * DAY;
    await theirs.run(BOOK, { input: { title: '样例预约', purpose: 'PRACTICE_TEACHING', organisationId: takerId, startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + DAY / 24).toISOString(), resourceIds: [resourceId] } });
    await ours.run(SUSPEND, { id: agreement.id, input: { reason: '样例原因' } });
    const { usesInQuestion } = await ours.run('{ usesInQuestion { id clause { id } } }');
    return asked(world, 'mutation ($id: ID!) { decideUse(id: $id, decision: KEEP) { id } }', { id: usesInQuestion.find((use) => use.clause.id === clause.id).id });
  },
  revealSharedPeople: async (world) => asked(world, 'mutation ($id: ID!) { revealSharedPeople(grantId: $id) { id } }', { id: await sharedData(world) }),
  renewAgreement: async (world) => asked(world, byId('renewAgreement'), { id: (await signed(world)).id }),
  amendAgreement: async (world) => asked(world, byId('amendAgreement'), { id: (await signed(world)).id }),
};
