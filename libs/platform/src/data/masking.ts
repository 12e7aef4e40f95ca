import type { Actor } from '../actor.ts';
import type { MaskForm, Viewer } from './register.types.ts';

/** Whether somebody is among those viewers, for a record of that organisation. */
export const isViewer = (actor: Actor, viewers: readonly Viewer[], ownerId: string): boolean =>
  viewers.some(({ role, own }) => actor.roles.includes(role) && (!own || actor.organisationId === ownerId));

/** What is left of a value that is shown, but not in full. */
export function masked(form: MaskForm, text: string): string | null {
  if (form === 'HIDDEN') return null;
  if (form === 'ADDRESS') return text.replace(/^(.).*@/u, '$1…@');
  // The first three and the last four stay, as on official lists; what is too short for that shows nothing.
  const characters = [...text];
  if (characters.length < 9) return '*'.repeat(characters.length);
  return characters.map((character, index) => (index < 3 || index >= characters.length - 4 ? character : '*')).join('');
}
