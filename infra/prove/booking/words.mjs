const BOOKING = '__typename ... on Booking { id version state startsAt endsAt holdUntil allocations { resource { id } } approvals { owner { id } state } }';
const REFUSAL = '... on BookingRefusal { reasons { code message resource { id } } alternatives { kind startsAt endsAt resources { id } } }';
const CONFLICT = '... on BookingConflict { current { id version state } changedFields }';
const RESULT = `${BOOKING} ${REFUSAL} ${CONFLICT}`;
const BLOCK = '__typename ... on Maintenance { id version cancelled resource { id } } ... on MaintenanceHits { count bookings { id } }';

/** The operations, as the portal asks them. */
export const OPERATIONS = {
  createBooking: `mutation ($input: CreateBookingInput!, $key: String) { createBooking(input: $input, idempotencyKey: $key) { ${RESULT} } }`,
  updateBooking: `mutation ($id: ID!, $version: Int!, $input: UpdateBookingInput!) { updateBooking(id: $id, version: $version, input: $input) { ${RESULT} } }`,
  cancelBooking: `mutation ($id: ID!, $version: Int!, $reason: String) { cancelBooking(id: $id, version: $version, reason: $reason) { ${RESULT} } }`,
  restoreBooking: `mutation ($id: ID!, $version: Int!) { restoreBooking(id: $id, version: $version) { ${RESULT} } }`,
  decideBooking: `mutation ($id: ID!, $decision: Decision!, $reason: String) { decideBooking(id: $id, decision: $decision, reason: $reason) { ${RESULT} } }`,
  createMaintenance: `mutation ($input: CreateMaintenanceInput!, $key: String) { createMaintenance(input: $input, idempotencyKey: $key) { ${BLOCK} } }`,
  cancelMaintenance: 'mutation ($id: ID!, $version: Int!) { cancelMaintenance(id: $id, version: $version) { __typename id version cancelled resource { id } } }',
  checkBooking: 'query ($input: CheckBookingInput!) { checkBooking(input: $input) { __typename reasons { code message } alternatives { kind startsAt endsAt resources { id } } } }',
  createResource: 'mutation ($input: CreateResourceInput!, $key: String) { createResource(input: $input, idempotencyKey: $key) { __typename id } }',
};

/** Answers that are no fault: somebody else was faster. Anything else that is an error counts as one shown to a user. */
export const FAIR = {
  move: ['BOOKING_CLOSED', 'BOOKING_OVER'],
  swap: ['BOOKING_CLOSED', 'BOOKING_OVER'],
  // A swap may have taken the owner's things out of the bundle, and with them the right to answer, or even to see it.
  approve: ['BOOKING_CLOSED', 'ALREADY_DECIDED', 'FORBIDDEN', 'NOT_FOUND'],
  reject: ['BOOKING_CLOSED', 'ALREADY_DECIDED', 'FORBIDDEN', 'NOT_FOUND'],
  cancel: ['BOOKING_CLOSED', 'BOOKING_OVER'],
  restore: ['BOOKING_CLOSED', 'RESTORE_TOO_LATE'],
  maintain: ['MAINTENANCE_OVERLAPS'],
};
