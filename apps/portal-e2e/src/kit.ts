import { type Client, type Organisation, TestConsortium } from '@gongjian/platform/testing';

export type Person = Client & { personId: string; login: string };

const DAY = 86_400_000;
/** Asia/Shanghai has no summer time. */
const OFFSET = 8 * 3_600_000;

/** A day of next week, 1 Monday to 7 Sunday: always ahead, and all seven are on the screen together. */
export function nextWeek(weekday: number): string {
  const today = Math.floor((Date.now() + OFFSET) / DAY);
  // Day 0 of the epoch was a Thursday.
  const monday = today - ((today + 3) % 7) + 7;
  return new Date((monday + weekday - 1) * DAY).toISOString().slice(0, 10);
}

export const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

/** 12月1日 周二, as the portal writes a day of this year. */
export function spoken(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = '日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const thisYear = new Date(Date.now() + OFFSET).getUTCFullYear();
  return `${year === thisYear ? '' : `${year}年`}${month}月${date}日 周${weekday}`;
}

/** A number of an identity card of somebody who is sixteen this year. */
export function idNumberOfMinor(): string {
  const body = `110101${new Date().getFullYear() - 16}0105123`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, index) => sum + Number(digit) * weights[index]!, 0) % 11];
}

export interface Made {
  id: string;
  name: string;
}

const CREATE_RESOURCE = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { id name } }';
const CREATE_BOOKING = `mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id version state } ... on BookingRefusal { reasons { code message } } } }`;
const READ_BOOKING = 'query ($id: ID!) { booking(id: $id) { id state stateReason startsAt endsAt allocations { state resource { id name } } } }';

export interface Booked {
  id: string;
  state: string;
  stateReason: string | null;
  startsAt: string;
  endsAt: string;
  allocations: { state: string; resource: { id: string; name: string } }[];
}

/** A park of a test's own, made over the API. */
export class Park {
  private constructor(
    readonly consortium: TestConsortium,
    readonly administrator: Person,
  ) {}

  static async open(name?: string): Promise<Park> {
    const consortium = await TestConsortium.found(name);
    return new Park(consortium, await consortium.person(['PARK_ADMINISTRATOR'], consortium.lead.id, '园区管理员'));
  }

  get lead(): Organisation {
    return this.consortium.lead;
  }

  /** A machine of the college, unless something else is said. */
  async resource(name: string, overrides: object = {}): Promise<Made> {
    const { createResource } = await this.consortium.secretary.run(CREATE_RESOURCE, { input: { kind: 'EQUIPMENT', name, ownerId: this.lead.id, ...overrides } });
    return createResource;
  }

  /** Another owner, whose resources need its consent, and who gives it. */
  async owner(name: string, resource: string, overrides: object = {}): Promise<{ id: string; keeper: Person; resource: Made }> {
    const { id } = await this.consortium.member(name);
    const [keeper, made] = await Promise.all([
      this.consortium.person(['RESOURCE_KEEPER'], id, '设备管理员'),
      this.resource(resource, { ownerId: id, needsApproval: true, ...overrides }),
    ]);
    return { id, keeper, resource: made };
  }

  async book(resources: readonly Made[], day: string, from: string, until: string, overrides: object = {}, who: Client = this.administrator): Promise<{ id: string; state: string }> {
    const input = { title: '机器人实训', purpose: 'PRACTICE_TEACHING', organisationId: this.lead.id, startsAt: at(day, from), endsAt: at(day, until), resourceIds: resources.map(({ id }) => id), ...overrides };
    const { createBooking } = await who.run(CREATE_BOOKING, { input });
    if (createBooking.__typename !== 'Booking') throw new Error(JSON.stringify(createBooking));
    return createBooking;
  }

  async read(id: string, who: Client = this.administrator): Promise<Booked> {
    return (await who.run(READ_BOOKING, { id })).booking;
  }
}

/** The consortium's own calendar of the school year 2026-2027 and its lessons. */
export async function keepCalendar(secretary: Client): Promise<void> {
  await secretary.run('mutation ($input: SchoolCalendarInput!) { saveSchoolCalendar(input: $input) { id } }', {
    input: { schoolYear: 2026, terms: [{ kind: 'FIRST', firstDay: '2026-09-07', teachingWeeks: 18, examWeeks: 2 }], days: [{ kind: 'OFF', firstDay: '2026-11-12', lastDay: '2026-11-13', name: '校运会' }] },
  });
  await secretary.run('mutation ($input: LessonTimetableInput!) { saveLessonTimetable(input: $input) { id } }', {
    input: { seasons: [{ name: '作息时间', since: '01-01', periods: [{ first: 1, last: 2, starts: '08:00', ends: '09:40' }, { first: 3, last: 4, starts: '10:00', ends: '11:40' }] }] },
  });
}
