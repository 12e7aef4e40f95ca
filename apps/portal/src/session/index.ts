export { client } from './client.ts';
export { useOptionalSession, useSession } from './SessionContext.tsx';
export type { Access, Me, Session } from './SessionContext.tsx';
