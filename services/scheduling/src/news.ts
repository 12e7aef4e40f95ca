import { type LoggedChange, type News, type NewsSource, type RequestContext, sql, versionAfter, type WebhookEvent } from '@gongjian/platform';

/** What happened to a booking, in the words of those who listen. One that needed nobody's answer is confirmed when it is made. */
function eventsOfBooking({ action, after }: LoggedChange): WebhookEvent[] {
  if (action === 'create') return after?.['state'] === 'CONFIRMED' ? ['BOOKING_CREATED', 'BOOKING_CONFIRMED'] : ['BOOKING_CREATED'];
  if (action === 'expire' || action === 'giveWay') return ['BOOKING_RELEASED'];
  if (action === 'displace') return ['BOOKING_CANCELLED'];
  if (action !== 'update') return [];
  const state = after?.['state'];
  if (state === 'CONFIRMED') return ['BOOKING_CONFIRMED'];
  if (state === 'CANCELLED') return ['BOOKING_CANCELLED'];
  return state === 'REJECTED' || state === 'EXPIRED' ? ['BOOKING_RELEASED'] : ['BOOKING_CHANGED'];
}

function eventsOfResource({ action, operation }: LoggedChange): WebhookEvent[] {
  // A register of thousands is one piece of news: IMPORT_FINISHED.
  if (operation === 'import.apply') return [];
  if (action === 'create') return ['RESOURCE_CREATED'];
  return action === 'update' || action === 'handOver' ? ['RESOURCE_CHANGED'] : [];
}

const EVENTS: Record<string, (change: LoggedChange) => WebhookEvent[]> = {
  Booking: eventsOfBooking,
  Resource: eventsOfResource,
  Maintenance: ({ action }) => (action === 'create' || action === 'update' ? ['MAINTENANCE_CHANGED'] : []),
  Import: ({ after }) => (after?.['state'] === 'DONE' || after?.['state'] === 'FAILED' ? ['IMPORT_FINISHED'] : []),
};

interface Concern {
  id: string;
  version: number;
  organisationIds: string[];
}

/** Whose it is, and how it stands now: a booking concerns the organisation that books and the owners of what it takes. */
const CONCERNS: Record<string, (ctx: RequestContext, ids: readonly string[]) => Promise<Concern[]>> = {
  Booking: (ctx, ids) =>
    ctx.query(sql`select b.id, b.version, array(select b.organisation_id union select a.owner_id from scheduling.allocation a where a.tenant_id = b.tenant_id and a.booking_id = b.id) as "organisationIds"
      from scheduling.booking b where b.tenant_id = ${ctx.currentTenant} and b.id = any(${ids}::uuid[])`),
  Resource: (ctx, ids) => ctx.query(sql`select r.id, r.version, array[r.owner_id] as "organisationIds" from scheduling.resource r where r.tenant_id = ${ctx.currentTenant} and r.id = any(${ids}::uuid[])`),
  Maintenance: (ctx, ids) => ctx.query(sql`select m.id, m.version, array[m.owner_id] as "organisationIds" from scheduling.maintenance m where m.tenant_id = ${ctx.currentTenant} and m.id = any(${ids}::uuid[])`),
  Import: (ctx, ids) => ctx.query(sql`select i.id, i.version, array[i.owner_id] as "organisationIds" from scheduling.import i where i.tenant_id = ${ctx.currentTenant} and i.id = any(${ids}::uuid[])`),
};

export const schedulingNews: NewsSource = {
  types: Object.keys(EVENTS),
  async tell(ctx, changes) {
    const told = changes.flatMap((change) => EVENTS[change.type]!(change).map((event) => ({ change, event })));
    const concerns = new Map<string, Concern>();
    for (const [type, some] of Map.groupBy(told, ({ change }) => change.type)) {
      for (const concern of await CONCERNS[type]!(ctx, [...new Set(some.map(({ change }) => change.id))])) concerns.set(concern.id, concern);
    }
    return told.flatMap(({ change, event }): News[] => {
      const concern = concerns.get(change.id);
      return concern ? [{ change, event, id: concern.id, version: versionAfter(change) ?? concern.version, organisationIds: concern.organisationIds }] : [];
    });
  },
};
