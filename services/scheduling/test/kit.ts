import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Client, TestConsortium } from '@gongjian/platform/testing';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Asia/Shanghai has no summer time. */
const OFFSET = 8 * HOUR;

/** A wall-clock time some days ahead, such as at(1, 9) for tomorrow at nine. */
export function at(days: number, hour: number, minute = 0): string {
  const midnight = Math.floor((Date.now() + OFFSET) / DAY) * DAY - OFFSET;
  return new Date(midnight + days * DAY + hour * HOUR + minute * MINUTE).toISOString();
}

/** Days from today until the next given weekday (1 Monday to 7 Sunday), at least one. */
export function daysUntil(weekday: number): number {
  const today = ((new Date(Date.now() + OFFSET).getUTCDay() + 6) % 7) + 1;
  return ((weekday - today + 6) % 7) + 1;
}

export interface Booked {
  __typename: string;
  id: string;
  version: number;
  state: string;
  stateReason: string | null;
  startsAt: string;
  endsAt: string;
  holdUntil: string | null;
  allocations: { id: string; state: string; startsAt: string; blockedFrom: string; blockedUntil: string; resource: { id: string } }[];
  approvals: { state: string; owner: { id: string }; resources: { id: string }[]; decidedBy: { id: string } | null }[];
  reasons: { code: string; message: string; resource: { id: string } | null; allocation: { id: string; booking: { id: string; title: string } | null } | null }[];
  alternatives: Way[];
  current: Booked;
  changedFields: string[];
  changedBy: { id: string } | null;
}

/** Why a try was refused, in a fixed order. */
export const codes = (refused: Booked): string[] => refused.reasons.map(({ code }) => code).sort();

export interface Way {
  kind: string;
  startsAt: string;
  endsAt: string;
  resources: { id: string }[];
  replacements: { original: { id: string }; substitute: { id: string }; sameModel: boolean }[];
}

const BOOKING = `id version state stateReason startsAt endsAt holdUntil title notes
  allocations { id state startsAt blockedFrom blockedUntil resource { id } }
  approvals { state owner { id } resources { id } decidedBy { id } }
  viewerCanUpdate viewerCanCancel viewerCanDecide`;
const REFUSAL = `reasons { code message resource { id } allocation { id booking { id title } } }
  alternatives { kind startsAt endsAt resources { id } replacements { original { id } substitute { id } sameModel } }`;
const RESULT = `{ __typename ... on Booking { ${BOOKING} } ... on BookingRefusal { ${REFUSAL} } ... on BookingConflict { current { ${BOOKING} } changedFields changedBy { id } changedAt } }`;

export const CREATE = `mutation ($input: CreateBookingInput!, $key: String) { createBooking(input: $input, idempotencyKey: $key) ${RESULT} }`;
export const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateBookingInput!) { updateBooking(id: $id, version: $version, input: $input) ${RESULT} }`;
export const CANCEL = `mutation ($id: ID!, $version: Int!, $reason: String) { cancelBooking(id: $id, version: $version, reason: $reason) ${RESULT} }`;
export const RESTORE = `mutation ($id: ID!, $version: Int!) { restoreBooking(id: $id, version: $version) ${RESULT} }`;
export const DECIDE = `mutation ($id: ID!, $decision: Decision!, $reason: String) { decideBooking(id: $id, decision: $decision, reason: $reason) ${RESULT} }`;
export const CHECK = `query ($input: CheckBookingInput!) { checkBooking(input: $input) { ${REFUSAL} approvalsNeededFrom { id name } endsWaiting } }`;
export const READ = `query ($id: ID!) { booking(id: $id) { __typename ${BOOKING} } }`;
export const MAINTAIN = 'mutation ($input: CreateMaintenanceInput!, $key: String) { createMaintenance(input: $input, idempotencyKey: $key) { __typename ... on Maintenance { id version cancelled } ... on MaintenanceHits { count bookings { id } } } }';
export const UNMAINTAIN = 'mutation ($id: ID!, $version: Int!) { cancelMaintenance(id: $id, version: $version) { id version cancelled viewerCanUpdate } }';

/** A park of a test's own: the lead college, and somebody who coordinates it. */
export class Park {
  private constructor(
    readonly consortium: TestConsortium,
    readonly administrator: Client & { personId: string },
  ) {}

  static async open(): Promise<Park> {
    const consortium = await TestConsortium.found();
    return new Park(consortium, await consortium.person(['PARK_ADMINISTRATOR'], consortium.lead.id, '园区管理员'));
  }

  get leadId(): string {
    return this.consortium.lead.id;
  }

  /** A resource of the college, unless another owner is given. */
  async resource(overrides: object = {}): Promise<{ id: string; version: number; name: string }> {
    const input = { kind: 'EQUIPMENT', name: `数控车床${randomUUID().slice(0, 4)}`, ownerId: this.leadId, ...overrides };
    const { createResource } = await this.consortium.secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id version name } }', { input });
    return createResource;
  }

  async resources(count: number, overrides: object = {}): Promise<string[]> {
    const made: string[] = [];
    for (let number = 1; number <= count; number++) made.push((await this.resource({ name: `工业机器人${number}号`, ...overrides })).id);
    return made;
  }

  input(resourceIds: string[], overrides: object = {}): object {
    return { title: '机器人实训', purpose: 'PRACTICE_TEACHING', organisationId: this.leadId, startsAt: at(1, 9), endsAt: at(1, 11), resourceIds, ...overrides };
  }

  /** Whatever comes of it: a booking or a refusal. */
  async book(resourceIds: string[], overrides: object = {}, who: Client = this.administrator): Promise<Booked> {
    return (await who.run(CREATE, { input: this.input(resourceIds, overrides) })).createBooking;
  }

  /** An organisation that owns things which need its approval, and the person who answers for it. */
  async owner(name: string): Promise<{ id: string; keeper: Client & { personId: string }; resourceId: string }> {
    const { id } = await this.consortium.member(name);
    const keeper = await this.consortium.person(['RESOURCE_KEEPER'], id, '设备管理员');
    const { id: resourceId } = await this.resource({ name: `${name}的设备`, ownerId: id, needsApproval: true });
    return { id, keeper, resourceId };
  }

  /** What takes a resource on the days around tomorrow, as somebody sees it. */
  async taken(resourceIds: string[], who: Client = this.administrator): Promise<{ id: string; state: string; startsAt: string; booking: { id: string; title: string } | null; maintenance: { id: string } | null }[]> {
    const { allocations } = await who.run('query ($ids: [ID!]!, $from: DateTime!, $until: DateTime!) { allocations(resourceIds: $ids, from: $from, until: $until) { id state startsAt booking { id title } maintenance { id } } }', { ids: resourceIds, from: at(0, 0), until: at(30, 0) });
    return allocations;
  }
}

/** As the owner of the database: for what the product itself never does. */
export async function database<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.GONGJIAN_DATABASE_URL });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
