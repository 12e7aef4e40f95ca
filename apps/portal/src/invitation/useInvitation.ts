import type { Role } from '@gongjian/api/schema.types.ts';
import { useLink } from '../session/useLink.ts';

/** Where the link is kept on the way over the sign-in page. */
export const INVITATION_KEY = 'gj-invitation';

export interface InvitationView {
  consortium: string;
  organisation: string;
  inviter: string;
  roles: Role[];
  since: string | null;
  until: string | null;
  expiresAt: string;
  name: string;
  email: string;
  /** An account has this address. */
  known: boolean;
  /** Who is signed in here. */
  holder: string | null;
}

export interface Accepted {
  consortiumId: string;
  organisationId: string;
  since: string;
  begun: boolean;
  signedIn?: boolean;
  next?: 'ADD_SECOND_FACTOR';
}

/** What the link of a mail stands for. */
export const useInvitation = () => useLink<InvitationView>(INVITATION_KEY, '/auth/invitation');
