/** Tests wait for what is looked after again and again, and ask for this; outside of tests nobody gets it. */
const isQuick = process.env['NODE_ENV'] === 'test' && process.env['ROUNDS'] === 'quick';
const TIMES = 5;

/** How long to rest before looking again: `milliseconds`, or a fraction of them where tests wait. */
export const rest = (milliseconds: number): number => (isQuick ? milliseconds / TIMES : milliseconds);
