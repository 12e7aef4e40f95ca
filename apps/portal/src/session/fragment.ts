/**
 * The secret of a link stands behind the #, which browsers send to no server; here it leaves the address bar as well, so
 * that it is in no history. It stays with the tab, for the way over the sign-in page.
 */
export function takeFragment(key: string): string {
  const given = location.hash.slice(1);
  if (given) {
    history.replaceState(history.state, '', location.pathname);
    sessionStorage.setItem(key, given);
  }
  return given || (sessionStorage.getItem(key) ?? '');
}

export const dropFragment = (key: string) => sessionStorage.removeItem(key);
