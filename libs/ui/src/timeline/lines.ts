import { ticksOf } from './axis.ts';
import type { Axis } from './axis.ts';

const TILE = 64;

/** All grid lines of time as two CSS gradients: not one element per line. */
export function gridLines(axis: Axis): { backgroundImage: string; backgroundSize: string } {
  const hours = ticksOf(axis)
    .filter(({ x }) => x > 0)
    .map(({ x }) => `transparent ${x}px, var(--tl-hour) ${x}px ${x + 1}px, transparent ${x + 1}px`);
  const days = 'linear-gradient(to right, var(--tl-day) 1px, transparent 1px)';
  const image = hours.length > 0 ? `${days}, linear-gradient(to right, ${hours.join(', ')})` : days;
  // A low tile, repeated: one as high as a thousand rows would be drawn anew for each part of the screen.
  return { backgroundImage: image, backgroundSize: `${axis.dayWidth}px ${TILE}px` };
}
