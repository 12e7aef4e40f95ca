import type { ApolloClient, ObservableQuery } from '@apollo/client';

/** What the server tells when something changed: ids only, the reader reads again under their own rights. */
export interface Change {
  type: string;
  ids: string[];
  resourceIds?: string[];
}

/** Which types stand behind which root field: a change of one of them makes the field worth reading again. */
export const watchedTypes: Record<string, readonly string[]> = {
  me: ['RoleGrant', 'Membership', 'Consortium'],
  consortium: ['Consortium'],
  calendarDays: ['SchoolCalendar', 'Consortium'],
  lessonPeriods: ['LessonTimetable'],
  schoolCalendars: ['SchoolCalendar'],
  lessonTimetable: ['LessonTimetable'],
  holidayYears: ['HolidayYear'],
  missingHolidayYears: ['HolidayYear'],
  schedulingAccess: ['RoleGrant'],
  consortia: ['Consortium'],
  organisations: ['Organisation', 'Membership'],
  organisation: ['Organisation', 'Membership'],
  invitations: ['Invitation'],
  registrations: ['Registration'],
  selfRegistration: ['SelfRegistration'],
  people: ['Person', 'RoleGrant'],
  person: ['Person', 'RoleGrant'],
  resources: ['Resource'],
  resource: ['Resource', 'Maintenance'],
  agreements: ['Agreement'],
  agreement: ['Agreement', 'Pool'],
  pools: ['Pool', 'Resource'],
  sharedThings: ['Agreement'],
  usesInQuestion: ['Agreement', 'Booking'],
  ledger: ['Booking'],
  ledgerEntries: ['Booking'],
  resourceAccess: ['Agreement', 'Pool', 'Resource', 'RoleGrant', 'Organisation'],
  resourceReach: ['Agreement', 'Pool', 'Booking'],
  booking: ['Booking', 'Allocation', 'Approval'],
  bookings: ['Booking', 'Approval'],
  allocations: ['Booking', 'Allocation', 'Maintenance'],
  parkLoad: ['Booking', 'Allocation', 'Maintenance', 'Resource'],
  import: ['Import'],
  imports: ['Import'],
  messages: ['Message'],
  unreadMessageCount: ['Message'],
};

const gatherMilliseconds = 150;
const longestWaitMilliseconds = 30_000;
const listeners = new Set<(change: Change) => void>();

/** For pages that want the changes themselves, such as the timeline. Answers a function that ends it. */
export function onLive(listener: (change: Change) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Listens to the server's changes and reads active queries again. A query with `context: { live: false }`
 * looks after itself. Answers a function that ends it.
 */
export function startLive(client: ApolloClient, onState?: (connected: boolean) => void): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let wasOpen = false;
  const waiting = new Set<string>();

  const readAgain = () => {
    gather = undefined;
    const types = new Set(waiting);
    waiting.clear();
    void client.refetchQueries({
      include: 'active',
      onQueryUpdated: (query) => isLive(query) && (types.has('*') || rootTypes(query).some((type) => types.has(type))),
    });
  };
  const note = (type: string) => {
    waiting.add(type);
    gather ??= setTimeout(readAgain, gatherMilliseconds);
  };

  const connect = () => {
    source = new EventSource('/events');
    source.addEventListener('open', () => {
      failures = 0;
      onState?.(true);
      // What happened while the line was down is unknown: read everything again.
      if (wasOpen) note('*');
      wasOpen = true;
    });
    source.addEventListener('change', (event) => {
      const change = JSON.parse((event as MessageEvent<string>).data) as Change;
      note(change.type);
      for (const listener of listeners) listener(change);
    });
    source.addEventListener('error', () => {
      onState?.(false);
      // The browser reconnects by itself unless the server refused; then it is up to us.
      if (source?.readyState !== EventSource.CLOSED) return;
      failures += 1;
      // A refusal may mean that the session has ended: asking again brings that to light.
      if (failures === 1) note('*');
      retry = setTimeout(connect, Math.min(1000 * 2 ** failures, longestWaitMilliseconds));
    });
  };
  connect();

  return () => {
    source?.close();
    clearTimeout(retry);
    clearTimeout(gather);
  };
}

function isLive(query: ObservableQuery): boolean {
  return (query.options.context as { live?: boolean } | undefined)?.live !== false;
}

function rootTypes(query: ObservableQuery): string[] {
  const types: string[] = [];
  for (const definition of query.query.definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind === 'Field') types.push(...(watchedTypes[selection.name.value] ?? []));
    }
  }
  return types;
}
