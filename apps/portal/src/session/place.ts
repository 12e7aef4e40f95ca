/** The sign-in page that leads back to where one was. */
export function signInPath(from: { pathname: string; search: string }): string {
  const place = from.pathname + from.search;
  return place === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(place)}`;
}

/** Where to go after sign-in: a path of our own, never another site. */
export function placeToGo(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/';
}
