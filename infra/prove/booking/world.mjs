import { foundConsortium } from '../common/people.mjs';

const CREATE_RESOURCE = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }';
const KINDS = ['EQUIPMENT', 'EQUIPMENT', 'EQUIPMENT', 'VENUE', 'TEACHER', 'ENGINEER'];
const BUFFERS = [[0, 0], [10, 15], [30, 30], [0, 20]];
const WEEKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' }));
const ROLES = ['ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'COORDINATOR', 'TEACHER'];

/**
 * One consortium of four owners with some dozens of resources: buffers of all kinds, every third with approval, every
 * seventh with opening hours; and the people who book, answer and maintain.
 */
export async function buildWorld(product, resourceCount = 36) {
  const consortium = await foundConsortium(product, '并发验证联合体');
  const owners = [consortium.lead];
  for (const name of ['验证机车有限公司', '验证航空发动机有限公司', '验证电子职业学院']) owners.push(await consortium.member(name));

  const people = [{ cookie: consortium.secretary.cookie, role: 'SECRETARY', organisationId: consortium.lead.id }];
  const seat = async (role, organisationId) => people.push({ cookie: (await consortium.person([role], organisationId)).cookie, role, organisationId });
  for (const role of ['PARK_ADMINISTRATOR', 'PARK_ADMINISTRATOR']) await seat(role, consortium.lead.id);
  for (const { id } of owners) for (const role of ROLES) await seat(role, id);

  const resources = [];
  for (let number = 0; number < resourceCount; number++) {
    const ownerId = owners[number % owners.length].id;
    const [bufferBefore, bufferAfter] = BUFFERS[number % BUFFERS.length];
    const needsApproval = number % 3 === 0;
    const kind = KINDS[number % KINDS.length];
    const input = {
      kind,
      ownerId,
      bufferBefore,
      bufferAfter,
      needsApproval,
      name: `${kind}-${number}`,
      model: `M${number % 5}`,
      category: `C${number % 3}`,
      capacity: kind === 'VENUE' ? 40 : null,
      holdHours: 1 + (number % 48),
      maxMinutes: 1440,
      horizonDays: 60,
      openingHours: number % 7 === 6 ? WEEKDAYS : [],
    };
    const { createResource } = await consortium.secretary.run(CREATE_RESOURCE, { input });
    resources.push({ id: createResource.id, ownerId, needsApproval, bufferBefore, bufferAfter });
  }
  return { tenantId: consortium.id, owners, people, resources };
}

/** Those who may book for anybody, and those who book for their own organisation. */
export const bookers = ({ people }) => people;

/** Those who answer for an owner. */
export const deciders = ({ people }, ownerId) => people.filter(({ role, organisationId }) => organisationId === ownerId && (role === 'ORGANISATION_ADMINISTRATOR' || role === 'RESOURCE_KEEPER'));

/** Those who may block any resource, and those who may block an owner's. */
export const blockers = (world, ownerId) => [...deciders(world, ownerId), ...world.people.filter(({ role }) => role === 'PARK_ADMINISTRATOR')];
