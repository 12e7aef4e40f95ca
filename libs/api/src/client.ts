import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import type { TypePolicies } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { mergePage } from './pages.ts';

export interface ClientOptions {
  /** The language in which the server is to answer. */
  language: () => string;
  /** Called when the session has ended; the portal goes to the sign-in page and keeps the place. */
  onUnauthenticated: () => void;
  /** Called when nothing is open before a second factor is added. */
  onSecondFactorRequired: () => void;
  /** Called when whoever is signed in waits to be taken in by an organisation. */
  onRegistrationWaits: () => void;
  uri?: string;
}

export const possibleTypes: Record<string, string[]> = {
  BookingResult: ['Booking', 'BookingRefusal', 'BookingConflict'],
  MaintenanceResult: ['Maintenance', 'MaintenanceHits'],
  ClauseTerms: ['ResourceUseTerms', 'ExchangeTerms', 'ProgrammeTerms', 'InternTerms', 'DataTerms'],
};

const page = (...keyArgs: string[]) => ({ keyArgs, merge: mergePage });

const typePolicies: TypePolicies = {
  Query: {
    fields: {
      consortia: page(),
      organisations: page('filter'),
      people: page('filter'),
      registrations: page(),
      resources: page('filter', 'orderBy', 'first'),
      bookings: page('filter', 'orderBy', 'first'),
      agreements: page('filter'),
      sharedThings: page('filter'),
      imports: page(),
      auditEntries: page('filter', 'first'),
      entriesAboutMe: page('first'),
      outbox: page('filter'),
      messages: page('filter', 'first'),
      allocations: { merge: false },
    },
  },
  Import: { fields: { rows: page('state'), counts: { merge: true }, columns: { merge: false } } },
  Me: { keyFields: [] },
  MessageSettings: { keyFields: [] },
  MessageKind: { keyFields: ['kind'] },
  SchedulingAccess: { keyFields: [] },
  // Values without an identity of their own: they belong to what holds them.
  Seat: { keyFields: false },
  PersonalData: { keyFields: false },
  Profession: { keyFields: false },
};

export function createClient(options: ClientOptions): ApolloClient {
  const language = new ApolloLink((operation, forward) => {
    operation.setContext((context) => ({
      headers: { ...(context['headers'] as Record<string, string> | undefined), 'x-language': options.language() },
    }));
    return forward(operation);
  });

  const session = new ErrorLink(({ error }) => {
    if (ServerError.is(error) && error.statusCode === 401) options.onUnauthenticated();
    if (!ServerError.is(error) || error.statusCode !== 403) return;
    if (error.bodyText.includes('"SECOND_FACTOR_REQUIRED"')) options.onSecondFactorRequired();
    if (error.bodyText.includes('"REGISTRATION_WAITS"')) options.onRegistrationWaits();
  });

  return new ApolloClient({
    link: ApolloLink.from([language, session, new HttpLink({ uri: options.uri ?? '/graphql', credentials: 'same-origin' })]),
    cache: new InMemoryCache({ typePolicies, possibleTypes }),
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
}
