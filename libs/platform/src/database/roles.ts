import type { Secrets } from '../secrets.ts';

export interface DatabaseRoles {
  /** Serves requests. Owns nothing, reads no password. */
  app: string;
  /** Checks passwords and sessions; reads nothing else. */
  auth: string;
}

/** Roles belong to the whole cluster, so their names carry the database's. */
export function rolesOf(databaseUrl: string): DatabaseRoles {
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'postgres';
  return { app: `${database}_app`, auth: `${database}_auth` };
}

/** The same database, as another role with the password that this installation gives it. */
export function urlAs(databaseUrl: string, role: string, secrets: Secrets): string {
  const url = new URL(databaseUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(secrets.password(role));
  return url.href;
}
