import { isOpen, placeAfter, signInPath } from './place.ts';

const key = 'gj-signed-in';

/**
 * The session's cookie is out of reach for scripts. This remembers that there was one, so that a stranger gets the
 * sign-in page at once and not the whole portal first.
 */
export function rememberSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Without storage the server is asked each time.
  }
}

function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}

/** Before the first page is loaded: goes to the sign-in page when nobody is signed in. */
export async function startAtSignIn(): Promise<void> {
  if (isOpen(location.pathname) || wasSignedIn()) return;
  try {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ me { person { id } } }' }),
    });
    const { status } = answer;
    if (status === 401) history.replaceState(null, '', signInPath(location));
    else if (status === 403) history.replaceState(null, '', placeAfter(((await answer.json()) as { code?: string }).code === 'REGISTRATION_WAITS' ? 'REGISTRATION_WAITS' : 'ADD_SECOND_FACTOR', null));
    else if (status === 200) rememberSignedIn(true);
  } catch {
    // The page itself says that the server cannot be reached.
  }
}
