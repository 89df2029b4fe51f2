/** The name under which the browser's own performance timeline lists what was drawn. */
const DRAWN = 'zone drawn';

/**
 * Tells the performance timeline how long a picture of the zone took, from being asked for at
 * `askedMs` until now: `npm run bench drag` reads it there, and so can anyone in the browser's
 * developer tools.
 */
export function tellDrawn(askedMs: number): void {
  performance.clearMeasures(DRAWN);
  performance.measure(DRAWN, { start: askedMs, end: performance.now() });
}
