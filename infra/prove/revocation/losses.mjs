import { dayFromNow } from '../common/lending.mjs';

const membershipOf = async ({ consortium, id }) => (await consortium.secretary.run('query ($id: ID!) { organisation(id: $id) { membership { id } } }', { id })).organisation.membership.id;
const endMembership = async (side) => [side.consortium.secretary, 'mutation ($id: ID!) { endMembership(id: $id) { id } }', { id: await membershipOf(side) }];
const suspendMember = async (side) => [side.consortium.secretary, 'mutation ($id: ID!) { suspendMember(membershipId: $id, input: { reason: "核查" }) { id } }', { id: await membershipOf(side) }];
const everybodyOf = (side) => ({ people }) => Object.keys(people).filter((name) => name.startsWith(side));
const nobody = () => [];
const coordinator = () => ['taker’s coordinator'];

/**
 * How something is lost: what is prepared, then the one change, made through the product's door; and who loses the seat from
 * which they work. Who keeps their seat loses what was lent, the giver's own people excepted; with their seat all lose everything.
 * `keeps`: of those who do not lose their seat, who goes on as before.
 */
export const LOSSES = {
  'membership of the taker ended': { prepare: ({ lending }) => endMembership(lending.taker), unseated: everybodyOf('taker’s') },
  'membership of the giver ended': { prepare: ({ lending }) => endMembership(lending.giver), unseated: everybodyOf('giver’s') },
  'taker suspended': { prepare: ({ lending }) => suspendMember(lending.taker), unseated: everybodyOf('taker’s') },
  'giver suspended': { prepare: ({ lending }) => suspendMember(lending.giver), unseated: everybodyOf('giver’s') },
  'role revoked': {
    async prepare({ lending, coordinator: { personId } }) {
      const { secretary } = lending.taker.consortium;
      const { person } = await secretary.run('query ($id: ID!) { person(id: $id) { roleGrants { id } } }', { id: personId });
      return [secretary, 'mutation ($id: ID!) { revokeRole(id: $id) { id } }', { id: person.roleGrants[0].id }];
    },
    unseated: coordinator,
    keeps: true,
  },
  'person suspended': {
    prepare: ({ lending, coordinator: { personId } }) => [lending.taker.consortium.secretary, 'mutation ($id: ID!) { suspendPerson(personId: $id, input: { reason: "核查" }) { id } }', { id: personId }],
    unseated: coordinator,
    keeps: true,
  },
  'agreement suspended': {
    prepare: ({ lending, agreement }) => [lending.giver.who, 'mutation ($id: ID!) { suspendAgreement(id: $id, input: { reason: "年检" }) { id } }', { id: agreement.id }],
    unseated: nobody,
  },
  'agreement amended without the clause': {
    async prepare({ lending, agreement }) {
      const { who } = lending.giver;
      const { amendAgreement } = await who.run('mutation ($id: ID!) { amendAgreement(id: $id) { id clauses { id version } } }', { id: agreement.id });
      const [{ id, version }] = amendAgreement.clauses;
      const { removeClause } = await who.run('mutation ($id: ID!, $version: Int!) { removeClause(id: $id, version: $version) { id textHash clauses { id version } } }', { id, version });
      for (const side of [lending.giver, lending.taker]) for (const clause of removeClause.clauses) await side.who.run('mutation ($id: ID!, $version: Int!) { acceptClause(id: $id, version: $version) { id } }', clause);
      const { agreement: now } = await who.run('query ($id: ID!) { agreement(id: $id) { textHash } }', { id: removeClause.id });
      const sign = 'mutation ($id: ID!, $input: SignAgreementInput!) { signAgreement(id: $id, input: $input) { id state } }';
      await who.run(sign, { id: removeClause.id, input: { textHash: now.textHash, office: '总经理' } });
      return [lending.taker.who, sign, { id: removeClause.id, input: { textHash: now.textHash, office: '校长' } }];
    },
    unseated: nobody,
  },
  'pool emptied of it': {
    prepare: ({ lending, pool, other }) => [lending.giver.who, 'mutation ($id: ID!, $version: Int!, $input: UpdatePoolInput!) { updatePool(id: $id, version: $version, input: $input) { id } }', { ...pool, input: { name: '出借池', resourceIds: [other] } }],
    unseated: nobody,
  },
};

export const terminate = ({ lending, agreement }) => lending.giver.who.run('mutation ($id: ID!, $input: TerminateAgreementInput!) { terminateAgreement(id: $id, input: $input) { id endsOn } }', { id: agreement.id, input: { on: dayFromNow(1), reason: '设备迁址' } });
