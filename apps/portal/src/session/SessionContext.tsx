import { createContext, useContext } from 'react';
import type { AccessQuery, MeQuery } from './session.generated.ts';

export type Me = MeQuery['me'];
export type Access = AccessQuery['schedulingAccess'];

export interface Session {
  me: Me;
  access: Access;
  /** Whether changes by others arrive by themselves at the moment. */
  live: boolean;
  /** Asks again who sits here and what they may do. */
  refresh: () => Promise<unknown>;
}

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in, where they sit and what they may do. Only below the shell. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for pages inside the shell');
  return session;
}

/** The same, or null before sign-in. */
export const useOptionalSession = () => useContext(SessionContext);
