export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  synced: boolean;
}

/** What the door tells a person about the safety of their account. */
export interface Overview {
  login: string;
  name: string;
  email: string | null;
  emailInWaiting: string | null;
  passwordChangedAt: string;
  totp: { since: string } | null;
  passkeysPossible: boolean;
  passkeys: Passkey[];
  recoveryCodes: { left: number; createdAt: string | null };
}

export interface SessionRow {
  id: string;
  device: string | null;
  address: string;
  createdAt: string;
  lastSeenAt: string;
  isCurrent: boolean;
  consortium: string | null;
  organisation: string | null;
}

/** A sign-in of an organisation that leads to this account. */
export interface IdentityLink {
  id: string;
  name: string;
  organisation: string;
  createdAt: string;
  lastUsedAt: string | null;
  /** It signs in today: the provider is on, and the person works there. */
  usable: boolean;
}
