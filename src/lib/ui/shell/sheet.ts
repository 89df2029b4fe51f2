/** Heights that the phone's sheet rests at, as shares of the window. */
export const STOPS = { peek: 0.16, half: 0.5, full: 0.9 } as const;
export type Stop = keyof typeof STOPS;

const order: Stop[] = ['peek', 'half', 'full'];

/** A flick faster than this, in window heights a second, goes on to the next stop. */
const FLICK = 0.6;

/** The stop at which a sheet let go at `share` of the window, moving at `speed`, comes to rest. */
export function restingStop(share: number, speed: number): Stop {
  const nearest = order.reduce((best, stop) =>
    Math.abs(STOPS[stop] - share) < Math.abs(STOPS[best] - share) ? stop : best
  );
  if (speed > FLICK) return order.find((stop) => STOPS[stop] > share) ?? 'full';
  if (speed < -FLICK) return order.findLast((stop) => STOPS[stop] < share) ?? 'peek';
  return nearest;
}

/** The next stop up, or from the top one back to the lowest: what a tap on the handle does. */
export function nextStop(stop: Stop): Stop {
  return order[(order.indexOf(stop) + 1) % order.length];
}
