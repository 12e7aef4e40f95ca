/** The one page that is open to administrators without the second factor that their consortium requires. */
export const ADD_FACTOR_PATH = '/add-second-factor';
/** The one page that is open to who waits to be taken in. */
export const WAITING_PATH = '/registration/waiting';
/** Pages that strangers open: they come by a mail or a link, or have forgotten their password. */
const OPEN = ['/sign-in', '/privacy', '/forgot', '/reset', '/confirm-email', '/invitation', '/register', '/registration', WAITING_PATH, ADD_FACTOR_PATH];

export const isOpen = (pathname: string) => OPEN.includes(pathname) || pathname.startsWith('/sign-in/');

/** The sign-in page that leads back to where one was. */
export function signInPath(from: { pathname: string; search: string }): string {
  const place = from.pathname + from.search;
  return place === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(place)}`;
}

/** Where to go once the door has let somebody in: what has to be done first, or where they wanted to go. */
export function placeAfter(next: string | undefined, to: string | null): string {
  if (next === 'REGISTRATION_WAITS') return WAITING_PATH;
  return next === 'ADD_SECOND_FACTOR' ? ADD_FACTOR_PATH : placeToGo(to);
}

/** Where to go after sign-in: a path of our own, never another site. */
export function placeToGo(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/';
}
