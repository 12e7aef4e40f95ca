import { postJson } from '@gongjian/api';

/** Whether this browser can use passkeys here: it can on https and on this machine alone. */
export const knowsPasskeys = () => typeof PublicKeyCredential === 'function' && window.isSecureContext && !/^[\d.:[\]]+$/.test(location.hostname);

export interface SignedIn {
  next?: 'SECOND_FACTOR' | 'ADD_SECOND_FACTOR' | 'REGISTRATION_WAITS';
  factors?: ('TOTP' | 'PASSKEY')[];
}

/** The person let the browser's dialog go, or took too long: nothing to complain about. */
export const wasLetGo = (error: unknown) => error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');

/** Signs in, or shows the second factor, with a passkey that the browser offers. Its library comes when it is needed. */
export async function signInByPasskey(language: string): Promise<SignedIn> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await postJson<Parameters<typeof startAuthentication>[0]['optionsJSON']>('/auth/passkey/options', {}, language);
  const response = await startAuthentication({ optionsJSON });
  return postJson<SignedIn>('/auth/passkey', { response }, language);
}
