const PARTS = 'id title startsAt endsAt state attendees organisation { id name } allocations { id resource { id name owner { id name } } }';
const PEER_PARTS = 'rowId title startsAt endsAt state attendees organisation { rowId name } allocations: allocationsByTenantIdAndBookingId { nodes { rowId resource: resourceByTenantIdAndResourceId { rowId name owner { rowId name } } } }';

/** To-one by join outside of what is limited, to-many by lateral aggregation, and the limit as a literal: the fastest shape that was found. */
const rawBookings = (chosen) => `
  select coalesce(json_agg(json_build_object('id', b.id, 'title', b.title, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'state', b.state, 'attendees', b.attendees,
      'organisation', json_build_object('id', o.id, 'name', o.name), 'allocations', a.list) order by b.starts_at, b.id), '[]') as answer
  from (select * from scheduling.booking t ${chosen}) b
  left join directory.organisation o on o.id = b.organisation_id
  left join lateral (
    select coalesce(json_agg(json_build_object('id', a.id, 'resource', json_build_object('id', r.id, 'name', r.name, 'owner', json_build_object('id', w.id, 'name', w.name)))), '[]') as list
    from scheduling.allocation a
    left join scheduling.resource r on r.tenant_id = a.tenant_id and r.id = a.resource_id
    left join directory.organisation w on w.id = r.owner_id
    where a.tenant_id = b.tenant_id and a.booking_id = b.id) a on true`;

/**
 * Each question in the words of each side. `variables` and `values` are those of the n-th time it is asked.
 * @typedef {{ query: string, variables?: (ground: object, n: number) => object, text?: string, values?: (ground: object, n: number) => unknown[] }} Asking
 * @type {Record<string, { product: Asking, peer: Asking, raw: Asking }>}
 */
export const QUESTIONS = {
  '50 bookings with organisation, resources and their owners': {
    product: { query: `{ answer: bookings(first: 50) { nodes { ${PARTS} } } }` },
    peer: { query: `{ answer: allBookings(first: 50, orderBy: [STARTS_AT_ASC, ROW_ID_ASC]) { nodes { ${PEER_PARTS} } } }` },
    raw: { text: rawBookings('where t.tenant_id = $1 order by t.starts_at, t.id limit 50'), values: ({ tenantId }) => [tenantId] },
  },
  '50 resources with their owners': {
    product: { query: '{ answer: resources(first: 50, orderBy: NAME) { nodes { id name kind state model owner { id name } } } }' },
    peer: { query: '{ answer: allResources(first: 50, orderBy: [NAME_KEY_ASC, ROW_ID_ASC]) { nodes { rowId name kind state model owner { rowId name } } } }' },
    raw: {
      text: `select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'state', r.state, 'model', r.model, 'owner', json_build_object('id', o.id, 'name', o.name)) order by r.name_key, r.id), '[]') as answer
        from (select * from scheduling.resource t where t.tenant_id = $1 order by t.name_key, t.id limit 50) r left join directory.organisation o on o.id = r.owner_id`,
      values: ({ tenantId }) => [tenantId],
    },
  },
  'one booking': {
    product: { query: `query ($id: ID!) { answer: booking(id: $id) { ${PARTS} } }`, variables: ({ bookingIds }, n) => ({ id: bookingIds[n % bookingIds.length] }) },
    peer: { query: `query ($tenantId: UUID!, $id: UUID!) { answer: bookingByTenantIdAndRowId(tenantId: $tenantId, rowId: $id) { ${PEER_PARTS} } }`, variables: ({ tenantId, bookingIds }, n) => ({ tenantId, id: bookingIds[n % bookingIds.length] }) },
    raw: { text: rawBookings('where t.tenant_id = $1 and t.id = $2 limit 1'), values: ({ tenantId, bookingIds }, n) => [tenantId, bookingIds[n % bookingIds.length]] },
  },
};

/** What an answer says, whichever side gave it: the sides must not be compared in doing different things. */
export function told(data) {
  const same = (value) => {
    if (Array.isArray(value)) return value.map(same).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    if (value && typeof value === 'object') {
      if (value.nodes) return same(value.nodes);
      return Object.fromEntries(Object.entries(value).map(([name, field]) => [name === 'rowId' ? 'id' : name, same(field)]).sort(([a], [b]) => a.localeCompare(b)));
    }
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value;
  };
  const answer = same(data.answer);
  return JSON.stringify(Array.isArray(answer) ? answer : [answer]);
}
